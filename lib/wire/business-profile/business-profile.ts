import type { Open } from '../inbound/common';

/** Industry of a business. */
export type BusinessVertical = Open<
  | 'UNDEFINED'
  | 'OTHER'
  | 'AUTO'
  | 'BEAUTY'
  | 'APPAREL'
  | 'EDU'
  | 'ENTERTAIN'
  | 'EVENT_PLAN'
  | 'FINANCE'
  | 'GROCERY'
  | 'GOVT'
  | 'HOTEL'
  | 'HEALTH'
  | 'NONPROFIT'
  | 'PROF_SERVICES'
  | 'RETAIL'
  | 'TRAVEL'
  | 'RESTAURANT'
  | 'NOT_A_BIZ'
  | 'ALCOHOL'
  | 'ONLINE_GAMBLING'
  | 'PHYSICAL_GAMBLING'
  | 'OTC_DRUGS'
>;

/**
 * The business profile that users see. What the business has not set is left out.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles
 */
export interface BusinessProfile {
  /** Of the profile itself. Only where a profile is read by its id. */
  id?: string;
  /** Name of the business, up to 75 characters. Only where a profile is read by its id. */
  account_name?: string;
  messaging_product?: 'whatsapp';
  /** Text under the picture. */
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  /** URL of the picture held by Meta. Read-only: the picture is set by `profile_picture_handle`. */
  profile_picture_url?: string;
  websites?: readonly string[];
  /** Industry. */
  vertical?: BusinessVertical;
  [field: string]: unknown;
}

/** Fields of the business profile that can be read. */
export type BusinessProfileField = Open<
  | 'id'
  | 'account_name'
  | 'about'
  | 'address'
  | 'description'
  | 'email'
  | 'profile_picture_url'
  | 'websites'
  | 'vertical'
  | 'messaging_product'
>;
