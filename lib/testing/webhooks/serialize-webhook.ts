const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Meta writes these ASCII characters in upper-case hex, unlike the rest. */
const ASCII_ESCAPES: Readonly<Record<string, string>> = {
  '/': '\\/',
  '@': '\\u0040',
  '<': '\\u003C',
  '%': '\\u0025',
};

/**
 * A webhook body as Meta writes it: everything outside ASCII as `\uXXXX`, `/` as `\/`, and `@`, `<`, `%` escaped. The
 * signature is made over these very bytes.
 * @publicApi
 */
export function serializeWebhook(body: unknown): string {
  return JSON.stringify(body)
    .replace(/[/@<%]/g, (character) => ASCII_ESCAPES[character] ?? character)
    .replace(/[\u0080-\uffff]/g, escapeUnit);
}
