import type { Limit } from '../validation/limits';

const see =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components';

/** Limits of ice breakers and commands. Meta's OpenAPI file still says 3 ice breakers and names of 30 characters. */
export const AUTOMATION_LIMITS = {
  iceBreakers: { min: 0, max: 4, see },
  iceBreaker: { min: 1, max: 80, see },
  commands: { min: 0, max: 30, see },
  commandName: { min: 1, max: 32, see },
  commandDescription: { min: 1, max: 256, see },
} as const satisfies Record<string, Limit>;
