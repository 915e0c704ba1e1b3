const DOCS = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';

/** Documented limits of the endpoints of a WABA. */
export const WABA_LIMITS = {
  overrideUrl: { min: 1, max: 200, see: `${DOCS}/webhooks/override` },
  tasks: { min: 1, max: 16, see: `${DOCS}/whatsapp-business-accounts` },
  activityPage: { min: 1, max: 100, see: `${DOCS}/whatsapp-business-accounts` },
  /** Days between `since` and `until` of activities. */
  activityDays: { min: 0, max: 90, see: `${DOCS}/whatsapp-business-accounts` },
} as const;
