import type { Limit } from '../validation/limits';

const see = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles';

/** Limits of the business profile. */
export const PROFILE_LIMITS = {
  about: { min: 1, max: 139, see },
  address: { min: 0, max: 256, see },
  description: { min: 0, max: 512, see },
  email: { min: 0, max: 128, see },
  websites: { min: 0, max: 2, see },
  website: { min: 1, max: 256, see },
} as const satisfies Record<string, Limit>;
