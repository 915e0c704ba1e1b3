import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { MediaSourceError } from '../errors/media-source.error';
import type { MediaInput } from './media-input.interface';
import { CHUNK_BYTES } from './media-input.interface';

/** A file of this machine, opened once: what it held then is what is sent. */
export class FileInput implements MediaInput {
  readonly mimeType = undefined;
  readonly replayable = true;

  private constructor(
    private readonly handle: FileHandle,
    readonly fileName: string,
    readonly size: number,
  ) {}

  /** @throws MediaSourceError when there is no such file or it cannot be read. */
  static async open(path: string): Promise<FileInput> {
    let handle: FileHandle | undefined;
    try {
      handle = await open(path, 'r');
      const stat = await handle.stat();
      if (stat.isFile()) return new FileInput(handle, basename(path), stat.size);
    } catch (error) {
      await handle?.close();
      throw unreadable(error);
    }
    await handle.close();
    throw new MediaSourceError('the path does not lead to a file. Give pipes and devices as a stream.');
  }

  head(length: number): Promise<Uint8Array> {
    return this.read(0, Math.min(length, this.size));
  }

  async *chunks(offset = 0): AsyncGenerator<Uint8Array, void, void> {
    for (let position = offset; position < this.size;) {
      const bytes = await this.read(position, Math.min(CHUNK_BYTES, this.size - position));
      if (bytes.length === 0) return;
      position += bytes.length;
      yield bytes;
    }
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  private async read(position: number, length: number): Promise<Uint8Array> {
    try {
      const { buffer, bytesRead } = await this.handle.read(
        Buffer.allocUnsafeSlow(length),
        0,
        length,
        position,
      );
      return buffer.subarray(0, bytesRead);
    } catch (error) {
      throw unreadable(error);
    }
  }
}

/** Errors of the file system quote the path, which may name a person. */
function unreadable(error: unknown): MediaSourceError {
  const { code } = error as { readonly code?: string };
  return new MediaSourceError('the file cannot be read. Check the path and its permissions.', { code });
}
