import type { OutboundSignup, OutboundSignupChange } from '../wire/signups/signup';
import type { CreateSignupInput, UpdateSignupInput } from './dto/signup.dto';

/** The terms of marketing messages that a business accepts with its first signup. */
const TERMS = 'https://www.facebook.com/legal/ads-manager-marketing-messages-terms';

export function buildSignup(input: CreateSignupInput): OutboundSignup {
  const { websiteUrl, promoCode, displayName } = input;
  return {
    signup_message: input.signupMessage,
    confirmation_message: input.confirmationMessage,
    privacy_policy_url: input.privacyPolicyUrl,
    ...(websiteUrl != null && { website_url: websiteUrl }),
    ...(promoCode != null && { promo_code: promoCode }),
    ...(displayName != null && { display_name: displayName }),
    ...(input.acceptTerms === true && { policy: { tos: TERMS, accepted: true } }),
  };
}

export function buildSignupChange(input: UpdateSignupInput): OutboundSignupChange {
  const { status, signupMessage, confirmationMessage, websiteUrl, promoCode, displayName } = input;
  return {
    ...(status != null && { status }),
    ...(signupMessage != null && { signup_message: signupMessage }),
    ...(confirmationMessage != null && { confirmation_message: confirmationMessage }),
    ...(websiteUrl != null && { website_url: websiteUrl }),
    ...(promoCode != null && { promo_code: promoCode }),
    ...(displayName != null && { display_name: displayName }),
  };
}
