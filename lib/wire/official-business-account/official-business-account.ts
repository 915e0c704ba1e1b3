import type { Open } from '../inbound/common';

/** Where an application for the blue badge stands. Meta's pages show `NOT_STARTED` only. */
export type OfficialBusinessAccountStatus = Open<
  'NOT_STARTED' | 'PENDING' | 'UNDER_REVIEW' | 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'CANCELLED'
>;

/** Official business account status, in Meta's names. */
export interface WireOfficialBusinessAccount {
  oba_status?: OfficialBusinessAccountStatus;
  status_message?: string;
  [field: string]: unknown;
}

/**
 * Application for an official business account.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/official-business-accounts
 */
export interface OfficialBusinessAccountRequest {
  business_website_url: string;
  primary_country_of_operation: string;
  primary_language?: string;
  parent_business_or_brand?: string;
  supporting_links?: readonly string[];
  additional_supporting_information?: string;
}
