import { errorTable, maybe, no } from './error-table';
import { GraphApiError } from './graph-api.error';

/** Media could not be fetched, accepted or represented. @publicApi */
export class MediaError extends GraphApiError {
  declare protected readonly group: 'media';
}

/** 131051: Sending: the type is not supported. Receiving: the message cannot be represented. */
export class UnsupportedMessageTypeError extends MediaError {
  declare readonly name: 'UnsupportedMessageTypeError';
}

/** 131052: Media sent by the user could not be fetched (e.g. over 100 MB). */
export class MediaDownloadError extends MediaError {
  declare readonly name: 'MediaDownloadError';
}

/**
 * 131053: Media of an outgoing message could not be fetched or accepted: wrong MIME type, size, or the link
 * answered an error.
 */
export class MediaUploadError extends MediaError {
  declare readonly name: 'MediaUploadError';
}

export const MEDIA_ERRORS = errorTable('media', {
  131051: no(UnsupportedMessageTypeError),
  131052: no(MediaDownloadError),
  131053: maybe(MediaUploadError, 'none'),
});
