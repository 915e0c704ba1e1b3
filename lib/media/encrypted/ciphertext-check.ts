import { createHash, createHmac } from 'node:crypto';
import type { Hash, Hmac } from 'node:crypto';
import { downloadTooLarge } from '../checked-stream';
import { FlowMediaVerificationError } from '../errors/flow-media-verification.error';
import { BLOCK_BYTES, encryptedLimit, expectEqual, MAC_BYTES } from './flow-media-keys';
import type { FlowMediaKeys } from './flow-media-keys';

/** Checks an encrypted file, `ciphertext || mac`, as it comes in. */
export class CiphertextCheck {
  private readonly hash: Hash = createHash('sha256');
  private readonly hmac: Hmac;
  /** The last bytes so far may be the MAC: they wait here until more arrives. */
  private tail: Buffer = Buffer.alloc(0);
  private length = 0;

  constructor(
    private readonly keys: FlowMediaKeys,
    private readonly maxBytes: number,
  ) {
    this.hmac = createHmac('sha256', keys.hmacKey).update(keys.iv);
  }

  /**
   * Takes the next bytes of the file.
   * @throws MediaTooLargeError
   */
  take(chunk: Uint8Array): void {
    this.length += chunk.length;
    if (this.length > encryptedLimit(this.maxBytes)) throw downloadTooLarge(this.maxBytes);
    this.hash.update(chunk);
    if (chunk.length < MAC_BYTES) return this.hold(Buffer.concat([this.tail, chunk]));
    this.hmac.update(this.tail).update(chunk.subarray(0, -MAC_BYTES));
    this.tail = Buffer.from(chunk.subarray(-MAC_BYTES));
  }

  /** @throws FlowMediaVerificationError when the file is not the one that was announced. */
  end(): void {
    expectEqual('encrypted_hash', this.hash.digest(), this.keys.encryptedHash);
    const ciphertext = this.length - MAC_BYTES;
    if (ciphertext < BLOCK_BYTES || ciphertext % BLOCK_BYTES !== 0)
      throw new FlowMediaVerificationError('size');
    expectEqual('hmac', this.tail, this.hmac.digest().subarray(0, MAC_BYTES));
  }

  private hold(bytes: Buffer): void {
    const end = Math.max(0, bytes.length - MAC_BYTES);
    this.hmac.update(bytes.subarray(0, end));
    this.tail = bytes.subarray(end);
  }
}
