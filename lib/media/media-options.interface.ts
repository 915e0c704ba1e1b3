import type { Readable } from 'node:stream';
import type { AccountRef } from '../config/account.interface';
import type { MediaFile, MediaKind, UploadedFile } from '../config/media-uploader.interface';
import type { CallOptions } from '../graph/graph-request.interface';
import type { FlowMediaOptions } from './encrypted/flow-media-options.interface';
import type {
  MediaInfoResponse,
  MediaUploadResponse,
  UploadHandleResponse,
  UploadSessionResponse,
} from '../wire/media';

/**
 * Called as bytes go by.
 * @param bytes bytes of the file so far; starts again when the request is repeated
 * @param total bytes in all, when they are known
 */
export type MediaProgress = (bytes: number, total: number | undefined) => void;

/**
 * Settings of an upload. `timeoutMs` is by default the module's `http.timeoutMs` and 1 s more for each 128 kB.
 * @publicApi
 */
export interface UploadOptions extends CallOptions, Omit<MediaFile, 'source'> {
  /** What the media is for: its types and limits apply. @default told by the MIME type */
  readonly kind?: MediaKind | undefined;
  /** A voice note: must be Ogg with Opus. @default false */
  readonly voice?: boolean | undefined;
  /** Minutes that Meta keeps the media, 60 to 43200. For numbers with no-storage only. @default 30 days */
  readonly ttlMinutes?: number | undefined;
  /** Fetches URLs that lead into private networks too. @default false */
  readonly allowPrivateAddresses?: boolean | undefined;
  readonly onProgress?: MediaProgress | undefined;
}

/** Result of an upload. @publicApi */
export interface UploadResult extends UploadedFile {
  /** Meta's answer, untouched. */
  readonly raw: MediaUploadResponse;
}

/** Settings of calls about one piece of media. @publicApi */
export interface MediaCallOptions extends CallOptions {
  /** Refuse media that does not belong to the phone number of the call. @default false */
  readonly ownOnly?: boolean | undefined;
}

/** What Meta tells about a piece of media. @publicApi */
export interface MediaInfo {
  readonly id: string;
  /** Download URL; needs the access token. */
  readonly url: string;
  /** When the URL stops working, milliseconds since the epoch: 5 minutes after the answer. */
  readonly urlExpiresAt: number;
  readonly mimeType: string;
  /** Bytes. */
  readonly size?: number;
  /** Hash of the bytes, as Meta writes it. */
  readonly sha256?: string;
  /** Meta's answer, untouched. */
  readonly raw: MediaInfoResponse;
}

/**
 * Media to download: an id, a download URL, the answer of `info`, the media of an event such as `event.payload.image`,
 * whose URL and hash are then used too, or a file in the completion message of a flow.
 * @publicApi
 */
export type MediaReference =
  | string
  | URL
  | {
      /** Completion messages of flows have numbers. */
      readonly id?: string | number | undefined;
      readonly url?: string | undefined;
      readonly mimeType?: string | undefined;
      readonly mime_type?: string | undefined;
      readonly size?: number | undefined;
      readonly sha256?: string | undefined;
      readonly filename?: string | undefined;
      readonly file_name?: string | undefined;
    };

/**
 * Settings of a download. `timeoutMs` is the longest wait for the answer to begin, and between two pieces of it.
 * @publicApi
 */
export interface DownloadOptions extends MediaCallOptions {
  /** Largest download, bytes. @default 104857600, which is the most that users can send */
  readonly maxBytes?: number | undefined;
  /** Compare the bytes with the hash that Meta announced. @default false */
  readonly verify?: boolean | undefined;
  /** Compare the bytes with this SHA-256 hash, in hex or base64. @default none */
  readonly sha256?: string | undefined;
  readonly onProgress?: MediaProgress | undefined;
}

/**
 * Settings of `decrypt`, `decryptStream` and `decryptToFile`. The account matters only where `http.dispatcher` picks a
 * way out for it.
 * @publicApi
 */
export interface DecryptOptions extends AccountRef, FlowMediaOptions {
  /** Gives up when aborted. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Longest wait for the answer of the CDN to begin, and between two pieces of it, milliseconds.
   * @default the module's `http.timeoutMs`
   */
  readonly timeoutMs?: number | undefined;
  /** Told of the bytes of the encrypted file, which is up to 26 bytes longer than its content. */
  readonly onProgress?: MediaProgress | undefined;
}

/** What is known of downloaded media. */
export interface DownloadFacts {
  /** As Meta tells. Of decrypted files, which come without, it is told by their content. */
  readonly mimeType: string;
  /** Hash that Meta announced, in hex. */
  readonly sha256?: string;
  /** Name that the sender gave, without folders. Absent for most media. Do not use it as a path. */
  readonly fileName?: string;
}

/** A download that is running. Read the stream to its end or destroy it, or its connection stays taken. @publicApi */
export interface MediaDownload extends DownloadFacts {
  /** The bytes. Fails with `TransportError`, `MediaTooLargeError` or `MediaMismatchError`. */
  readonly stream: Readable;
  /** Bytes in all, when Meta tells. */
  readonly size?: number;
}

/** Downloaded media in memory. @publicApi */
export interface MediaBuffer extends DownloadFacts {
  readonly data: Buffer;
  readonly size: number;
}

/** Downloaded media in a file. @publicApi */
export interface SavedMedia extends DownloadFacts {
  readonly path: string;
  readonly size: number;
}

/** From which account to which. @publicApi */
export interface CopyOptions extends Omit<UploadOptions, keyof AccountRef | 'size'> {
  /** The account that has the media. @default the default account */
  readonly from?: AccountRef | undefined;
  /** The account that gets it. */
  readonly to: AccountRef;
}

/** Settings of resumable uploads. @publicApi */
export interface SessionOptions extends CallOptions {
  /** Meta app id. @default the only `appId` among the module's app secrets */
  readonly appId?: string | undefined;
}

/** The file of a resumable upload. */
export interface SessionFile {
  /** Name with extension. */
  readonly fileName: string;
  /** `application/pdf`, `image/jpeg`, `image/png` or `video/mp4`. */
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
}

/** A resumable upload that has begun. @publicApi */
export interface UploadSession {
  /** `upload:…`; pass it to `uploadHandle` as `sessionId`. */
  readonly id: string;
  /** Meta's answer, untouched. */
  readonly raw: UploadSessionResponse;
}

/** Settings of `uploadHandle`. @publicApi */
export interface HandleOptions extends SessionOptions, Omit<MediaFile, 'source'> {
  /** Session to go on with, e.g. after a restart of the process. @default a new one */
  readonly sessionId?: string | undefined;
  /** What the media is for: its limit applies. @default told by the MIME type */
  readonly kind?: MediaKind | undefined;
  /** Fetches URLs that lead into private networks too. @default false */
  readonly allowPrivateAddresses?: boolean | undefined;
  readonly onProgress?: MediaProgress | undefined;
}

/** Result of `uploadHandle`. @publicApi */
export interface HandleResult {
  /** The handle, for `header_handle` of templates and `profile_picture_handle`. May hold line breaks. */
  readonly handle: string;
  readonly sessionId: string;
  /** Meta's answer, untouched. */
  readonly raw: UploadHandleResponse;
}
