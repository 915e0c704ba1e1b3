import type { Open, WireTimestamp } from '../inbound/common';

/** A code and what it stands for. */
export interface PaymentCode {
  code: string;
  description?: string;
}

/** How payments of one kind are taken, in India. */
export interface PaymentConfiguration {
  configuration_name: string;
  merchant_category_code?: PaymentCode;
  purpose_code?: PaymentCode;
  status?: Open<'Active' | 'Needs_Connecting' | 'Needs_Testing'>;
  provider_mid?: string;
  provider_name?: PaymentProvider;
  merchant_vpa?: string;
  created_timestamp?: WireTimestamp;
  updated_timestamp?: WireTimestamp;
}

/** Who handles the payments. Meta's SDK has the names in upper case. */
export type PaymentProvider = Open<'upi_vpa' | 'razorpay' | 'payu' | 'zaakpay' | 'billdesk'>;

/** Answer to a new configuration, and to the request for a link. */
export interface PaymentConfigurationLink {
  success?: boolean;
  /** Where the merchant connects the provider. */
  oauth_url?: string;
  /** When the link ends, Unix seconds. */
  expiration?: WireTimestamp;
}
