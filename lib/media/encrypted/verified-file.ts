import { createHash } from 'node:crypto';
import type { FlowMediaEncryption } from '../../wire/flow/media';
import { downloadTooLarge } from '../checked-stream';
import { CiphertextCheck } from './ciphertext-check';
import { HEAD_BYTES } from './file-type';
import { expectEqual, MAC_BYTES, readMediaKeys } from './flow-media-keys';
import { plaintextOf } from './plaintext';
import { Spool } from './spool';

/** How a file is verified. */
export interface VerifyOptions {
  /** Largest content, bytes. */
  readonly maxBytes: number;
  /** Bytes of ciphertext that may stay in memory. */
  readonly memoryBytes: number;
}

/** A file that has passed every check. Close it after use. */
export interface VerifiedFile {
  /** Bytes of the content. */
  readonly size: number;
  /** SHA-256 of the content, in hex. */
  readonly sha256: string;
  /** First bytes of the content. */
  readonly head: Buffer;
  /** The content, decrypted as it is read. */
  content(): AsyncGenerator<Buffer, void, void>;
  close(): Promise<void>;
}

/**
 * Takes in a whole encrypted file and checks it: hash and HMAC of the ciphertext, then, decrypting once without keeping
 * anything, the hash of the content. Only the ciphertext is kept, so that no content is anywhere before the last check
 * has passed, and none is ever on disk; reading decrypts once more, which costs less than a millisecond for a megabyte.
 * @throws FlowMediaVerificationError, MediaTooLargeError, MediaSpoolError, and what the source fails with
 */
export async function verifyFile(
  metadata: FlowMediaEncryption,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { maxBytes, memoryBytes }: VerifyOptions,
): Promise<VerifiedFile> {
  const keys = readMediaKeys(metadata);
  const spool = new Spool(memoryBytes);
  try {
    const check = new CiphertextCheck(keys, maxBytes);
    for await (const chunk of source) {
      check.take(chunk);
      await spool.write(chunk);
    }
    check.end();
    const content = (): AsyncGenerator<Buffer, void, void> => plaintextOf(keys, spool.read(MAC_BYTES));
    const hash = createHash('sha256');
    let [size, head] = [0, Buffer.alloc(0)];
    for await (const piece of content()) {
      hash.update(piece);
      size += piece.length;
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)]);
    }
    const digest = hash.digest();
    expectEqual('plaintext_hash', digest, keys.plaintextHash);
    if (size > maxBytes) throw downloadTooLarge(maxBytes, size);
    return { size, sha256: digest.toString('hex'), head, content, close: () => spool.close() };
  } catch (error) {
    await spool.close();
    throw error;
  }
}
