import type { Open } from '../inbound/common';

/**
 * The flow public key of a phone number.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-encryption-api
 */
export interface BusinessEncryption {
  /** PEM, RSA 2048. */
  business_public_key: string;
  business_public_key_signature_status?: Open<'VALID' | 'MISMATCH'>;
}
