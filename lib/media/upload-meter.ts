import { Readable } from 'node:stream';
import { PayloadValidationError } from '../errors/payload-validation.error';
import { TransportError } from '../errors/transport.error';
import { MediaSourceError } from './errors/media-source.error';
import type { MediaProgress } from './media-options.interface';

/** What the bytes of an upload are held against. */
export interface MeterLimits {
  readonly maxBytes: number;
  /** Bytes that were announced, if any. */
  readonly size: number | undefined;
  readonly onProgress: MediaProgress | undefined;
  /** The error for more than `maxBytes`. */
  readonly tooLarge: () => Error;
}

/**
 * Counts the bytes of an upload on their way and stops them where they break a limit. HTTP clients report a body that
 * breaks as an error of their own, so the cause is kept here.
 */
export class UploadMeter {
  /** Bytes that have passed, those before the start included. */
  sent = 0;
  /** What was wrong with the source, if that is why the upload broke. */
  private failure: unknown;

  constructor(private readonly limits: MeterLimits) {}

  /** The chunks as a stream, measured. */
  stream(chunks: AsyncIterable<Uint8Array>, start = 0): Readable {
    return Readable.from(this.pass(chunks, start), { objectMode: false });
  }

  /** The same chunks, measured. */
  async *pass(chunks: AsyncIterable<Uint8Array>, start = 0): AsyncGenerator<Uint8Array, void, void> {
    this.sent = start;
    const iterator = chunks[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
    try {
      for (let chunk = await this.next(iterator); chunk; chunk = await this.next(iterator)) {
        if (chunk.length > 0) yield chunk;
      }
    } finally {
      await iterator.return?.();
    }
  }

  /** The error that made an upload fail: what was wrong with the source, else what the client says. */
  causeOf(error: unknown): unknown {
    return error instanceof TransportError && this.failure !== undefined ? this.failure : error;
  }

  private async next(iterator: AsyncIterator<Uint8Array, undefined>): Promise<Uint8Array | undefined> {
    try {
      const { done, value } = await iterator.next();
      if (done === true) return this.end();
      const { maxBytes, size, onProgress, tooLarge } = this.limits;
      this.sent += value.length;
      if (this.sent > maxBytes) throw tooLarge();
      if (size !== undefined && this.sent > size) throw changed('more');
      onProgress?.(this.sent, size);
      return value;
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  private end(): undefined {
    if (this.sent === 0) throw emptyMedia();
    if (this.limits.size !== undefined && this.sent < this.limits.size) throw changed('fewer');
  }
}

/** The error for media without a byte. */
export function emptyMedia(): PayloadValidationError {
  return new PayloadValidationError('media', [{ path: 'source', message: 'is empty' }]);
}

function changed(difference: 'more' | 'fewer'): MediaSourceError {
  return new MediaSourceError(
    `${difference} bytes came than its size says. Check \`size\`, and that nothing writes to the file.`,
  );
}
