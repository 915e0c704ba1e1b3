import { Readable } from 'node:stream';
import type { MediaInput } from './media-input.interface';

/** A blob, also one that stands for a file (`fs.openAsBlob`). */
export class BlobInput implements MediaInput {
  readonly replayable = true;

  constructor(private readonly blob: Blob) {}

  get size(): number {
    return this.blob.size;
  }

  get mimeType(): string {
    return this.blob.type;
  }

  /** Files have a name. */
  get fileName(): string | undefined {
    const { name } = this.blob as { readonly name?: unknown };
    return typeof name === 'string' ? name : undefined;
  }

  async head(length: number): Promise<Uint8Array> {
    return new Uint8Array(await this.blob.slice(0, length).arrayBuffer());
  }

  chunks(offset = 0): AsyncIterable<Uint8Array> {
    const rest = offset === 0 ? this.blob : this.blob.slice(offset);
    return Readable.fromWeb(rest.stream()) as AsyncIterable<Uint8Array>;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
