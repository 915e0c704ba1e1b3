/** Mexico, Argentina and Brazil write mobile numbers with and without a digit that WhatsApp may drop. */
const MOBILE_DIGITS: readonly (readonly [RegExp, string])[] = [
  [/^521(\d{10})$/, '52$1'],
  [/^549(\d{10})$/, '54$1'],
  [/^55(\d{2})9(\d{8})$/, '55$1$2'],
];

/**
 * One spelling for all spellings of a phone number, to look users up by; other ids stay as they are. Not fit to send
 * to.
 */
export function userKey(id: string): string {
  if (!/^[+\d\s().\-/]+$/.test(id)) return id;
  const digits = id.replace(/\D+/g, '');
  for (const [pattern, spelling] of MOBILE_DIGITS) {
    if (pattern.test(digits)) return digits.replace(pattern, spelling);
  }
  return digits;
}
