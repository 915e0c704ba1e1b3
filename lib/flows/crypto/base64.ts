/**
 * Decodes base64 as Meta writes it: the standard alphabet with padding. Anything else is refused, because a lenient
 * decoder reads altered text as the same bytes.
 */
export function decodeBase64(text: unknown): Buffer | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
