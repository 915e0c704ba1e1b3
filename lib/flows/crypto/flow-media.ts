import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FlowMediaEncryption } from '../../wire/flow/media';
import { FlowMediaVerificationError } from '../errors/flow-media-verification.error';
import {
  BLOCK_BYTES,
  expectEqual,
  expectWholeBlocks,
  MAC_BYTES,
  MAX_MEDIA_BYTES,
  readMediaKeys,
} from './flow-media-keys';
import type { FlowMediaKeys } from './flow-media-keys';

/** Plaintext is worked on and released in pieces of this size, bytes. */
const PIECE_BYTES = 256 * 1024;

/** Limits of a download. */
export interface FlowMediaOptions {
  /**
   * Largest file, bytes.
   * @default 26214400 (25 MiB, what the pickers allow)
   */
  maxBytes?: number;
}

/**
 * Decrypts a file of PhotoPicker or DocumentPicker: checks the hash of the ciphertext, its HMAC, decrypts (AES-256-CBC),
 * checks the hash of the plaintext. Works on the calling thread; for files of many megabytes take the stream.
 *
 * Treat the content as hostile: its type and name come from the user.
 * @throws FlowMediaVerificationError with the check that failed
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/media_upload
 * @publicApi
 */
export function decryptFlowMedia(metadata: FlowMediaEncryption, file: Uint8Array): Buffer {
  const keys = readMediaKeys(metadata);
  expectEqual('encrypted_hash', createHash('sha256').update(file).digest(), keys.encryptedHash);
  expectWholeBlocks(file.length);
  const ciphertext = file.subarray(0, file.length - MAC_BYTES);
  const mac = createHmac('sha256', keys.hmacKey).update(keys.iv).update(ciphertext).digest();
  expectEqual('hmac', file.subarray(file.length - MAC_BYTES), mac.subarray(0, MAC_BYTES));
  const plaintext = Buffer.concat([...decipherPieces(keys, [ciphertext])]);
  expectEqual('plaintext_hash', createHash('sha256').update(plaintext).digest(), keys.plaintextHash);
  return plaintext;
}

/**
 * As `decryptFlowMedia`, for a download in progress. The ciphertext is held in memory and nothing of the plaintext is
 * released before every check has passed, the hash of the plaintext included; it is decrypted twice for that. The work
 * is cut into pieces, so that it does not hold the event loop.
 * @throws FlowMediaVerificationError as an `error` event of the stream
 * @publicApi
 */
export function decryptFlowMediaStream(
  metadata: FlowMediaEncryption,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: FlowMediaOptions = {},
): Readable {
  return Readable.from(verifiedPieces(metadata, source, options.maxBytes ?? MAX_MEDIA_BYTES), {
    objectMode: false,
  });
}

async function* verifiedPieces(
  metadata: FlowMediaEncryption,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  const keys = readMediaKeys(metadata);
  const ciphertext = await collectCiphertext(keys, source, maxBytes + BLOCK_BYTES + MAC_BYTES);
  const hash = createHash('sha256');
  for (const piece of decipherPieces(keys, ciphertext)) {
    hash.update(piece);
    await setImmediate();
  }
  expectEqual('plaintext_hash', hash.digest(), keys.plaintextHash);
  yield* decipherPieces(keys, ciphertext);
}

/** Reads the whole file, with its hash and HMAC on the way, and returns it without the MAC when both are right. */
async function collectCiphertext(
  keys: FlowMediaKeys,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<Buffer[]> {
  const hash = createHash('sha256');
  const hmac = createHmac('sha256', keys.hmacKey).update(keys.iv);
  const ciphertext: Buffer[] = [];
  // The last bytes seen so far may be the MAC, so they wait here until more arrives.
  let tail = Buffer.alloc(0);
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > maxBytes) throw new FlowMediaVerificationError('size', 'it is larger than allowed.');
    hash.update(chunk);
    const bytes = Buffer.concat([tail, chunk]);
    const end = Math.max(0, bytes.length - MAC_BYTES);
    tail = bytes.subarray(end);
    if (end > 0) {
      const sure = bytes.subarray(0, end);
      hmac.update(sure);
      ciphertext.push(sure);
    }
  }
  expectEqual('encrypted_hash', hash.digest(), keys.encryptedHash);
  expectWholeBlocks(length);
  expectEqual('hmac', tail, hmac.digest().subarray(0, MAC_BYTES));
  return ciphertext;
}

function* decipherPieces(keys: FlowMediaKeys, ciphertext: Iterable<Uint8Array>): Generator<Buffer> {
  const decipher = createDecipheriv('aes-256-cbc', keys.encryptionKey, keys.iv);
  for (const chunk of ciphertext) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      yield decipher.update(chunk.subarray(start, start + PIECE_BYTES));
    }
  }
  let last: Buffer;
  try {
    last = decipher.final();
  } catch {
    throw new FlowMediaVerificationError('decryption', 'the encryption key does not fit.');
  }
  yield last;
}
