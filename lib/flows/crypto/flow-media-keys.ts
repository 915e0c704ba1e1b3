import { timingSafeEqual } from 'node:crypto';
import type { FlowMediaEncryption } from '../../wire/flow/media';
import { FlowMediaVerificationError } from '../errors/flow-media-verification.error';
import type { FlowMediaCheck } from '../errors/flow-media-verification.error';
import { decodeBase64 } from './base64';

/** Bytes of the truncated HMAC-SHA256 at the end of a file. */
export const MAC_BYTES = 10;
/** Block of AES. */
export const BLOCK_BYTES = 16;
/** Largest file that WhatsApp lets a user choose, in bytes. */
export const MAX_MEDIA_BYTES = 25 * 1024 * 1024;

/** `encryption_metadata`, decoded. */
export interface FlowMediaKeys {
  readonly encryptedHash: Buffer;
  readonly iv: Buffer;
  readonly encryptionKey: Buffer;
  readonly hmacKey: Buffer;
  readonly plaintextHash: Buffer;
}

/** @throws FlowMediaVerificationError when a field is missing or of the wrong length */
export function readMediaKeys(metadata: FlowMediaEncryption): FlowMediaKeys {
  const read = (field: keyof FlowMediaEncryption, length: number): Buffer => {
    const bytes = decodeBase64(metadata[field]);
    if (bytes?.length !== length) {
      throw new FlowMediaVerificationError('metadata', `${field} must be ${length} bytes in base64.`);
    }
    return bytes;
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
export function expectEqual(check: FlowMediaCheck, actual: Uint8Array, expected: Uint8Array): void {
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new FlowMediaVerificationError(check, 'the value differs from what was announced.');
  }
}

/** Whether the length fits `ciphertext || mac`: whole blocks, at least one. */
export function expectWholeBlocks(length: number): void {
  const ciphertext = length - MAC_BYTES;
  if (ciphertext < BLOCK_BYTES || ciphertext % BLOCK_BYTES !== 0) {
    throw new FlowMediaVerificationError('size', 'its length is not that of an encrypted file.');
  }
}
