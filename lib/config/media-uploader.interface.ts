import type { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { AccountRef } from './account.interface';

/**
 * Raw media. A file of this machine is named by `{ path }` alone, so that a text that came from outside never sends one
 * by mistake. A `URL` object is fetched by this process, without the access token. A stream is read once.
 * @publicApi
 */
export type MediaSource =
  | { readonly path: string }
  | Uint8Array
  | ArrayBuffer
  | Blob
  | Readable
  | ReadableStream
  | AsyncIterable<Uint8Array>
  | URL;

/** Raw media with what cannot be told from it. @publicApi */
export interface MediaFile {
  readonly source: MediaSource;
  /** e.g. `image/png`. @default that of the blob or URL, else by the extension of the file name */
  readonly mimeType?: string | undefined;
  /** Name with extension. @default that of the path, blob or URL */
  readonly fileName?: string | undefined;
  /** Bytes in all, for streams, which do not tell. */
  readonly size?: number | undefined;
}

/** What media is used as; each kind has its own types and limits. `gif`: a video that is shown as a GIF. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker' | 'gif';

/** How media is uploaded on behalf of another capability. */
export interface MediaUploadRequest extends AccountRef {
  /** What the media is for. @default told by the MIME type */
  readonly kind?: MediaKind | undefined;
  /** A voice note: Ogg with Opus. @default false */
  readonly voice?: boolean | undefined;
  /** Check type and size before anything leaves. @default the module's `validate` */
  readonly validate?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Longest wait, milliseconds. @default the module's `http.timeoutMs` and 1 s for each 128 kB */
  readonly timeoutMs?: number | undefined;
}

/** Uploaded media. */
export interface UploadedFile {
  /** Media id, good for 30 days on the phone number that it was uploaded to. */
  readonly id: string;
  /** MIME type as sent. */
  readonly mimeType: string;
  /** File name as sent, its extension made to match. */
  readonly fileName: string;
  /** Bytes sent. */
  readonly size: number;
}

/**
 * Uploads raw media for those who only need its id. Capabilities do not import each other: who sends messages takes this
 * by its token.
 */
export interface MediaUploader {
  /** @throws PayloadValidationError, MediaTooLargeError, MediaSourceError, GraphApiError, TransportError */
  uploadFile(file: MediaSource | MediaFile, request?: MediaUploadRequest): Promise<UploadedFile>;
}

/** Injection token of the media uploader. @publicApi */
export const MediaUploader = Symbol.for('nestjs-whatsapp-cloud:media-uploader');
