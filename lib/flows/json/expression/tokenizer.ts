/** A piece of an expression. */
export interface Token {
  readonly kind: 'reference' | 'string' | 'number' | 'boolean' | 'operator' | 'open' | 'close' | 'end';
  /** As written; for a reference, what stands between the braces. */
  readonly text: string;
  /** Position of its first character, from 1. */
  readonly column: number;
}

/** The expression cannot be read. */
export class ExpressionSyntaxError extends Error {
  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}

/** In this order, so that `<=` is not read as `<`. */
const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['reference', /\$\{([^{}]*)\}/y],
  ['string', /'[^'\\]*(?:\\[^][^'\\]*)*'|"[^"\\]*(?:\\[^][^"\\]*)*"/y],
  ['number', /(?:\d+(?:\.\d+)?|\.\d+)(?![\w.])/y],
  ['boolean', /(?:true|false)(?!\w)/y],
  ['operator', /==|!=|<=|>=|&&|\|\||[<>!+\-*/%]/y],
  ['open', /\(/y],
  ['close', /\)/y],
];

/**
 * Cuts an expression into its pieces.
 * @throws ExpressionSyntaxError
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    if (at >= text.length) break;
    const token = match(text, at);
    if (!token) throw unreadable(text, at);
    tokens.push(token.value);
    at = token.end;
  }
  return [...tokens, { kind: 'end', text: '', column: text.length + 1 }];
}

function match(text: string, at: number): { value: Token; end: number } | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { value: { kind, text: found[1] ?? found[0], column: at + 1 }, end: pattern.lastIndex };
  }
  return undefined;
}

function unreadable(text: string, at: number): ExpressionSyntaxError {
  const rest = text.slice(at);
  if (rest.startsWith("'") || rest.startsWith('"'))
    return new ExpressionSyntaxError('the text that starts here has no closing quote', at + 1);
  if (rest.startsWith('${'))
    return new ExpressionSyntaxError('the reference that starts here is not closed', at + 1);
  const word = /^[\w.]+/.exec(rest)?.[0];
  return new ExpressionSyntaxError(
    word ? `"${word}" is no value: write text in single quotes` : `"${rest.charAt(0)}" is not allowed here`,
    at + 1,
  );
}
