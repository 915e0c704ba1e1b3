import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from '../model/json';
import type { FlowMediaTamper } from './picked-media';

const BLOCK_BYTES = 16;
const MAC_BYTES = 10;

/** A file as the CDN has it, and what opens it. */
export interface SealedMedia {
  readonly file: Buffer;
  /** `encryption_metadata`. */
  readonly metadata: JsonObject;
}

/** Encrypts a picked file as the phone does: AES-256-CBC, then the first bytes of an HMAC-SHA256. */
export function sealMedia(data: Buffer, tamper?: FlowMediaTamper): SealedMedia {
  const [key, iv, macKey] = [randomBytes(32), randomBytes(BLOCK_BYTES), randomBytes(32)];
  const ciphertext = encrypt(data, key, iv, tamper === 'decryption');
  const mac = createHmac('sha256', macKey).update(iv).update(ciphertext).digest().subarray(0, MAC_BYTES);
  const file = Buffer.concat([ciphertext, mac]);
  if (tamper === 'hmac') flipLast(file);
  const encryptedHash = sha256(file);
  if (tamper === 'encrypted_hash') flipLast(file);
  return {
    file,
    metadata: {
      encrypted_hash: encryptedHash,
      iv: iv.toString('base64'),
      encryption_key: key.toString('base64'),
      hmac_key: macKey.toString('base64'),
      plaintext_hash: sha256(tamper === 'plaintext_hash' ? randomBytes(32) : data),
    },
  };
}

function encrypt(data: Buffer, key: Buffer, iv: Buffer, withoutPadding: boolean): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  if (!withoutPadding) return Buffer.concat([cipher.update(data), cipher.final()]);
  // A block that ends with a zero byte is no padding.
  cipher.setAutoPadding(false);
  const zeros = Buffer.alloc(2 * BLOCK_BYTES - (data.length % BLOCK_BYTES));
  return Buffer.concat([cipher.update(data), cipher.update(zeros), cipher.final()]);
}

function flipLast(file: Buffer): void {
  file.writeUInt8(file.readUInt8(file.length - 1) ^ 1, file.length - 1);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64');
}
