/**
 * A QR code and short link that open a chat with a text in it.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes
 */
export interface WireQrCode {
  code: string;
  prefilled_message: string;
  /** Short link. */
  deep_link_url: string;
  /** Image, good for a short time. Only in answers that were asked for one. */
  qr_image_url?: string;
  /** Seconds since the Unix epoch. First-party apps only. */
  creation_time?: number;
  [field: string]: unknown;
}
