import { addAbortSignal, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { MediaSource } from '../config/media-uploader.interface';
import { GraphClient } from '../graph/graph-client.service';
import type { EncryptedFlowMedia } from '../wire/flow/media';
import type { MediaDeleteResponse } from '../wire/media';
import { FlowMediaDownloader } from './encrypted/flow-media.downloader';
import { SPOOL_MEMORY_BYTES } from './encrypted/spool';
import { incomplete } from './media-answers';
import { GraphMediaDownloader, mediaPath } from './media.downloader';
import type {
  CopyOptions,
  DecryptOptions,
  DownloadOptions,
  HandleOptions,
  HandleResult,
  MediaBuffer,
  MediaCallOptions,
  MediaDownload,
  MediaInfo,
  MediaReference,
  SavedMedia,
  SessionFile,
  SessionOptions,
  UploadOptions,
  UploadResult,
  UploadSession,
} from './media-options.interface';
import { GraphMediaUploader } from './media.uploader';
import { ResumableUploader } from './resumable.uploader';
import { saveStream } from './save-stream';

/**
 * Uploads, downloads and deletes media. Bytes are streamed both ways: memory does not grow with the file.
 * @example const { id } = await media.upload({ path: './invoice.pdf' });
 * @example const { data } = await media.toBuffer(event.payload.image);
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 * @publicApi
 */
@Injectable()
export class MediaService {
  constructor(
    private readonly graph: GraphClient,
    private readonly uploader: GraphMediaUploader,
    private readonly downloader: GraphMediaDownloader,
    private readonly resumable: ResumableUploader,
    private readonly flowMedia: FlowMediaDownloader,
  ) {}

  /**
   * Uploads media to a phone number, where its id is good for 30 days. Type and size are checked first; of a stream
   * without a known size, as it goes. Files, buffers and blobs are sent again when nothing can have arrived; streams are
   * sent once.
   * @example await media.upload(buffer, { mimeType: 'audio/ogg', voice: true });
   * @throws UnsupportedMimeTypeError when Meta does not take the type.
   * @throws MediaTooLargeError when the media is over the limit of its type.
   * @throws MediaSourceError when the media cannot be read.
   */
  upload(source: MediaSource, options: UploadOptions = {}): Promise<UploadResult> {
    return this.uploader.upload(source, options);
  }

  /** Asks for type, size, hash and a download URL, which works for 5 minutes. */
  info(id: string, options: MediaCallOptions = {}): Promise<MediaInfo> {
    return this.downloader.info(id, options);
  }

  /**
   * Starts a download: asks for the URL where needed, and for a fresh one when it has expired. The access token goes to
   * Meta's hosts and `allowedHosts` only, and never along with a redirect.
   * @example const { stream } = await media.download(event.payload.document, { verify: true });
   * @throws GraphApiError when Meta does not give it out.
   * @throws MediaTooLargeError when it is known to be over `maxBytes`; else the stream fails with it.
   */
  download(media: MediaReference, options: DownloadOptions = {}): Promise<MediaDownload> {
    return this.downloader.download(media, options);
  }

  /** Downloads media into memory. @throws as `download` and its stream */
  async toBuffer(media: MediaReference, options: DownloadOptions = {}): Promise<MediaBuffer> {
    const { stream, ...facts } = await this.downloader.download(media, options);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return { ...facts, data: Buffer.concat(chunks, stream.bytes), size: stream.bytes };
  }

  /**
   * Downloads media into a file, which appears, or replaces another, only when it is whole.
   * @throws as `download` and its stream, and errors of the file system
   */
  async toFile(media: MediaReference, path: string, options: DownloadOptions = {}): Promise<SavedMedia> {
    const { stream, ...facts } = await this.downloader.download(media, options);
    await saveStream(stream, path);
    return { ...facts, path, size: stream.bytes };
  }

  /**
   * Downloads a file that a user picked in a flow and decrypts it into memory. The data endpoint gets such files from
   * PhotoPicker and DocumentPicker; those of the completion message are ordinary media for `download`. The file comes
   * from WhatsApp's CDN, or from a host of `allowedHosts`, without the access token and without redirects to other hosts.
   * Its hash, its authentication code and the hash of its content are checked before anything is given out.
   *
   * Treat the content as hostile: the user chose it, and its name. For files of many megabytes take `decryptStream`.
   * @example const { data, mimeType } = await media.decrypt(request.data.photos[0]);
   * @throws FlowMediaVerificationError with the check that failed.
   * @throws FlowMediaUnavailableError when the CDN does not give it out.
   * @throws MediaTooLargeError when it is over `maxBytes`.
   * @throws PayloadValidationError when it is not such a file, or its URL leads elsewhere.
   * @throws TransportError when the signal aborts.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/media_upload
   */
  async decrypt(media: EncryptedFlowMedia, options: DecryptOptions = {}): Promise<MediaBuffer> {
    const { file, ...facts } = await this.flowMedia.open(media, options, Number.POSITIVE_INFINITY);
    const data = Buffer.allocUnsafeSlow(file.size);
    let size = 0;
    for await (const piece of file.content()) size += piece.copy(data, size);
    await file.close();
    return { ...facts, data, size };
  }

  /**
   * As `decrypt`, as a stream of which little is in memory. It resolves when every check has passed: until then the file
   * waits as it came, encrypted, in memory up to 1 MiB and beyond that in a temporary file without a name. Read the stream
   * to its end or destroy it, or that file stays open.
   * @throws as `decrypt`, and MediaSpoolError when the temporary folder does not take it
   */
  async decryptStream(media: EncryptedFlowMedia, options: DecryptOptions = {}): Promise<MediaDownload> {
    const { file, ...facts } = await this.flowMedia.open(media, options, SPOOL_MEMORY_BYTES);
    const stream = Readable.from(file.content(), { objectMode: false });
    stream.once('close', () => void file.close().catch(() => undefined));
    if (options.signal) addAbortSignal(options.signal, stream);
    return { ...facts, stream, size: file.size };
  }

  /**
   * As `decryptStream`, into a file, which appears, or replaces another, only when it is whole.
   * @throws as `decryptStream`, and errors of the file system
   */
  async decryptToFile(
    media: EncryptedFlowMedia,
    path: string,
    options: DecryptOptions = {},
  ): Promise<SavedMedia> {
    const { file, ...facts } = await this.flowMedia.open(media, options, SPOOL_MEMORY_BYTES);
    try {
      await saveStream(Readable.from(file.content(), { objectMode: false }), path);
    } finally {
      await file.close();
    }
    return { ...facts, path, size: file.size };
  }

  /** Deletes media. Messages that were sent with it keep it. */
  async delete(id: string, options: MediaCallOptions = {}): Promise<void> {
    const raw = await this.graph.request<MediaDeleteResponse | undefined>({
      method: 'DELETE',
      path: mediaPath(id, options),
      account: options,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
    });
    if (raw?.success !== true) throw incomplete('DELETE /{id}', '`success`', raw);
  }

  /**
   * Copies media to another phone number, since ids work on one number only. Streamed from one to the other.
   * @example await media.copy(id, { from: { phoneNumberId: a }, to: { phoneNumberId: b } });
   * @throws as `download` and `upload`
   */
  async copy(media: MediaReference, options: CopyOptions): Promise<UploadResult> {
    const { from, to, mimeType, fileName, ...rest } = options;
    const { signal, timeoutMs } = rest;
    const found = await this.downloader.download(media, { ...from, signal, timeoutMs });
    try {
      return await this.uploader.upload(found.stream, {
        ...rest,
        ...to,
        mimeType: mimeType ?? found.mimeType,
        fileName: fileName ?? found.fileName,
        size: found.size,
      });
    } finally {
      found.stream.destroy();
    }
  }

  /**
   * Begins a resumable upload without sending anything; `uploadHandle` does so by itself.
   * @throws WhatsAppConfigurationError when the app id is not known.
   * @see https://developers.facebook.com/docs/graph-api/guides/upload
   */
  createUploadSession(file: SessionFile, options: SessionOptions = {}): Promise<UploadSession> {
    return this.resumable.createSession(file, options);
  }

  /**
   * Uploads a file for the header of a template or for the profile picture, which take a handle in place of a media id.
   * After a broken connection it goes on where Meta says the bytes end; streams, which cannot be read again, do not.
   * @example const { handle } = await media.uploadHandle({ path: './header.png' }, { appId });
   * @throws as `upload`, and WhatsAppConfigurationError when the app id is not known.
   */
  uploadHandle(source: MediaSource, options: HandleOptions = {}): Promise<HandleResult> {
    return this.resumable.uploadHandle(source, options);
  }
}
