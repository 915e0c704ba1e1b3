import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { TransformCallback } from 'node:stream';
import { Transform } from 'node:stream';
import { MediaMismatchError } from './errors/media-mismatch.error';
import { MediaTooLargeError } from './errors/media-too-large.error';
import type { MediaProgress } from './media-options.interface';

/** What the bytes of a download are held against. */
export interface DownloadChecks {
  readonly maxBytes: number;
  /** Bytes that were announced, if any. */
  readonly size: number | undefined;
  /** Whether only the announced size tells a whole download from a cut one. */
  readonly endsSilently: boolean;
  /** Hash that the bytes must have, in hex. */
  readonly sha256: string | undefined;
  readonly onProgress: MediaProgress | undefined;
}

/** The bytes of a download. Ends only when they are what was announced, else it fails. */
export class CheckedStream extends Transform {
  /** Bytes so far. */
  bytes = 0;
  private readonly hash: Hash | undefined;

  constructor(private readonly checks: DownloadChecks) {
    super();
    this.hash = checks.sha256 === undefined ? undefined : createHash('sha256');
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, callback: TransformCallback): void {
    const { maxBytes, size, onProgress } = this.checks;
    this.bytes += chunk.length;
    if (this.bytes > maxBytes) return callback(downloadTooLarge(maxBytes));
    this.hash?.update(chunk);
    try {
      onProgress?.(this.bytes, size);
    } catch (error) {
      return callback(error as Error);
    }
    callback(null, chunk);
  }

  override _flush(callback: TransformCallback): void {
    const { size, endsSilently, sha256 } = this.checks;
    const cut = endsSilently && size !== undefined && this.bytes < size;
    const differs = this.hash !== undefined && this.hash.digest('hex') !== sha256;
    if (cut || differs) callback(new MediaMismatchError(cut ? 'size' : 'sha256'));
    else callback();
  }
}

/** The error for a download over its limit. */
export function downloadTooLarge(maxBytes: number, size?: number): MediaTooLargeError {
  const fix = 'Raise `maxBytes` to download it.';
  return new MediaTooLargeError({ maxBytes, size, subject: 'this download', field: 'maxBytes', fix });
}
