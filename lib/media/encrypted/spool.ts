import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaSpoolError } from '../errors/media-spool.error';

const READ_BYTES = 64 * 1024;

/** Bytes of a file that stay in memory; larger ones go to the temporary folder. */
export const SPOOL_MEMORY_BYTES = 1024 * 1024;

/**
 * Keeps bytes until they may be used: in memory, and beyond a limit in a file of the temporary folder. The file has no
 * name from the moment that it is open, so that nothing of it stays behind, whatever happens to the process.
 */
export class Spool {
  private chunks: Uint8Array[] = [];
  private length = 0;
  private file: FileHandle | undefined;

  constructor(
    private readonly memoryBytes: number,
    private readonly folder: string = tmpdir(),
  ) {}

  /** @throws MediaSpoolError */
  async write(chunk: Uint8Array): Promise<void> {
    if (chunk.length === 0) return;
    this.length += chunk.length;
    if (this.file === undefined && this.length <= this.memoryBytes) {
      this.chunks.push(chunk);
      return;
    }
    try {
      if (this.file === undefined) await this.moveToFile();
      await this.file!.appendFile(chunk);
    } catch (error) {
      throw new MediaSpoolError((error as NodeJS.ErrnoException).code);
    }
  }

  /**
   * The bytes but the last `without`, as often as asked for. Each piece is good until the next one: a file is read into
   * one buffer.
   */
  async *read(without = 0): AsyncGenerator<Uint8Array, void, void> {
    const { chunks, file } = this;
    let left = this.length - without;
    for (const chunk of chunks) {
      yield chunk.subarray(0, Math.max(0, left));
      left -= chunk.length;
    }
    if (file === undefined) return;
    const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
    for (let position = 0; left > 0;) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(READ_BYTES, left), position);
      if (bytesRead === 0) return;
      position += bytesRead;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  /** Forgets the bytes. May be called twice. */
  async close(): Promise<void> {
    const { file } = this;
    this.chunks = [];
    this.file = undefined;
    await file?.close();
  }

  private async moveToFile(): Promise<void> {
    const path = join(this.folder, `${randomUUID()}.part`);
    this.file = await open(path, 'wx+', 0o600);
    await unlink(path);
    for (const chunk of this.chunks.splice(0)) await this.file.appendFile(chunk);
  }
}
