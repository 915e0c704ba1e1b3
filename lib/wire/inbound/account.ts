import type { Open, WireTimestamp } from './common';

/** What an account alert says. */
export interface AccountAlertInfo {
  alert_severity?: Open<'CRITICAL' | 'INFORMATIONAL' | 'WARNING'>;
  alert_status?: Open<'ACTIVE' | 'NONE'>;
  alert_type?: Open<
    | 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED'
    | 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED'
    | 'INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO'
    | 'OBA_APPROVED'
    | 'OBA_REJECTED'
    | 'PROFILE_PICTURE_LOST'
  >;
  alert_description?: string;
}

/** An alert about a portfolio, account or number. Older versions carry the members of `alert_info` on top. */
export interface AccountAlert extends AccountAlertInfo {
  entity_type?: Open<'BUSINESS' | 'PHONE_NUMBER' | 'WABA'>;
  entity_id?: string;
  alert_info?: AccountAlertInfo;
}

/** Meta reviewed the account. */
export interface AccountReviewUpdate {
  decision: Open<'APPROVED' | 'DEFERRED' | 'PENDING' | 'REJECTED'>;
}

/** The calling settings of a number. */
export interface CallingSettings {
  status?: Open<'DISABLED' | 'ENABLED'>;
  call_icon_visibility?: string;
  callback_permission_status?: string;
  call_hours?: {
    status?: Open<'DISABLED' | 'ENABLED'>;
    timezone_id?: string;
    weekly_operating_hours?: { day_of_week: string; open_time: string; close_time: string }[];
    holiday_schedule?: { date: string; start_time: string; end_time: string }[];
  };
  sip?: { status?: Open<'DISABLED' | 'ENABLED'>; servers?: { hostname: string; port?: number }[] };
}

/** Settings of a number changed. */
export interface AccountSettingsUpdate {
  messaging_product?: 'whatsapp';
  timestamp?: WireTimestamp;
  type: Open<'phone_number_settings'>;
  phone_number_settings?: { phone_number_id: string; calling?: CallingSettings; [key: string]: unknown };
}

/** Limits of the business changed. Meta renames these members from version to version. */
export interface BusinessCapabilityUpdate {
  /** `TIER_…` or a number. */
  max_daily_conversations_per_business?: string | number;
  /** Older; -1 means no limit. */
  max_daily_conversation_per_phone?: number;
  max_phone_numbers_per_business?: number;
  max_phone_numbers_per_waba?: number;
  [key: string]: unknown;
}

/** Notice about a business portfolio, e.g. that it was compromised. */
export interface BusinessStatusUpdate {
  business_id?: string | number;
  event: Open<'COMPROMISED_NOTIFICATION'>;
}

/** The business username changed. */
export interface BusinessUsernameUpdate {
  display_phone_number?: string;
  /** Absent when deleted. */
  username?: string;
  status: Open<'approved' | 'deleted' | 'reserved'>;
  /** `revoked`: Meta took the former name away and gave this one. */
  context?: Open<'revoked'>;
}

/** Meta decided on a display name. */
export interface PhoneNumberNameUpdate {
  display_phone_number: string;
  decision: Open<'APPROVED' | 'DEFERRED' | 'PENDING' | 'REJECTED'>;
  requested_verified_name?: string;
  rejection_reason?: string | null;
}

/** Throughput or messaging limit of a number changed. */
export interface PhoneNumberQualityUpdate {
  display_phone_number: string;
  event: Open<'DOWNGRADE' | 'FLAGGED' | 'ONBOARDING' | 'THROUGHPUT_UPGRADE' | 'UNFLAGGED' | 'UPGRADE'>;
  current_limit?: string;
  old_limit?: string;
  max_daily_conversations_per_business?: string | number;
}

/** The two-step verification PIN of a number was changed or reset. */
export interface SecurityUpdate {
  display_phone_number: string;
  event: Open<'PIN_CHANGED' | 'PIN_REQUEST_SUCCESS' | 'PIN_RESET_REQUEST' | 'PIN_RESET_SUCCESS'>;
  requester?: string;
}

/** A multi-partner solution was made or changed. */
export interface PartnerSolutionUpdate {
  event: Open<'SOLUTION_CREATED' | 'SOLUTION_UPDATED'>;
  solution_id: string;
  solution_status?: Open<
    'ACTIVE' | 'DEACTIVATED' | 'DRAFT' | 'INITIATED' | 'PENDING_DEACTIVATION' | 'REJECTED'
  >;
}

/** A payment configuration changed (India). */
export interface PaymentConfigurationUpdate {
  configuration_name: string;
  provider_name?: Open<'billdesk' | 'payu' | 'razorpay' | 'upi_vpa' | 'zaakpay'>;
  provider_mid?: string;
  status?: Open<'Active' | 'Needs Connecting' | 'Needs Testing'>;
  created_timestamp?: WireTimestamp;
  updated_timestamp?: WireTimestamp;
}

/** Named in Meta's old lists; its content is not documented. */
export interface CampaignStatusUpdate {
  event?: string;
  campaign_id?: string;
  [key: string]: unknown;
}
