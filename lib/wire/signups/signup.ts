import type { Open } from '../inbound/common';

/** Whether users can sign up. */
export type SignupStatus = Open<'ACTIVE' | 'DISABLED'>;

/** A signup, in Meta's names. */
export interface Signup {
  id: string;
  waba_id?: string;
  signup_message?: string;
  confirmation_message?: string;
  privacy_policy_url?: string;
  website_url?: string;
  promo_code?: string;
  status?: SignupStatus;
  display_name?: string;
}

/** Body of `POST /{waba id}/signups`. */
export interface OutboundSignup {
  signup_message: string;
  confirmation_message: string;
  privacy_policy_url: string;
  website_url?: string;
  promo_code?: string;
  display_name?: string;
  policy?: { tos: string; accepted: true };
}

/** Body of `POST /signups/{id}`. */
export interface OutboundSignupChange {
  status?: SignupStatus;
  signup_message?: string;
  confirmation_message?: string;
  website_url?: string;
  promo_code?: string;
  display_name?: string;
}

/** Entry of `GET /{business id}/messaging_customer_base`. */
export interface MessagingCustomerBase {
  id: string;
  name?: string;
}

/** Answer of `GET /{waba id}/default_messaging_customer_base`. */
export interface DefaultCustomerBase {
  default_messaging_customer_base_id?: string;
  updated_time?: string | number;
}
