import type { PhoneNumberField } from '../wire/phone-numbers/phone-number';

/** What `get` and `list` read unless told otherwise: those that all supported API versions know. */
export const PHONE_NUMBER_FIELDS: readonly PhoneNumberField[] = [
  'id',
  'display_phone_number',
  'verified_name',
  'status',
  'quality_rating',
  'quality_score',
  'code_verification_status',
  'name_status',
  'new_name_status',
  'account_mode',
  'platform_type',
  'throughput',
  'is_official_business_account',
  'is_pin_enabled',
  'is_on_biz_app',
  'is_preverified_number',
  'search_visibility',
  'last_onboarded_time',
  'webhook_configuration',
];
