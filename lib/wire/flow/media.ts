/** Keys and hashes of an encrypted file; all values are base64. */
export interface FlowMediaEncryption {
  /** SHA-256 of the file on the CDN. */
  encrypted_hash: string;
  /** 16 bytes. */
  iv: string;
  /** 32 bytes. */
  encryption_key: string;
  /** 32 bytes. */
  hmac_key: string;
  /** SHA-256 of the file as the user had it. */
  plaintext_hash: string;
}

/**
 * A file of PhotoPicker or DocumentPicker as the data endpoint gets it.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/media_upload
 */
export interface EncryptedFlowMedia {
  media_id: string;
  /** Kept for up to 20 days; no token is needed. */
  cdn_url: string;
  file_name: string;
  encryption_metadata: FlowMediaEncryption;
}

/** The same file in the completion message: an ordinary media id. */
export interface FlowCompletionMedia {
  /** Meta writes a number; media ids are texts elsewhere. */
  id: string | number;
  file_name: string;
  mime_type: string;
  /** Base64. */
  sha256: string;
}
