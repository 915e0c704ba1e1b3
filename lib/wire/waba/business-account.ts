import type { Open, WireTimestamp } from '../inbound/common';
import type { HealthStatus } from '../phone-numbers/health-status';
import type { MessagingLimitTier } from '../phone-numbers/phone-number';
import type { SubscribedApp } from './subscribed-app';

/** Whether Meta has verified the business. */
export type BusinessVerificationStatus = Open<
  | 'expired'
  | 'failed'
  | 'ineligible'
  | 'not_verified'
  | 'pending'
  | 'pending_need_more_info'
  | 'pending_submission'
  | 'rejected'
  | 'revoked'
  | 'verified'
>;

/** Whether the WABA can use the Marketing Messages API. `UNKNOWN`: ask Meta's support. */
export type MarketingMessagesLiteApiStatus = Open<'INELIGIBLE' | 'ELIGIBLE' | 'ONBOARDED' | 'UNKNOWN'>;

/** How far the onboarding to the Marketing Messages API has come. */
export type MarketingMessagesOnboardingStatus = Open<
  | 'INELIGIBLE_ON_BEHALF_OF_WABA'
  | 'INELIGIBLE_INACTIVE_OR_RESTRICTED'
  | 'INELIGIBLE_COUNTRY_NOT_SUPPORTED'
  | 'INELIGIBLE_USING_WHATSAPP_BUSINESS_APP'
  | 'ELIGIBLE'
  | 'PENDING_VALID_PAYMENT_METHOD'
  | 'PENDING_INTERNAL_SETUP'
  | 'ONBOARDED'
>;

/** A business portfolio. */
export interface WireBusiness {
  id: string;
  name?: string;
  status?: string;
  type?: string;
}

/**
 * A business portfolio that was asked for itself. Only the fields that were asked for are there.
 * @see https://developers.facebook.com/docs/marketing-api/reference/business
 */
export interface BusinessPortfolio {
  id: string;
  name?: string;
  timezone_id?: string | number;
  verification_status?: BusinessVerificationStatus;
  marketing_messages_onboarding_status?: MarketingMessagesOnboardingStatus;
  /** Users that its numbers may write to first within 24 hours, all of them together. */
  whatsapp_business_manager_messaging_limit?: MessagingLimitTier;
  [field: string]: unknown;
}

/** Fields of a business portfolio that can be read. */
export type BusinessPortfolioField = Open<
  | 'id'
  | 'name'
  | 'timezone_id'
  | 'verification_status'
  | 'marketing_messages_onboarding_status'
  | 'whatsapp_business_manager_messaging_limit'
>;

/** A country whose authentication messages are priced on their own. */
export interface AuthInternationalRateEligibility {
  start_time?: WireTimestamp;
  exception_countries?: { country_code: string; start_time?: WireTimestamp }[];
}

/**
 * A WhatsApp Business Account (WABA).
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/whatsapp-business-accounts
 */
export interface WhatsAppBusinessAccount {
  id: string;
  name?: string;
  /** Currency of the payments, ISO 4217. */
  currency?: string;
  /** Country of the owning business, ISO 3166. */
  country?: string;
  /** Meta's number of a time zone. */
  timezone_id?: string;
  message_template_namespace?: string;
  creation_time?: WireTimestamp;
  purchase_order_number?: string;
  primary_funding_id?: string;
  primary_business_location?: string;
  status?: Open<'ACTIVE'>;
  account_review_status?: Open<'APPROVED' | 'PENDING' | 'REJECTED' | 'RESTRICTED'>;
  business_verification_status?: BusinessVerificationStatus;
  ownership_type?: Open<'CLIENT_OWNED' | 'ON_BEHALF_OF' | 'SELF'>;
  owner_business?: WireBusiness;
  owner_business_info?: WireBusiness;
  on_behalf_of_business_info?: WireBusiness;
  /** Template analytics are on. They cannot be switched off again. */
  is_enabled_for_insights?: boolean;
  is_shared_with_partners?: boolean;
  health_status?: HealthStatus;
  subscribed_apps?: { data: SubscribedApp[] };
  auth_international_rate_eligibility?: AuthInternationalRateEligibility;
  marketing_messages_lite_api_status?: MarketingMessagesLiteApiStatus;
  marketing_messages_onboarding_status?: MarketingMessagesOnboardingStatus;
  marketing_messages_ad_account?: unknown;
  disable_marketing_messages_on_cloud_api?: boolean;
  degrees_of_freedom_spec?: Record<string, unknown>;
  template_auto_archival_enabled?: boolean;
  whatsapp_business_manager_messaging_limit?: MessagingLimitTier;
  whatsapp_manager_marketing_messages_max_price_enroll_status?: Open<'OPT_IN' | 'OPT_OUT'>;
  linked_commerce_account?: Record<string, unknown>;
}

/** Names of the fields that can be asked for. */
export type WhatsAppBusinessAccountField = Open<keyof WhatsAppBusinessAccount>;

/**
 * Settings of a WABA, in Meta's names. What is left out stays.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/whatsapp-business-accounts
 */
export interface WabaSettingsChange {
  /** Switches template analytics on, for good. */
  is_enabled_for_insights?: true;
  /** Lets marketing templates go out by the Marketing Messages API only. */
  disable_marketing_messages_on_cloud_api?: boolean;
  /** Which creative changes Meta may make to templates. */
  degrees_of_freedom_spec?: Record<string, unknown>;
  /** Lets Meta archive templates that are not used. */
  template_auto_archival_enabled?: boolean;
}
