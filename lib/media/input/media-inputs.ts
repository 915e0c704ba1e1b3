import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { types } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { MediaFile, MediaSource } from '../../config/media-uploader.interface';
import { PayloadValidationError } from '../../errors/payload-validation.error';
import type { CallOptions } from '../../graph/graph-request.interface';
import { BlobInput } from './blob.input';
import { BytesInput } from './bytes.input';
import { brokenUrl } from './fetch-url';
import { FileInput } from './file.input';
import type { MediaInput } from './media-input.interface';
import { StreamInput } from './stream.input';
import { UrlFetcher } from './url-fetcher';

/** How a source is opened. */
export interface OpenOptions extends CallOptions, Pick<MediaFile, 'size'> {
  /** Fetches URLs that lead into private networks too. @default false */
  readonly allowPrivateAddresses?: boolean | undefined;
}

/** Opens sources of media. */
@Injectable()
export class MediaInputs {
  constructor(private readonly urls: UrlFetcher) {}

  /**
   * @throws PayloadValidationError when the value is no source.
   * @throws MediaSourceError when the source cannot be opened.
   */
  async open(source: MediaSource, options: OpenOptions): Promise<MediaInput> {
    const { size } = options;
    if (types.isUint8Array(source)) return new BytesInput(source);
    if (types.isAnyArrayBuffer(source)) return new BytesInput(new Uint8Array(source));
    if (source instanceof Blob) return new BlobInput(source);
    if (source instanceof URL) return this.openUrl(source, options);
    if (source instanceof Readable) return new StreamInput(source, { size });
    if (source instanceof ReadableStream) {
      return new StreamInput(Readable.fromWeb(source as NodeReadableStream), { size });
    }
    const given: unknown = source;
    if (typeof given !== 'object' || given === null) throw notASource(given);
    if ('path' in given && typeof given.path === 'string' && given.path !== '')
      return FileInput.open(given.path);
    if (Symbol.asyncIterator in given)
      return new StreamInput(Readable.from(given as AsyncIterable<Uint8Array>), { size });
    throw notASource(given);
  }

  private async openUrl(url: URL, options: OpenOptions): Promise<MediaInput> {
    const { stream, ...facts } = await this.urls.fetch(url, options);
    return new StreamInput(stream, { ...facts, size: facts.size ?? options.size }, brokenUrl);
  }
}

function notASource(value: unknown): PayloadValidationError {
  const message =
    typeof value === 'string'
      ? 'must not be a text: name a file by `{ path }`, a web address by `new URL(...)`, and make text a Buffer'
      : 'must be a Buffer, Uint8Array, Blob, stream, URL or `{ path }`';
  return new PayloadValidationError('media', [{ path: 'source', message }]);
}
