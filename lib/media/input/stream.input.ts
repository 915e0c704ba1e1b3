import type { Readable } from 'node:stream';
import { MediaSourceError } from '../errors/media-source.error';
import type { MediaInput } from './media-input.interface';

/** What is known of a stream from elsewhere. */
export interface StreamFacts {
  readonly size?: number | undefined;
  readonly fileName?: string | undefined;
  readonly mimeType?: string | undefined;
}

/** A stream, which can be read once. Closing it destroys what has not been read. */
export class StreamInput implements MediaInput {
  readonly size: number | undefined;
  readonly fileName: string | undefined;
  readonly mimeType: string | undefined;
  readonly replayable = false;
  private readonly iterator: AsyncIterator<unknown, undefined>;
  private ahead: Uint8Array[] = [];
  private taken = false;

  constructor(
    private readonly stream: Readable,
    facts: StreamFacts = {},
    /** Turns what the stream fails with into an error that callers may see. */
    private readonly asFailure: (error: unknown) => unknown = (error) => error,
  ) {
    this.size = facts.size;
    this.fileName = facts.fileName;
    this.mimeType = facts.mimeType;
    // Its error reaches the reader through the iterator; before anybody reads it must not end the process.
    stream.on('error', () => undefined);
    this.iterator = stream[Symbol.asyncIterator]();
  }

  async head(length: number): Promise<Uint8Array> {
    let size = this.ahead.reduce((sum, chunk) => sum + chunk.length, 0);
    while (size < length) {
      const chunk = await this.next();
      if (!chunk) break;
      this.ahead.push(chunk);
      size += chunk.length;
    }
    return Buffer.concat(this.ahead).subarray(0, length);
  }

  async *chunks(): AsyncGenerator<Uint8Array, void, void> {
    if (this.taken) throw new MediaSourceError('a stream can be read once only');
    this.taken = true;
    for (const chunk of this.ahead.splice(0)) yield chunk;
    for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk;
  }

  close(): Promise<void> {
    this.stream.destroy();
    return Promise.resolve();
  }

  private async next(): Promise<Uint8Array | undefined> {
    const { done, value } = await this.iterator.next().catch((error: unknown) => {
      throw this.asFailure(error);
    });
    if (done === true) return undefined;
    if (value instanceof Uint8Array) return value;
    if (typeof value === 'string') return Buffer.from(value);
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    throw new MediaSourceError('the stream gives objects. It must give bytes (Buffer, Uint8Array).');
  }
}
