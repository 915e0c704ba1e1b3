import type { AccountRef } from './account.interface';
import type { MediaFile, MediaKind, MediaSource } from './media-uploader.interface';

/** How a file is uploaded for which Meta wants a handle. */
export interface HandleUploadRequest extends AccountRef, Omit<MediaFile, 'source'> {
  /** Meta app that the upload belongs to. @default the only app of the module's `appSecret` that has an id */
  readonly appId?: string | undefined;
  /** What the file is for: its limits apply. @default told by the MIME type */
  readonly kind?: MediaKind | undefined;
  /** Check type and size before anything leaves. @default the module's `validate` */
  readonly validate?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Longest wait, milliseconds. @default by the size of the file */
  readonly timeoutMs?: number | undefined;
}

/** Uploads files on behalf of capabilities that need a handle: they do not import each other. */
export interface MediaHandleUploader {
  /** @throws PayloadValidationError, MediaTooLargeError, MediaSourceError, GraphApiError, TransportError */
  uploadHandle(source: MediaSource, request: HandleUploadRequest): Promise<{ readonly handle: string }>;
}

/** Injection token of the uploader. @publicApi */
export const MediaHandleUploader = Symbol.for('nestjs-whatsapp-cloud:media-handle-uploader');
