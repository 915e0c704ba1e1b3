import { errorTable, maybe, no, yes } from './error-table';
import { GraphApiError } from './graph-api.error';

/** Registration, migration or synchronisation of a phone number failed. @publicApi */
export class RegistrationError extends GraphApiError {
  declare protected readonly group: 'registration';
}

/** 131057: Number is in maintenance, e.g. during the throughput upgrade (up to about 1 minute). */
export class AccountInMaintenanceModeError extends RegistrationError {
  declare readonly name: 'AccountInMaintenanceModeError';
}

/** 133000: An earlier deregistration did not finish: deregister again, then register. */
export class IncompleteDeregistrationError extends RegistrationError {
  declare readonly name: 'IncompleteDeregistrationError';
}

/** 133001: Legacy on-premises migration (backup decryption). */
export class DecryptionError extends RegistrationError {
  declare readonly name: 'DecryptionError';
}

/** 133002: Legacy on-premises migration. */
export class BackupBlobDecryptionError extends RegistrationError {
  declare readonly name: 'BackupBlobDecryptionError';
}

/** 133003: Legacy on-premises migration. */
export class RecoveryTokenDecryptionError extends RegistrationError {
  declare readonly name: 'RecoveryTokenDecryptionError';
}

/** 133004: Registration server is down for the moment. */
export class ServerTemporarilyUnavailableError extends RegistrationError {
  declare readonly name: 'ServerTemporarilyUnavailableError';
}

/** 133005: Wrong two-step PIN. */
export class TwoStepPinMismatchError extends RegistrationError {
  declare readonly name: 'TwoStepPinMismatchError';
}

/** 133006: Verify the number before registering. */
export class PhoneNumberReverificationNeededError extends RegistrationError {
  declare readonly name: 'PhoneNumberReverificationNeededError';
}

/** 133007: Legacy code: number blocked. */
export class AccountBlockedError extends RegistrationError {
  declare readonly name: 'AccountBlockedError';
}

/** 133008: Too many wrong PINs. */
export class TooManyTwoStepPinGuessesError extends RegistrationError {
  declare readonly name: 'TooManyTwoStepPinGuessesError';
}

/** 133009: PIN attempts too close together. */
export class TwoStepPinGuessedTooFastError extends RegistrationError {
  declare readonly name: 'TwoStepPinGuessedTooFastError';
}

/** 133010: Number is not registered on the platform (also returned by the username API). */
export class PhoneNumberNotRegisteredError extends RegistrationError {
  declare readonly name: 'PhoneNumberNotRegisteredError';
}

/** 133015: Number was just deleted and the deletion is unfinished. */
export class PhoneNumberRecentlyDeletedError extends RegistrationError {
  declare readonly name: 'PhoneNumberRecentlyDeletedError';
}

/** 136024: A verification code could not be requested, or was wrong. */
export class RequestCodeError extends RegistrationError {
  declare readonly name: 'RequestCodeError';
}

/** 136025: Verification or registration is not possible. */
export class VerifyCodeError extends RegistrationError {
  declare readonly name: 'VerifyCodeError';
}

/** 2388001: Number ownership unconfirmed, or two-step verification still enabled. */
export class PhoneOwnershipOrTwoStepError extends RegistrationError {
  declare readonly name: 'PhoneOwnershipOrTwoStepError';
}

/** 2388012: Number is already in the destination account. */
export class PhoneNumberAlreadyExistsError extends RegistrationError {
  declare readonly name: 'PhoneNumberAlreadyExistsError';
}

/** 2388091, 2388093: The number is not being migrated, so ownership codes do not apply. */
export class PhoneNumberNotEligibleForRegistrationCodeError extends RegistrationError {
  declare readonly name: 'PhoneNumberNotEligibleForRegistrationCodeError';
}

/** 2388103: Migration refused; `userTitle` tells the cause. */
export class CannotMigratePhoneNumberError extends RegistrationError {
  declare readonly name: 'CannotMigratePhoneNumberError';
}

/** 2494100: Business number is in maintenance. */
export class PhoneNumberAccountInMaintenanceModeError extends RegistrationError {
  declare readonly name: 'PhoneNumberAccountInMaintenanceModeError';
}

/** 2593079: WABA is already assigned to another solution migration (OBO model). */
export class WabaAlreadyMarkedForMigrationError extends RegistrationError {
  declare readonly name: 'WabaAlreadyMarkedForMigrationError';
}

/** 2593085: WABA cannot be transferred under the old on-behalf-of model. */
export class InvalidWabaForOboMobilityError extends RegistrationError {
  declare readonly name: 'InvalidWabaForOboMobilityError';
}

/** 2593107: Contacts and history may each be synchronised once per onboarding. */
export class SynchronizationRequestLimitExceededError extends RegistrationError {
  declare readonly name: 'SynchronizationRequestLimitExceededError';
}

/** 2593108: Synchronisation must start within 24 h of onboarding. */
export class SynchronizationOutsideWindowError extends RegistrationError {
  declare readonly name: 'SynchronizationOutsideWindowError';
}

/** 2593109: Coexistence: the customer declined to share the history. */
export class HistorySharingDeclinedError extends RegistrationError {
  declare readonly name: 'HistorySharingDeclinedError';
}

export const REGISTRATION_ERRORS = errorTable('registration', {
  131057: yes(AccountInMaintenanceModeError, 'fixed', 60),
  133000: no(IncompleteDeregistrationError),
  133001: no(DecryptionError),
  133002: no(BackupBlobDecryptionError),
  133003: no(RecoveryTokenDecryptionError),
  133004: yes(ServerTemporarilyUnavailableError, 'exponential', 1),
  133005: no(TwoStepPinMismatchError),
  133006: no(PhoneNumberReverificationNeededError),
  133007: no(AccountBlockedError),
  133008: maybe(TooManyTwoStepPinGuessesError, 'details'),
  133009: maybe(TwoStepPinGuessedTooFastError, 'details'),
  133010: no(PhoneNumberNotRegisteredError),
  133015: yes(PhoneNumberRecentlyDeletedError, 'fixed', 300),
  136024: no(RequestCodeError),
  136025: no(VerifyCodeError),
  2388001: no(PhoneOwnershipOrTwoStepError),
  2388012: no(PhoneNumberAlreadyExistsError),
  2388091: no(PhoneNumberNotEligibleForRegistrationCodeError),
  2388093: no(PhoneNumberNotEligibleForRegistrationCodeError),
  2388103: maybe(CannotMigratePhoneNumberError, 'none'),
  2494100: yes(PhoneNumberAccountInMaintenanceModeError, 'fixed', 300),
  2593079: no(WabaAlreadyMarkedForMigrationError),
  2593085: no(InvalidWabaForOboMobilityError),
  2593107: no(SynchronizationRequestLimitExceededError),
  2593108: no(SynchronizationOutsideWindowError),
  2593109: no(HistorySharingDeclinedError),
});
