import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { WhatsAppAccount } from '../config/account.interface';
import { Clock } from '../config/clock';
import { GraphApiError } from '../errors/graph-api.error';
import { PayloadValidationError } from '../errors/payload-validation.error';
import { GraphClient } from '../graph/graph-client.service';
import type { GraphResponse } from '../graph/graph-request.interface';
import { pathOf, phoneNumberPath } from '../graph/graph-url';
import type { MediaInfoResponse } from '../wire/media';
import { CheckedStream, downloadTooLarge } from './checked-stream';
import { safeFileName } from './file-name';
import { incomplete } from './media-answers';
import { MAX_MEDIA_BYTES } from './media-limits';
import type {
  DownloadFacts,
  DownloadOptions,
  MediaCallOptions,
  MediaInfo,
  MediaReference,
} from './media-options.interface';
import type { KnownMedia, LocatedMedia } from './media-reference';
import { readReference } from './media-reference';
import { givenSha256, sha256Hex } from './sha256';

/** How long a download URL works, milliseconds. */
const URL_LIFETIME_MS = 300_000;

/** Answers to a download URL that has expired. */
const EXPIRED: ReadonlySet<number | undefined> = new Set([401, 404, 410]);

const MAX_REDIRECTS = 3;

/** A download that is running, with its stream as it is. */
export interface RunningDownload extends DownloadFacts {
  readonly stream: CheckedStream;
  readonly size?: number;
}

/** Asks for media and reads it as a stream. */
@Injectable()
export class GraphMediaDownloader {
  constructor(
    private readonly graph: GraphClient,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** See `MediaService.info`. */
  async info(id: string, options: MediaCallOptions): Promise<MediaInfo> {
    const raw = await this.graph.request<MediaInfoResponse | undefined>({
      method: 'GET',
      path: mediaPath(id, options),
      account: options,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
    });
    if (typeof raw?.url !== 'string') throw incomplete('GET /{id}', 'download URL', raw);
    const size = Number(raw.file_size ?? Number.NaN);
    return {
      id: raw.id ?? id,
      url: raw.url,
      urlExpiresAt: this.clock.now() + URL_LIFETIME_MS,
      mimeType: raw.mime_type,
      ...(Number.isSafeInteger(size) && { size }),
      ...(raw.sha256 && { sha256: raw.sha256 }),
      raw,
    };
  }

  /** See `MediaService.download`. */
  async download(reference: MediaReference, options: DownloadOptions): Promise<RunningDownload> {
    const given = givenSha256(options.sha256);
    const { maxBytes = MAX_MEDIA_BYTES, verify = false } = options;
    let media = readReference(reference);
    const hashWanted = verify && given === undefined && media.sha256 === undefined;
    if (media.url === undefined || hashWanted || options.ownOnly === true) {
      media = await this.refresh(media, options);
    }
    const announced = sha256Hex(media.sha256);
    const sha256 = given ?? (verify ? announced : undefined);
    if (verify && sha256 === undefined) throw unknownHash();
    const answer = await this.fetch(media as LocatedMedia, options, maxBytes);
    return open(answer.media, answer.response, { ...options, maxBytes, sha256, announced });
  }

  /** Fetches from the URL, and once more from a fresh one when it has expired. */
  private async fetch(
    media: LocatedMedia,
    options: DownloadOptions,
    maxBytes: number,
  ): Promise<{ media: KnownMedia; response: GraphResponse<Readable> }> {
    if ((media.size ?? 0) > maxBytes) throw downloadTooLarge(maxBytes, media.size);
    try {
      return { media, response: await this.get(media.url, options) };
    } catch (error) {
      const expired = error instanceof GraphApiError && EXPIRED.has(error.httpStatus);
      if (!expired || media.id === undefined) throw error;
    }
    const fresh = await this.refresh(media, options);
    return { media: fresh, response: await this.get(fresh.url, options) };
  }

  private get(url: string, options: DownloadOptions): Promise<GraphResponse<Readable>> {
    return this.graph.exchange<Readable>({
      method: 'GET',
      path: url,
      account: options,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
      responseType: 'stream',
      maxRedirects: MAX_REDIRECTS,
    });
  }

  /** What Meta says of the media now, over what was known of it. */
  private async refresh(media: KnownMedia, options: MediaCallOptions): Promise<LocatedMedia> {
    if (media.id === undefined) {
      throw new PayloadValidationError('media', [
        {
          path: 'media',
          message: 'must have an id for this: its URL alone does not tell the hash or the owner',
        },
      ]);
    }
    const { id, url, mimeType, size, sha256 = media.sha256 } = await this.info(media.id, options);
    return { ...media, id, url, mimeType, size, sha256 };
  }
}

/** The path of a piece of media, with the check of its owner when asked for. */
export function mediaPath(
  id: string,
  { ownOnly = false }: MediaCallOptions,
): string | ((account: WhatsAppAccount) => string) {
  const path = pathOf(id);
  return ownOnly ? (account) => `${path}?phone_number_id=${phoneNumberPath(account)}` : path;
}

interface OpenOptions extends Pick<DownloadOptions, 'onProgress'> {
  readonly maxBytes: number;
  /** Hash that the bytes must have, in hex. */
  readonly sha256: string | undefined;
  /** Hash that Meta announced, in hex. */
  readonly announced: string | undefined;
}

function open(media: KnownMedia, response: GraphResponse<Readable>, options: OpenOptions): RunningDownload {
  const { headers, data } = response;
  const { maxBytes, sha256, announced, onProgress } = options;
  const length = Number(headers['content-length'] ?? Number.NaN);
  const size = Number.isSafeInteger(length) ? length : media.size;
  if (size !== undefined && size > maxBytes) {
    data.on('error', () => undefined).destroy();
    throw downloadTooLarge(maxBytes, size);
  }
  const endsSilently = Number.isNaN(length) && headers['transfer-encoding'] === undefined;
  const stream = new CheckedStream({ maxBytes, size, endsSilently, sha256, onProgress });
  // Errors and ends travel both ways; whoever reads the stream learns of them there.
  pipeline(data, stream, () => undefined);
  const fileName = safeFileName(media.fileName);
  return {
    stream,
    mimeType: media.mimeType || headers['content-type'] || 'application/octet-stream',
    ...(size !== undefined && { size }),
    ...(announced !== undefined && { sha256: announced }),
    ...(fileName !== undefined && { fileName }),
  };
}

function unknownHash(): PayloadValidationError {
  const message = 'is not known, so the bytes cannot be compared: give the hash, or leave out `verify`';
  return new PayloadValidationError('media', [{ path: 'sha256', message }]);
}
