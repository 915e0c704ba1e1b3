import { createDecipheriv } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { FlowMediaVerificationError } from '../errors/flow-media-verification.error';
import type { FlowMediaKeys } from './flow-media-keys';

/** Bytes that are worked on before the event loop has its turn. */
const PIECE_BYTES = 256 * 1024;

/**
 * Decrypts piece by piece. What it gives is not checked.
 * @throws FlowMediaVerificationError when the end of the ciphertext has no valid padding
 */
export async function* plaintextOf(
  keys: FlowMediaKeys,
  ciphertext: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void, void> {
  const decipher = createDecipheriv('aes-256-cbc', keys.encryptionKey, keys.iv);
  for await (const chunk of ciphertext) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      yield decipher.update(chunk.subarray(start, start + PIECE_BYTES));
      await setImmediate();
    }
  }
  yield finish(decipher);
}

/** As `plaintextOf`, at once. */
export function plaintextNow(keys: FlowMediaKeys, ciphertext: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-cbc', keys.encryptionKey, keys.iv);
  return Buffer.concat([decipher.update(ciphertext), finish(decipher)]);
}

function finish(decipher: ReturnType<typeof createDecipheriv>): Buffer {
  try {
    return decipher.final();
  } catch {
    throw new FlowMediaVerificationError('decryption');
  }
}
