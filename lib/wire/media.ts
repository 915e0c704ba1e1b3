/** Answer to an upload. @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
export interface MediaUploadResponse {
  id: string;
}

/** What Meta tells about a piece of media. */
export interface MediaInfoResponse {
  messaging_product: 'whatsapp';
  id: string;
  /** Works for 5 minutes, and only with the access token. */
  url: string;
  mime_type: string;
  /** Hash of the bytes: hex here, base64 in webhooks. */
  sha256: string;
  /** A text in some answers, a number in others. */
  file_size?: string | number;
}

/** Answer to a deletion. */
export interface MediaDeleteResponse {
  success: boolean;
}

/** A resumable upload session. @see https://developers.facebook.com/docs/graph-api/guides/upload */
export interface UploadSessionResponse {
  /** `upload:…?sig=…`, to be used as a path as it is. */
  id: string;
}

/** How far a session has come. */
export interface UploadOffsetResponse {
  id: string;
  /** Bytes that have arrived. */
  file_offset: number | string;
}

/** Answer to the last bytes of a session. */
export interface UploadHandleResponse {
  /** The handle. May hold line breaks. */
  h: string;
}
