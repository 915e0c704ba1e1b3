import { EmulatorError } from '../emulator.error';
import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';

/** What the expressions of a screen can refer to: `data`, `form` and `screen`. */
export type FlowScope = Readonly<JsonObject>;

const REFERENCE = /^\$\{([\w.-]+)\}$/;
const TOKEN =
  /\s*(?:(\$\{[\w.-]+\})|'((?:[^'\\]|\\.)*)'|(\d+(?:\.\d+)?)|(true|false)|(==|!=|<=|>=|&&|\|\||[<>!+\-/%*()]))/y;
const PRECEDENCE: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

type Token = { readonly value: unknown } | { readonly operator: string };

/** Fills in the dynamic values of a property, also within lists and objects. */
export function resolveValue(value: unknown, scope: FlowScope): unknown {
  if (Array.isArray(value)) return value.map((each) => resolveValue(each, scope));
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, each]) => [name, resolveValue(each, scope)]);
    return Object.fromEntries(members) as JsonObject;
  }
  if (typeof value !== 'string') return value;
  const path = REFERENCE.exec(value)?.[1];
  if (path !== undefined) return look(path, scope);
  return /^`.*`$/s.test(value) ? evaluate(value.slice(1, -1), scope) : value;
}

function look(path: string, scope: FlowScope): unknown {
  return path.split('.').reduce<unknown>((found, name) => (isObject(found) ? found[name] : undefined), scope);
}

/** Computes an expression, e.g. the condition of an `If`. @throws EmulatorError when it cannot be read */
export function evaluate(text: string, scope: FlowScope): unknown {
  const tokens = tokenize(text, scope);
  const fail = (): never => {
    throw new EmulatorError(`The expression ${JSON.stringify(text)} of the flow cannot be read.`);
  };
  const operator = (): string | undefined => {
    const next = tokens[0];
    return next && 'operator' in next ? next.operator : undefined;
  };
  const operand = (): unknown => {
    const token = tokens.shift() ?? fail();
    if ('value' in token) return token.value;
    if (token.operator === '!') return !operand();
    if (token.operator === '-') return -Number(operand());
    if (token.operator !== '(') return fail();
    const inner = concatenation();
    return operator() === ')' ? (tokens.shift(), inner) : fail();
  };
  const binary = (least: number): unknown => {
    let left = operand();
    for (let next = operator(); next && (PRECEDENCE[next] ?? 0) >= least; next = operator()) {
      tokens.shift();
      left = compute(next, left, binary((PRECEDENCE[next] ?? 0) + 1));
    }
    return left;
  };
  // Values that stand side by side are joined as text.
  const concatenation = (): unknown => {
    let result = binary(1);
    while (tokens.length > 0 && operator() !== ')') result = `${asText(result)}${asText(binary(1))}`;
    return result;
  };
  const result = concatenation();
  return tokens.length > 0 ? fail() : result;
}

function tokenize(text: string, scope: FlowScope): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text);
    if (!match) throw new EmulatorError(`The expression ${JSON.stringify(text)} of the flow cannot be read.`);
    const [, reference, literal, number, truth, operator] = match;
    if (operator !== undefined) tokens.push({ operator });
    else if (reference !== undefined) tokens.push({ value: look(reference.slice(2, -1), scope) });
    else if (literal !== undefined) tokens.push({ value: literal.replace(/\\(.)/g, '$1') });
    else tokens.push({ value: number === undefined ? truth === 'true' : Number(number) });
  }
  return tokens;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

function compute(operator: string, left: unknown, right: unknown): unknown {
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case '||':
      return Boolean(left) || Boolean(right);
    case '&&':
      return Boolean(left) && Boolean(right);
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? 0 : a / b;
    default:
      return b === 0 ? 0 : a % b;
  }
}
