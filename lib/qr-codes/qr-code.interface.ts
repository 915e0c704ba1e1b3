import type { WireQrCode } from '../wire/qr-codes/qr-code';

/** Format of the image of a QR code. @publicApi */
export type QrImageFormat = 'PNG' | 'SVG' | (string & {});

/** A QR code and short link that open a chat with a text in it. @publicApi */
export interface QrCode {
  readonly code: string;
  readonly prefilledMessage: string;
  /** Short link. */
  readonly deepLinkUrl: string;
  /** URL of the image, good for a short time. Only where an image was asked for. */
  readonly qrImageUrl?: string;
  /** Meta's answer, untouched. */
  readonly raw: WireQrCode;
}

/** Reads what Meta answered. */
export function readQrCode(raw: WireQrCode): QrCode {
  return {
    code: raw.code,
    prefilledMessage: raw.prefilled_message,
    deepLinkUrl: raw.deep_link_url,
    ...(raw.qr_image_url !== undefined && { qrImageUrl: raw.qr_image_url }),
    raw,
  };
}
