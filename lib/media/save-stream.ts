import { randomUUID } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Writes a stream to a file that appears only when it is whole: into a temporary file beside it first, which is removed
 * when anything fails.
 */
export async function saveStream(stream: Readable, path: string): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await writeFile(file, stream);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    stream.destroy();
    await rm(temporary, { force: true });
    throw error;
  }
}
