/** What the options are for, besides what they say themselves. */
export interface OptionsContext {
  /** Whether this registration has a webhook endpoint. */
  readonly webhook: boolean;
  /** Value of NODE_ENV. */
  readonly env: string | undefined;
}

/** Collects what is wrong, by option. */
export type Report = (option: string, problem: string) => void;

/** A whole number of at least `min`. */
export function checkInteger(report: Report, option: string, value: unknown, min: 0 | 1): void {
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= min)) return;
  report(option, `must be a whole number of at least ${min}`);
}

/** One of the given words. */
export function checkChoice(
  report: Report,
  option: string,
  value: unknown,
  choices: readonly string[],
): void {
  if (value === undefined || choices.includes(value as string)) return;
  report(option, `must be one of ${choices.map((choice) => `'${choice}'`).join(', ')}`);
}

/** `true` or `false`; environment variables are texts, and the text `false` would count as true. */
export function checkBoolean(report: Report, option: string, value: unknown): void {
  if (value === undefined || typeof value === 'boolean') return;
  report(option, 'must be true or false (environment variables are texts: compare them, e.g. `=== "true"`)');
}

/** A text with more than blanks in it. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The URL, if it is one for HTTP. */
export function httpUrl(value: unknown): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
