import { createHmac, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;
/** Longer messages are rare, and the time for them is the hashing itself. */
const SHORT_BYTES = 16 * 1024;

/** Where a short message stands behind the key while it is hashed. One for all: nothing waits in between. */
const workspace = Buffer.allocUnsafeSlow(BLOCK_BYTES + SHORT_BYTES);

/**
 * HMAC-SHA256 under one secret (RFC 2104). For short messages it is put together from two hashes: `createHmac` makes an
 * object for each message, which takes a tenth of the time of a whole webhook. The secret stays out of what `inspect` shows.
 */
export class HmacSha256 {
  readonly #key: KeyObject;
  readonly #inner: Buffer;
  /** The key block, and room for the digest of the inner hash. */
  readonly #outer: Buffer;

  constructor(key: KeyObject) {
    this.#key = key;
    const secret = key.export();
    const short = secret.length > BLOCK_BYTES ? Buffer.from(hash('sha256', secret, 'hex'), 'hex') : secret;
    this.#inner = padded(short, INNER_PAD, BLOCK_BYTES);
    this.#outer = padded(short, OUTER_PAD, BLOCK_BYTES + DIGEST_BYTES);
  }

  /** The 32 bytes that sign a message. */
  digest(message: Uint8Array): Buffer {
    if (message.length > SHORT_BYTES) return createHmac('sha256', this.#key).update(message).digest();
    this.#inner.copy(workspace);
    workspace.set(message, BLOCK_BYTES);
    const inner = hash('sha256', workspace.subarray(0, BLOCK_BYTES + message.length), 'hex');
    this.#outer.write(inner, BLOCK_BYTES, 'hex');
    return Buffer.from(hash('sha256', this.#outer, 'hex'), 'hex');
  }
}

function padded(key: Buffer, pad: number, length: number): Buffer {
  const block = Buffer.alloc(length, pad);
  for (const [i, byte] of key.entries()) block[i] = byte ^ pad;
  return block;
}
