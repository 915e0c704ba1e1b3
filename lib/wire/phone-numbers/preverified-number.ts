import type { Open } from '../inbound/common';
import type { CodeVerificationStatus } from './phone-number';

/**
 * A number that a partner has verified for its customers.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/pre-verified-numbers
 */
export interface PreverifiedNumber {
  id: string;
  /** Digits with country code. */
  phone_number?: string;
  code_verification_status?: CodeVerificationStatus;
  code_verification_time?: string;
  /** 90 days after the verification; then the number is to be verified again. */
  verification_expiry_time?: string;
  owner_business?: { id: string; name?: string };
  [field: string]: unknown;
}

/** Fields of a pre-verified number that can be read. */
export type PreverifiedNumberField = Open<
  | 'id'
  | 'phone_number'
  | 'code_verification_status'
  | 'code_verification_time'
  | 'verification_expiry_time'
  | 'owner_business'
>;

/** A business portfolio that a pre-verified number is shared with. */
export interface PreverifiedNumberPartner {
  id: string;
  name?: string;
  [field: string]: unknown;
}
