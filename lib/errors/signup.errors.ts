import { errorTable, no } from './error-table';
import { GraphApiError } from './graph-api.error';

/** A request about In-App Signup failed. @publicApi */
export class SignupError extends GraphApiError {
  declare protected readonly group: 'signup';
}

/** 2494164: No such signup. */
export class SignupNotFoundError extends SignupError {
  declare readonly name: 'SignupNotFoundError';
}

/** 2494165: API is not enabled for the WABA. */
export class SignupApiUnavailableError extends SignupError {
  declare readonly name: 'SignupApiUnavailableError';
}

/** 2494166: Confirmation_message has an unknown placeholder. */
export class SignupUnknownPlaceholderError extends SignupError {
  declare readonly name: 'SignupUnknownPlaceholderError';
}

/** 2494167: Promo_code placeholder used without a promo_code value. */
export class SignupMissingPlaceholderValueError extends SignupError {
  declare readonly name: 'SignupMissingPlaceholderValueError';
}

/** 2494168: Terms of service not accepted. */
export class SignupTosNotAcceptedError extends SignupError {
  declare readonly name: 'SignupTosNotAcceptedError';
}

/** 2494176: Policy object sent although the terms were accepted before; omit it. */
export class SignupTosAlreadyAcceptedError extends SignupError {
  declare readonly name: 'SignupTosAlreadyAcceptedError';
}

/** 2494177: Policy.tos is not an approved URL. */
export class SignupTosUrlNotAllowedError extends SignupError {
  declare readonly name: 'SignupTosUrlNotAllowedError';
}

/** 2494179: Website_url must be https. */
export class SignupWebsiteUrlSchemeNotAllowedError extends SignupError {
  declare readonly name: 'SignupWebsiteUrlSchemeNotAllowedError';
}

export const SIGNUP_ERRORS = errorTable('signup', {
  2494164: no(SignupNotFoundError),
  2494165: no(SignupApiUnavailableError),
  2494166: no(SignupUnknownPlaceholderError),
  2494167: no(SignupMissingPlaceholderValueError),
  2494168: no(SignupTosNotAcceptedError),
  2494176: no(SignupTosAlreadyAcceptedError),
  2494177: no(SignupTosUrlNotAllowedError),
  2494179: no(SignupWebsiteUrlSchemeNotAllowedError),
});
