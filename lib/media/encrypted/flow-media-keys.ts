import { timingSafeEqual } from 'node:crypto';
import { PayloadValidationError } from '../../errors/payload-validation.error';
import type { FlowMediaEncryption } from '../../wire/flow/media';
import { FlowMediaVerificationError } from '../errors/flow-media-verification.error';
import type { FlowMediaCheck } from '../errors/flow-media-verification.error';

/** Bytes of the truncated HMAC-SHA256 at the end of a file. */
export const MAC_BYTES = 10;
/** Block of AES. */
export const BLOCK_BYTES = 16;
/** Largest file that WhatsApp lets a user choose, in bytes. */
export const MAX_PICKED_BYTES = 25 * 1024 * 1024;

/** `encryption_metadata`, decoded. */
export interface FlowMediaKeys {
  readonly encryptedHash: Buffer;
  readonly iv: Buffer;
  readonly encryptionKey: Buffer;
  readonly hmacKey: Buffer;
  readonly plaintextHash: Buffer;
}

/** @throws FlowMediaVerificationError when a member is missing or not of its length */
export function readMediaKeys(metadata: FlowMediaEncryption): FlowMediaKeys {
  const given: unknown = metadata;
  if (typeof given !== 'object' || given === null) throw new FlowMediaVerificationError('metadata');
  const read = (member: keyof FlowMediaEncryption, length: number): Buffer => {
    const bytes = decodeBase64((given as Record<string, unknown>)[member], length);
    if (bytes) return bytes;
    throw new FlowMediaVerificationError('metadata', {
      member,
      message: `must be ${length} bytes in base64`,
    });
  };
  return {
    encryptedHash: read('encrypted_hash', 32),
    iv: read('iv', BLOCK_BYTES),
    encryptionKey: read('encryption_key', 32),
    hmacKey: read('hmac_key', 32),
    plaintextHash: read('plaintext_hash', 32),
  };
}

/** Compares in constant time; a difference is the failure of that check. */
export function expectEqual(
  check: Exclude<FlowMediaCheck, 'metadata'>,
  actual: Uint8Array,
  expected: Uint8Array,
): void {
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new FlowMediaVerificationError(check);
  }
}

/**
 * The largest content, bytes: what the caller allows, else what the pickers do.
 * @throws PayloadValidationError when it is no number of bytes
 */
export function contentLimit(maxBytes = MAX_PICKED_BYTES): number {
  if (Number.isSafeInteger(maxBytes) && maxBytes > 0) return maxBytes;
  const message = 'must be a whole number of bytes, at least 1';
  throw new PayloadValidationError('flow media', [{ path: 'maxBytes', message }]);
}

/** Length of the largest encrypted file whose content may have `maxBytes`: padding always adds 1 to 16 bytes. */
export function encryptedLimit(maxBytes: number): number {
  return (Math.floor(maxBytes / BLOCK_BYTES) + 1) * BLOCK_BYTES + MAC_BYTES;
}

/** Base64 exactly as Meta writes it: a lenient decoder would read altered text as the same bytes. */
function decodeBase64(text: unknown, length: number): Buffer | undefined {
  if (typeof text !== 'string' || text.length !== Math.ceil(length / 3) * 4) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : undefined;
}
