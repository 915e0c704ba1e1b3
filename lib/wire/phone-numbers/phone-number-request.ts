import type { Open } from '../inbound/common';
import type { StorageRegion } from '../settings/phone-number-settings';

/** A number that is added to a WABA. */
export interface CreatePhoneNumberRequest {
  /** Country calling code. */
  cc: string;
  /** Without the country calling code. */
  phone_number: string;
  /** Display name. */
  verified_name: string;
  migrate_phone_number?: boolean;
  preverified_id?: string;
}

/** Registration of a number on the Cloud API. */
export interface RegisterPhoneNumberRequest {
  messaging_product: 'whatsapp';
  pin: string;
  /** Up to v20.0; later versions take the number's storage configuration. */
  data_localization_region?: Open<StorageRegion>;
  /** Of an on-premises installation. */
  backup?: { data: string; password: string };
}

/** Meta's answer to a new number. */
export interface CreatePhoneNumberResponse {
  id: string;
  [field: string]: unknown;
}
