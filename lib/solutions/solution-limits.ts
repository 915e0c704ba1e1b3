import type { Limit } from '../validation/limits';

const see =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/multi-partner-solutions';

/** Limits of multi-partner solutions. */
export const SOLUTION_LIMITS = {
  name: { min: 2, max: 75, see },
  reason: { min: 1, max: 500, see },
} as const satisfies Record<string, Limit>;
