const SEE =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/in-app-signup';

/** Documented limits of signups. */
export const SIGNUP_LIMITS = {
  message: { min: 1, max: 300, see: SEE },
  promoCode: { min: 1, max: 50, see: SEE },
  displayName: { min: 1, max: 256, see: SEE },
} as const;
