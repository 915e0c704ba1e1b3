import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { FlowMediaEncryption } from '../../lib/wire/flow/media';

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** A file as WhatsApp's CDN has it, with what opens it. */
export interface EncryptedFile {
  readonly file: Buffer;
  readonly metadata: FlowMediaEncryption;
}

/** Encrypts as a phone does. `change` alters the ciphertext before it is authenticated. */
export function encryptFlowMedia(
  plaintext: Uint8Array,
  change: (ciphertext: Buffer) => Buffer = (ciphertext) => ciphertext,
): EncryptedFile {
  const [iv, encryptionKey, hmacKey] = [randomBytes(16), randomBytes(32), randomBytes(32)];
  const cipher = createCipheriv('aes-256-cbc', encryptionKey, iv);
  const ciphertext = change(Buffer.concat([cipher.update(plaintext), cipher.final()]));
  const mac = createHmac('sha256', hmacKey).update(iv).update(ciphertext).digest().subarray(0, 10);
  const file = Buffer.concat([ciphertext, mac]);
  return {
    file,
    metadata: {
      encrypted_hash: base64(sha256(file)),
      iv: base64(iv),
      encryption_key: base64(encryptionKey),
      hmac_key: base64(hmacKey),
      plaintext_hash: base64(sha256(plaintext)),
    },
  };
}
