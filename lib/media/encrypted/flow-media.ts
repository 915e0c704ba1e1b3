import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FlowMediaEncryption } from '../../wire/flow/media';
import { downloadTooLarge } from '../checked-stream';
import { CiphertextCheck } from './ciphertext-check';
import type { FlowMediaOptions } from './flow-media-options.interface';
import { expectEqual, MAC_BYTES, contentLimit, readMediaKeys } from './flow-media-keys';
import { plaintextNow } from './plaintext';
import { SPOOL_MEMORY_BYTES } from './spool';
import { verifyFile } from './verified-file';

/**
 * Decrypts a file of PhotoPicker or DocumentPicker that the application has downloaded itself; `MediaService.decrypt`
 * does both. Checks the hash of the ciphertext, its HMAC, decrypts (AES-256-CBC), checks the hash of the content. Works
 * on the calling thread; for files of many megabytes take the stream.
 *
 * Treat the content as hostile: its type and name come from the user.
 * @throws FlowMediaVerificationError with the check that failed
 * @throws MediaTooLargeError when it is over `maxBytes`
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/media_upload
 * @publicApi
 */
export function decryptFlowMedia(
  metadata: FlowMediaEncryption,
  file: Uint8Array,
  options: FlowMediaOptions = {},
): Buffer {
  const maxBytes = contentLimit(options.maxBytes);
  const keys = readMediaKeys(metadata);
  const check = new CiphertextCheck(keys, maxBytes);
  check.take(file);
  check.end();
  const plaintext = plaintextNow(keys, file.subarray(0, file.length - MAC_BYTES));
  expectEqual('plaintext_hash', createHash('sha256').update(plaintext).digest(), keys.plaintextHash);
  if (plaintext.length > maxBytes) throw downloadTooLarge(maxBytes, plaintext.length);
  return plaintext;
}

/**
 * As `decryptFlowMedia`, for a download in progress. Nothing of the content is released before every check has passed,
 * its hash included: until then the ciphertext is kept, in memory up to 1 MiB and beyond that in a temporary file
 * without a name. The content itself is never on disk, and the event loop has its turn between the pieces.
 * @throws FlowMediaVerificationError, MediaTooLargeError or MediaSpoolError as an `error` event of the stream
 * @publicApi
 */
export function decryptFlowMediaStream(
  metadata: FlowMediaEncryption,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: FlowMediaOptions = {},
): Readable {
  return Readable.from(verifiedContent(metadata, source, contentLimit(options.maxBytes)), {
    objectMode: false,
  });
}

async function* verifiedContent(
  metadata: FlowMediaEncryption,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Buffer, void, void> {
  const file = await verifyFile(metadata, source, { maxBytes, memoryBytes: SPOOL_MEMORY_BYTES });
  try {
    yield* file.content();
  } finally {
    await file.close();
  }
}
