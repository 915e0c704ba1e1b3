import type { Limit } from '../validation/limits';

const DOCS = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';

/** Limits of phone numbers. */
export const PHONE_NUMBER_LIMITS = {
  callbackUrl: { min: 1, max: 200, see: `${DOCS}/webhooks/override` },
  pageSize: { min: 1, max: 100, see: `${DOCS}/business-phone-numbers/phone-numbers` },
} as const satisfies Record<string, Limit>;
