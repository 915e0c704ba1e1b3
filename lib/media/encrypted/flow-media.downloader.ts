import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { createHostPolicy } from '../../config/allowed-hosts';
import type { HostPolicy } from '../../config/allowed-hosts';
import { Clock } from '../../config/clock';
import type { WhatsAppModuleOptions } from '../../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../../config/whatsapp.constants';
import { PayloadValidationError } from '../../errors/payload-validation.error';
import type { EncryptedFlowMedia } from '../../wire/flow/media';
import { abortable } from '../abort';
import { downloadTooLarge } from '../checked-stream';
import { FlowMediaUnavailableError } from '../errors/flow-media-unavailable.error';
import { MediaSourceError } from '../errors/media-source.error';
import { safeFileName } from '../file-name';
import type { FetchedUrl } from '../input/fetch-url';
import { brokenUrl } from '../input/fetch-url';
import { UrlFetcher } from '../input/url-fetcher';
import type { DecryptOptions, DownloadFacts } from '../media-options.interface';
import { fileTypeOf } from './file-type';
import { contentLimit, encryptedLimit, readMediaKeys } from './flow-media-keys';
import { isFlowMediaUrl } from './flow-media-url';
import type { VerifiedFile } from './verified-file';
import { verifyFile } from './verified-file';

/** A picked file that has passed every check, and what is known of it. */
export interface DecryptedFile extends DownloadFacts {
  readonly file: VerifiedFile;
}

/** Fetches files of PhotoPicker and DocumentPicker from WhatsApp's CDN, without the access token. */
@Injectable()
export class FlowMediaDownloader {
  /** Hosts that the application has listed; Meta's own are in neither list of the two. */
  readonly #isListed: HostPolicy;

  constructor(
    private readonly urls: UrlFetcher,
    @Inject(WHATSAPP_OPTIONS) options: Pick<WhatsAppModuleOptions, 'allowedHosts'>,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    const [listed, metas] = [createHostPolicy(options.allowedHosts), createHostPolicy()];
    this.#isListed = (url) => listed(url) && !metas(url);
  }

  /**
   * Downloads and checks a file.
   * @param memoryBytes bytes that may stay in memory until the checks have passed
   */
  async open(
    media: EncryptedFlowMedia,
    options: DecryptOptions,
    memoryBytes: number,
  ): Promise<DecryptedFile> {
    const maxBytes = contentLimit(options.maxBytes);
    const url = this.urlOf(media);
    readMediaKeys(media.encryption_metadata);
    return abortable(options.signal, 'GET /{cdn_url}', async () => {
      const answer = await this.fetch(url, options);
      try {
        if ((answer.size ?? 0) > encryptedLimit(maxBytes)) throw downloadTooLarge(maxBytes, answer.size);
        const source = this.read(answer, options);
        const file = await verifyFile(media.encryption_metadata, source, { maxBytes, memoryBytes });
        const fileName = typeof media.file_name === 'string' ? safeFileName(media.file_name) : undefined;
        const mimeType = fileTypeOf(file.head, fileName);
        return { file, mimeType, sha256: file.sha256, ...(fileName !== undefined && { fileName }) };
      } finally {
        answer.stream.destroy();
      }
    });
  }

  /** The value comes from outside: whatever is not the CDN is not fetched. */
  private urlOf(media: unknown): URL {
    if (typeof media !== 'object' || media === null || !('cdn_url' in media)) {
      const fix =
        'pass the object of the picked file; files of a completion message have an `id`: use `toBuffer`';
      throw refused('is missing', fix);
    }
    const text = media.cdn_url;
    if (typeof text === 'string' && URL.canParse(text)) {
      const url = new URL(text);
      if (isFlowMediaUrl(text) || this.#isListed(url)) return url;
    }
    throw refused(
      'must be an https URL of whatsapp.net',
      'list the host in `allowedHosts` if it is an emulator',
    );
  }

  private async fetch(url: URL, options: DecryptOptions): Promise<FetchedUrl> {
    try {
      return await this.urls.fetch(url, {
        ...options,
        mayFollow: (next) => next.origin === url.origin && next.username === '' && next.password === '',
        allowPrivateAddresses: this.#isListed(url),
      });
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** The bytes as they come, as long as they do. The disk may take its time: only waits for the CDN count. */
  private async *read(
    { stream, size }: FetchedUrl,
    { timeoutMs, onProgress }: DecryptOptions,
  ): AsyncGenerator<Uint8Array, void, void> {
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
    for (let bytes = 0; ;) {
      const chunk = await this.next(stream, chunks, this.urls.timeoutOf(timeoutMs));
      if (!chunk) return;
      bytes += chunk.length;
      onProgress?.(bytes, size);
      yield chunk;
    }
  }

  private async next(
    stream: Readable,
    chunks: AsyncIterator<Uint8Array, undefined>,
    timeoutMs: number,
  ): Promise<Uint8Array | undefined> {
    const silence = new FlowMediaUnavailableError({ code: 'ETIMEDOUT' });
    const timer = this.clock.schedule(() => stream.destroy(silence), timeoutMs);
    try {
      return (await chunks.next()).value;
    } catch (error) {
      throw unavailable(error);
    } finally {
      timer.cancel();
    }
  }
}

/** Errors of the network name addresses, so that only their code is kept. */
function unavailable(error: unknown): FlowMediaUnavailableError {
  if (error instanceof FlowMediaUnavailableError) return error;
  const { httpStatus, code } = error instanceof MediaSourceError ? error : brokenUrl(error);
  return new FlowMediaUnavailableError({ httpStatus, code });
}

function refused(message: string, fix: string): PayloadValidationError {
  return new PayloadValidationError('flow media', [{ path: 'cdn_url', message: `${message}; ${fix}` }]);
}
