import type { MediaInput } from './media-input.interface';
import { CHUNK_BYTES } from './media-input.interface';

/** Media in memory. Read in slices, never copied. */
export class BytesInput implements MediaInput {
  readonly fileName = undefined;
  readonly mimeType = undefined;
  readonly replayable = true;

  constructor(private readonly bytes: Uint8Array) {}

  get size(): number {
    return this.bytes.byteLength;
  }

  head(length: number): Promise<Uint8Array> {
    return Promise.resolve(this.bytes.subarray(0, length));
  }

  async *chunks(offset = 0): AsyncGenerator<Uint8Array, void, void> {
    for (let start = offset; start < this.bytes.byteLength; start += CHUNK_BYTES) {
      yield await Promise.resolve(this.bytes.subarray(start, start + CHUNK_BYTES));
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
