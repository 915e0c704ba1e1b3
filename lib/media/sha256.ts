import { PayloadValidationError } from '../errors/payload-validation.error';

/**
 * A SHA-256 hash in hex. Meta writes it in hex or in base64, as the case may be.
 * @returns `undefined` for texts that are neither
 */
export function sha256Hex(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^[\da-f]{64}$/i.test(text)) return text.toLowerCase();
  // 32 bytes make 43 characters, of which the last holds 4 bits.
  return /^[\w+/-]{42}[AEIMQUYcgkosw048]=?$/.test(text)
    ? Buffer.from(text, 'base64').toString('hex')
    : undefined;
}

/** @throws PayloadValidationError when a caller's hash is none. */
export function givenSha256(text: string | undefined): string | undefined {
  const hex = sha256Hex(text);
  if (text === undefined || hex !== undefined) return hex;
  throw new PayloadValidationError('media', [
    { path: 'sha256', message: 'must be a SHA-256 hash in hex (64 characters) or base64 (44 characters)' },
  ]);
}
