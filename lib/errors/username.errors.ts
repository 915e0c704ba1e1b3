import { errorTable, no } from './error-table';
import { GraphApiError } from './graph-api.error';

/** A username request failed. @publicApi */
export class UsernameError extends GraphApiError {
  declare protected readonly group: 'username';
}

/** 147001: Taken, reserved, or failed internal checks. */
export class UsernameNotAvailableError extends UsernameError {
  declare readonly name: 'UsernameNotAvailableError';
}

/** 147002: Portfolio needs a higher messaging limit. */
export class AccountNotEligibleToRequestUsernameError extends UsernameError {
  declare readonly name: 'AccountNotEligibleToRequestUsernameError';
}

/** 147003: Link the number to the Facebook Page that holds this username. */
export class FbAccountNotLinkedError extends UsernameError {
  declare readonly name: 'FbAccountNotLinkedError';
}

/** 147004: Link the number to the Instagram account that holds this username. */
export class IgAccountNotLinkedError extends UsernameError {
  declare readonly name: 'IgAccountNotLinkedError';
}

/** 147005: Another number of the portfolio holds it; repeat with the transfer option. */
export class UsernameTransferRequiredError extends UsernameError {
  declare readonly name: 'UsernameTransferRequiredError';
}

export const USERNAME_ERRORS = errorTable('username', {
  147001: no(UsernameNotAvailableError),
  147002: no(AccountNotEligibleToRequestUsernameError),
  147003: no(FbAccountNotLinkedError),
  147004: no(IgAccountNotLinkedError),
  147005: no(UsernameTransferRequiredError),
});
