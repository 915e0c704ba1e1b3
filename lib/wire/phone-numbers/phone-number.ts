import type { Open } from '../inbound/common';
import type { HealthStatus } from './health-status';

/** Verification of a number by a code. Only `VERIFIED` ones can be registered. */
export type CodeVerificationStatus = Open<'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED'>;

/** Review of a display name. */
export type NameStatus = Open<
  'APPROVED' | 'AVAILABLE_WITHOUT_REVIEW' | 'DECLINED' | 'EXPIRED' | 'PENDING_REVIEW' | 'NONE'
>;

/** Quality of a number as users rate it. */
export type QualityRating = Open<'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN' | 'NA'>;

/** Users that a business may write to first within 24 hours. */
export type MessagingLimitTier = Open<
  | 'TIER_50'
  | 'TIER_250'
  | 'TIER_1K'
  | 'TIER_2K'
  | 'TIER_10K'
  | 'TIER_100K'
  | 'TIER_UNLIMITED'
  | 'TIER_NOT_SET'
  | 'UNTIERED'
>;

/** Level of throughput: `STANDARD` up to 80 messages a second, `HIGH` up to 1000. */
export type ThroughputLevel = Open<'STANDARD' | 'HIGH' | 'NOT_APPLICABLE'>;

/** Where the number is registered; `NOT_APPLICABLE`: nowhere. */
export type PlatformType = Open<'CLOUD_API' | 'ON_PREMISE' | 'NOT_APPLICABLE'>;

/** Whether the number is found by search. Answers say `NON_VISIBLE`; requests say `HIDDEN`. */
export type SearchVisibility = Open<'VISIBLE' | 'NON_VISIBLE' | 'HIDDEN'>;

/** Where webhooks of the number go: the most specific one counts. */
export interface WebhookConfiguration {
  /** Override of this number. */
  phone_number?: string;
  /** Override of its WABA. */
  whatsapp_business_account?: string;
  application?: string;
}

/**
 * A business phone number, in Meta's names. Only the fields that were asked for are there, and of these only those that
 * the number has.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 */
export interface PhoneNumber {
  /** Business phone number id. */
  id: string;
  /** As people write it, e.g. `+1 631-555-1111`. */
  display_phone_number?: string;
  /** Display name, shown to users when Meta's rules allow. */
  verified_name?: string;
  status?: Open<
    | 'PENDING'
    | 'DELETED'
    | 'MIGRATED'
    | 'BANNED'
    | 'RESTRICTED'
    | 'RATE_LIMITED'
    | 'FLAGGED'
    | 'CONNECTED'
    | 'DISCONNECTED'
    | 'UNKNOWN'
    | 'UNVERIFIED'
  >;
  quality_rating?: QualityRating;
  quality_score?: { score?: QualityRating; date?: string | number | null };
  code_verification_status?: CodeVerificationStatus;
  name_status?: NameStatus;
  /** Review of the display name that was asked for. */
  new_name_status?: NameStatus;
  /** Display name that was asked for. */
  new_display_name?: string;
  account_mode?: Open<'LIVE' | 'SANDBOX'>;
  platform_type?: PlatformType;
  /** Older name of `platform_type`. */
  host_platform?: PlatformType;
  throughput?: { level: ThroughputLevel };
  is_official_business_account?: boolean;
  official_business_account?: { oba_status?: string; status_message?: string };
  /** Whether a two-step PIN is set. */
  is_pin_enabled?: boolean;
  /** Whether the number is also in the WhatsApp Business app. */
  is_on_biz_app?: boolean;
  is_preverified_number?: boolean;
  search_visibility?: SearchVisibility;
  eligibility_for_api_business_global_search?: string;
  health_status?: HealthStatus;
  /** Certificate of the display name, Base64. */
  certificate?: string;
  /** Certificate of the display name that was asked for, Base64. */
  new_certificate?: string;
  /** When the user finished Embedded Signup, ISO 8601. */
  last_onboarded_time?: string;
  webhook_configuration?: WebhookConfiguration;
  /** Ice breakers and commands; read them by `ConversationalAutomationService`. */
  conversational_automation?: Record<string, unknown>;
  /** ISO 3166 code of the country. */
  country_code?: string;
  country_dial_code?: string;
  /** Messaging limit of the business portfolio. */
  whatsapp_business_manager_messaging_limit?: MessagingLimitTier;
  /** @deprecated by Meta, in favour of `whatsapp_business_manager_messaging_limit` */
  messaging_limit_tier?: MessagingLimitTier;
  unified_cert_status?: string;
  username?: string;
  /** Asked for with its own fields: `whatsapp_business_profile{about,email}`. Better read by `BusinessProfileService`. */
  whatsapp_business_profile?: Record<string, unknown>;
  [field: string]: unknown;
}

/** Fields of a phone number that can be read; nested ones as `field{a,b}`. */
export type PhoneNumberField = Open<
  | 'id'
  | 'display_phone_number'
  | 'verified_name'
  | 'status'
  | 'quality_rating'
  | 'quality_score'
  | 'code_verification_status'
  | 'name_status'
  | 'new_name_status'
  | 'new_display_name'
  | 'account_mode'
  | 'platform_type'
  | 'host_platform'
  | 'throughput'
  | 'is_official_business_account'
  | 'official_business_account'
  | 'is_pin_enabled'
  | 'is_on_biz_app'
  | 'is_preverified_number'
  | 'search_visibility'
  | 'eligibility_for_api_business_global_search'
  | 'health_status'
  | 'certificate'
  | 'new_certificate'
  | 'last_onboarded_time'
  | 'webhook_configuration'
  | 'conversational_automation'
  | 'country_code'
  | 'country_dial_code'
  | 'whatsapp_business_manager_messaging_limit'
  | 'messaging_limit_tier'
  | 'unified_cert_status'
  | 'username'
  | 'whatsapp_business_profile'
>;
