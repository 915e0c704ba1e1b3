import type { Open, WireTimestamp } from './common';

/** A limit that Meta put on an account. */
export interface AccountRestriction {
  restriction_type: Open<
    | 'RESTRICTED_ADD_PHONE_NUMBER_ACTION'
    | 'RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING'
    | 'RESTRICTED_BIZ_INITIATED_MESSAGING'
    | 'RESTRICTED_BUSINESS_INITIATED_CALLING'
    | 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'
    | 'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES'
    | 'RESTRICTED_USER_INITIATED_CALLING'
    | 'RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN'
    | 'RESTRICTED_UTILITY_TEMPLATES'
  >;
  expiration?: WireTimestamp;
  remediation?: string;
}

/** The account that was shared with a partner. */
export interface SharedWabaInfo {
  waba_id?: string;
  owner_business_id?: string;
  partner_app_id?: string;
  solution_id?: string;
  solution_partner_business_ids?: string[];
  ad_account_linked?: string;
  ad_account_id?: string;
}

/** Events of `account_update`. */
export type AccountUpdateEvent = Open<
  | 'ACCOUNT_DELETED'
  | 'ACCOUNT_OFFBOARDED'
  | 'ACCOUNT_RECONNECTED'
  | 'ACCOUNT_RESTRICTION'
  | 'ACCOUNT_VIOLATION'
  | 'AD_ACCOUNT_LINKED'
  | 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE'
  | 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE'
  | 'DISABLED_UPDATE'
  | 'MM_LITE_TERMS_SIGNED'
  | 'PARTNER_ADDED'
  | 'PARTNER_APP_INSTALLED'
  | 'PARTNER_APP_UNINSTALLED'
  | 'PARTNER_CLIENT_CERTIFICATION_NEEDED'
  | 'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE'
  | 'PARTNER_REMOVED'
  | 'VERIFIED_ACCOUNT'
  | 'VOLUME_BASED_PRICING_TIER_UPDATE'
>;

/**
 * Something happened to a WhatsApp Business Account; `event` says which of the other members is there.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
 */
export interface AccountUpdate {
  event: AccountUpdateEvent;
  /** Display number, for events about one number. */
  phone_number?: string;
  violation_info?: { violation_type?: string; remediation?: string };
  restriction_info?: AccountRestriction[];
  /** Older form of a restriction. */
  lock_info?: { expiration?: WireTimestamp };
  ban_info?: {
    /** Older documentation has an array. */
    waba_ban_state?: Open<'DISABLE' | 'REINSTATE' | 'SCHEDULE_FOR_DISABLE'> | string[];
    /** A written date, e.g. `April 17, 2025`. */
    waba_ban_date?: string;
  };
  waba_info?: SharedWabaInfo;
  disconnection_info?: {
    reason?: Open<
      | 'ACCOUNT_DISCONNECTED'
      | 'BUSINESS_DOWNGRADE'
      | 'CHANGE_NUMBER'
      | 'COMPANION_INACTIVITY'
      | 'PRIMARY_INACTIVITY'
      | 'USER_RE_REGISTERED'
    >;
    initiated_by?: Open<'SYSTEM' | 'USER'>;
  };
  partner_client_certification_info?: {
    client_business_id?: string;
    status?: Open<'APPROVED' | 'DISCARDED' | 'FAILED' | 'PENDING' | 'REVOKED'>;
    rejection_reasons?: string[];
  };
  partner_client_certification_needed_info?: { client_business_id?: string };
  auth_international_rate_eligibility?: {
    start_time?: WireTimestamp;
    exception_countries?: { country_code: string; start_time?: WireTimestamp }[];
  };
  country?: string;
  volume_tier_info?: {
    tier_update_time?: WireTimestamp;
    pricing_category?: string;
    /** `min:max` */
    tier?: string;
    /** `YYYY-MM` */
    effective_month?: string;
    region?: string;
  };
}
