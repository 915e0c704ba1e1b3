import type { Limit } from '../validation/limits';

const see = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes';

/** Limits of QR codes. */
export const QR_CODE_LIMITS = {
  prefilledMessage: { min: 1, max: 140, see },
  pageSize: { min: 1, max: 25, see },
} as const satisfies Record<string, Limit>;
