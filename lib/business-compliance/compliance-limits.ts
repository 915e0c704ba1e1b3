import type { Limit } from '../validation/limits';

const see =
  'https://developers.facebook.com/docs/whatsapp/on-premises/reference/settings/business-compliance-info';

/** Limits of the compliance information. */
export const COMPLIANCE_LIMITS = {
  entityName: { min: 2, max: 128, see },
  entityTypeCustom: { min: 1, max: 1024, see },
  officerName: { min: 1, max: 128, see },
  email: { min: 1, max: 128, see },
  phoneNumber: { min: 3, max: 20, see },
} as const satisfies Record<string, Limit>;
