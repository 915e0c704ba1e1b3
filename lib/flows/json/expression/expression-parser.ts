import { ExpressionSyntaxError, tokenize } from './tokenizer';
import type { Token } from './tokenizer';
import { compatible } from './value-type';
import type { FlowValueType } from './value-type';

/** A part of an expression and what it yields. */
interface Operand {
  readonly type: FlowValueType;
  /** Written out: no reference in it. */
  readonly literal: boolean;
}

/** Which dialect an expression is in. */
export interface ExpressionOptions {
  /** `If.condition`: no concatenation, no double quotes, and no operator between two literals. */
  readonly condition: boolean;
  /** Type of what a reference leads to; says itself what is wrong with the reference. */
  readonly resolve: (reference: string) => FlowValueType;
}

/** Operators by how strongly they bind, weakest first, with the type of their operands and of their result. */
const LEVELS: readonly (readonly [
  operators: readonly string[],
  operand: FlowValueType,
  result: FlowValueType,
])[] = [
  [['||'], 'boolean', 'boolean'],
  [['&&'], 'boolean', 'boolean'],
  [['==', '!='], 'any', 'boolean'],
  [['<', '<=', '>', '>='], 'number', 'boolean'],
  [['+', '-'], 'number', 'number'],
  [['*', '/', '%'], 'number', 'number'],
];
const MAX_DEPTH = 100;

/** Reads an expression of Flow JSON and works out its type. */
export class ExpressionParser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  /** @throws ExpressionSyntaxError */
  constructor(
    text: string,
    private readonly options: ExpressionOptions,
  ) {
    this.tokens = tokenize(text);
  }

  /** @throws ExpressionSyntaxError */
  parse(): Operand {
    if (this.peek().kind === 'end') throw new ExpressionSyntaxError('it is empty', 1);
    const result = this.concatenation();
    const rest = this.peek();
    if (rest.kind === 'close')
      throw new ExpressionSyntaxError('this parenthesis was never opened', rest.column);
    if (rest.kind !== 'end')
      throw new ExpressionSyntaxError(`an operator is missing before "${rest.text}"`, rest.column);
    return result;
  }

  private level(index: number): Operand {
    const level = LEVELS[index];
    if (!level) return this.unary();
    const [operators, operandType, result] = level;
    let left = this.level(index + 1);
    for (let token = this.operator(operators); token; token = this.operator(operators)) {
      const right = this.level(index + 1);
      this.check(token, operandType, left, right);
      left = { type: result, literal: left.literal && right.literal };
    }
    return left;
  }

  /** Values that stand side by side make one text. This binds most weakly of all. */
  private concatenation(): Operand {
    let left = this.level(0);
    if (this.options.condition) return left;
    while (this.startsValue(this.peek())) {
      const right = this.level(0);
      left = { type: 'string', literal: left.literal && right.literal };
    }
    return left;
  }

  private check(token: Token, operandType: FlowValueType, left: Operand, right: Operand): void {
    if (this.options.condition && left.literal && right.literal) {
      throw new ExpressionSyntaxError(`"${token.text}" stands between two fixed values`, token.column);
    }
    if (operandType === 'any') {
      if (!compatible(left.type, right.type)) {
        throw new ExpressionSyntaxError(
          `"${token.text}" compares a ${left.type} with a ${right.type}`,
          token.column,
        );
      }
      return;
    }
    for (const { type } of [left, right]) this.expect(token, operandType, type);
  }

  private expect(token: Token, expected: FlowValueType, actual: FlowValueType): void {
    if (!compatible(actual, expected)) {
      throw new ExpressionSyntaxError(`"${token.text}" needs ${expected}s and got a ${actual}`, token.column);
    }
  }

  private unary(): Operand {
    if (++this.depth > MAX_DEPTH)
      throw new ExpressionSyntaxError('it is nested too deeply', this.peek().column);
    try {
      const token = this.operator(['!', '-', '+']);
      if (!token) return this.primary();
      const operand = this.unary();
      const expected = token.text === '!' ? 'boolean' : 'number';
      this.expect(token, expected, operand.type);
      return { type: expected, literal: operand.literal };
    } finally {
      this.depth--;
    }
  }

  private primary(): Operand {
    const token = this.peek();
    this.at++;
    switch (token.kind) {
      case 'reference':
        return { type: this.options.resolve(token.text), literal: false };
      case 'string':
        if (this.options.condition && token.text.startsWith('"'))
          throw new ExpressionSyntaxError('a condition has text in single quotes', token.column);
        return { type: 'string', literal: true };
      case 'number':
      case 'boolean':
        return { type: token.kind, literal: true };
      case 'open':
        return this.group(token);
      case 'end':
        throw new ExpressionSyntaxError('a value is missing at the end', token.column);
      case 'close':
      case 'operator':
        throw new ExpressionSyntaxError(`a value is missing before "${token.text}"`, token.column);
    }
  }

  private group(open: Token): Operand {
    if (this.peek().kind === 'close')
      throw new ExpressionSyntaxError('these parentheses are empty', open.column);
    const inner = this.concatenation();
    if (this.peek().kind === 'end')
      throw new ExpressionSyntaxError('this parenthesis is not closed', open.column);
    if (this.peek().kind !== 'close') {
      throw new ExpressionSyntaxError(
        `an operator is missing before "${this.peek().text}"`,
        this.peek().column,
      );
    }
    this.at++;
    return inner;
  }

  private startsValue({ kind }: Token): boolean {
    return (
      kind === 'reference' || kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'open'
    );
  }

  private operator(texts: readonly string[]): Token | undefined {
    const token = this.peek();
    if (token.kind !== 'operator' || !texts.includes(token.text)) return undefined;
    this.at++;
    return token;
  }

  private peek(): Token {
    // The last token is `end`, which is never passed.
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }
}
