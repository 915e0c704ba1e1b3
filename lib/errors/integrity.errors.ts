import { errorTable, no } from './error-table';
import { GraphApiError } from './graph-api.error';

/** The account was restricted for a policy violation. @publicApi */
export class IntegrityError extends GraphApiError {
  declare protected readonly group: 'integrity';
}

/** 368: The WABA was restricted or disabled for a policy violation. */
export class TemporarilyBlockedError extends IntegrityError {
  declare readonly name: 'TemporarilyBlockedError';
}

/** 130497: The WABA may not message users of the recipient country (business vertical policy). */
export class AccountRestrictedFromCountryError extends IntegrityError {
  declare readonly name: 'AccountRestrictedFromCountryError';
}

/**
 * 131031: WABA locked for policy reasons, or data sent (e.g. two-step PIN) contradicts what is stored on the
 * account.
 */
export class AccountLockedError extends IntegrityError {
  declare readonly name: 'AccountLockedError';
}

export const INTEGRITY_ERRORS = errorTable('integrity', {
  368: no(TemporarilyBlockedError),
  130497: no(AccountRestrictedFromCountryError),
  131031: no(AccountLockedError),
});
