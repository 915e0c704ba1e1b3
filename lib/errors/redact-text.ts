const MAX_LENGTH = 1000;

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Bearer|OAuth) +[^\s"',;]+/gi, '[token]'],
  [/\b(access_token|appsecret_proof|client_secret|hub\.verify_token)=[^\s&"']+/gi, '$1=[token]'],
  [/\bEAA[A-Za-z0-9_-]{16,}/g, '[token]'],
  // Message and call ids hold the phone number in Base64.
  [/\bwamid\.[\w+/=-]+/g, '[message id]'],
  [/\bwacid\.[\w+/=-]+/g, '[call id]'],
  [/\b[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{6,}/g, '[user id]'],
  // Seven digits and more, grouped as people write phone numbers; neither `#131030` nor a date.
  [/(?<![#\d])(?!\d{4}-\d\d-\d\d)\+?\(?\d(?:(?:[ .-]|\) ?| \()?\d){6,}/g, '[number]'],
];

/**
 * Takes tokens, phone numbers, user ids and message ids out of a text of Meta, and cuts it at 1000 characters.
 * `undefined` and empty texts give `undefined`.
 */
export function redactText(text: string | undefined): string | undefined {
  if (!text) return undefined;
  let result = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  for (const [pattern, replacement] of patterns) result = result.replace(pattern, replacement);
  return result;
}
