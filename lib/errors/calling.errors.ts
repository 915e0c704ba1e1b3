import { errorTable, maybe, no, yes } from './error-table';
import { GraphApiError } from './graph-api.error';

/** A call, or a request of the Calling API, failed. @publicApi */
export class CallingError extends GraphApiError {
  declare protected readonly group: 'calling';
}

/** 131044: User-initiated call refused because no valid payment method is attached. */
export class CallingPaymentIssueError extends CallingError {
  declare readonly name: 'CallingPaymentIssueError';
}

/** 138000: Calling is switched off on the business number. */
export class CallingNotEnabledError extends CallingError {
  declare readonly name: 'CallingNotEnabledError';
}

/** 138001: User cannot be called: not on WhatsApp, terms not accepted, or client other than Android/iOS/SMB. */
export class ReceiverUncallableError extends CallingError {
  declare readonly name: 'ReceiverUncallableError';
}

/** 138002: The number has its 1000 simultaneous calls. */
export class ConcurrentCallsLimitError extends CallingError {
  declare readonly name: 'ConcurrentCallsLimitError';
}

/** 138003: A call with this user is in progress. Call again when it has ended. */
export class DuplicateCallError extends CallingError {
  declare readonly name: 'DuplicateCallError';
}

/** 138004: Call could not be connected; check SDP/connection parameters. */
export class CallConnectionError extends CallingError {
  declare readonly name: 'CallConnectionError';
}

/** 138005: Number started too many calls. */
export class CallRateLimitExceededError extends CallingError {
  declare readonly name: 'CallRateLimitExceededError';
}

/** 138006: The user has not granted call permission. Send a call permission request. */
export class CallPermissionNotFoundError extends CallingError {
  declare readonly name: 'CallPermissionNotFoundError';
}

/** 138007: SDP offer/answer was not applied in time. */
export class CallConnectionTimeoutError extends CallingError {
  declare readonly name: 'CallConnectionTimeoutError';
}

/** 138008: The SDP of a call step was refused. Mend the SDP. */
export class CallSdpValidationError extends CallingError {
  declare readonly name: 'CallSdpValidationError';
}

/**
 * 138009: More than 1 permission request in 24 hours or 2 in 7 days to this user; a connected call resets the
 * count.
 */
export class CallPermissionRequestLimitHitError extends CallingError {
  declare readonly name: 'CallPermissionRequestLimitHitError';
}

/** 138012: The business-initiated calls to this user are used up for now; `retryAfterMs` when Meta says when. */
export class BusinessInitiatedCallsLimitHitError extends CallingError {
  declare readonly name: 'BusinessInitiatedCallsLimitHitError';
}

/** 138013: Business-initiated calls are not offered for this number (country availability). */
export class BusinessInitiatedCallingNotAvailableError extends CallingError {
  declare readonly name: 'BusinessInitiatedCallingNotAvailableError';
}

/** 138014: Calling was switched off by Meta for low quality. */
export class CallingTemporarilyDisabledError extends CallingError {
  declare readonly name: 'CallingTemporarilyDisabledError';
}

/** 138015: Messaging limit must be 2000 or more before calling can be enabled. */
export class CallingNotEligibleError extends CallingError {
  declare readonly name: 'CallingNotEligibleError';
}

/** 138017: No permission request needed: user granted a permanent one. */
export class PermanentCallPermissionExistsError extends CallingError {
  declare readonly name: 'PermanentCallPermissionExistsError';
}

/** 138018: Configure SIP or subscribe an app to the calls webhook field first. */
export class CallingCannotBeEnabledError extends CallingError {
  declare readonly name: 'CallingCannotBeEnabledError';
}

/** 138019: User client failed to set the call up. */
export class CallSetupFailedError extends CallingError {
  declare readonly name: 'CallSetupFailedError';
}

/** 138020: User client could not reach the relay. */
export class CallRelayConnectionFailedError extends CallingError {
  declare readonly name: 'CallRelayConnectionFailedError';
}

/** 138021: User client got no media for long. */
export class CallMediaReceiveTimeoutError extends CallingError {
  declare readonly name: 'CallMediaReceiveTimeoutError';
}

/** 138022: User client sent no media for long. */
export class CallMediaTransmitTimeoutError extends CallingError {
  declare readonly name: 'CallMediaTransmitTimeoutError';
}

/** 138023: Accepted, but no media signals; connected state unknown. */
export class CallNoMediaSignalsError extends CallingError {
  declare readonly name: 'CallNoMediaSignalsError';
}

/** 138024: SIP is not enabled on the number. */
export class SipNotEnabledError extends CallingError {
  declare readonly name: 'SipNotEnabledError';
}

/** 138025: This app configured no SIP server for the number. */
export class SipServerNotConfiguredError extends CallingError {
  declare readonly name: 'SipServerNotConfiguredError';
}

/** 613 on `call_permissions`: more than 5 look-ups of call permissions within a second. */
export class FetchCallPermissionLimitHitError extends CallingError {
  declare readonly name: 'FetchCallPermissionLimitHitError';
}

/** 131055 on call endpoints: calls cannot be made through the Graph API while SIP is enabled on the number. */
export class CallingMethodNotAllowedError extends CallingError {
  declare readonly name: 'CallingMethodNotAllowedError';
}

export const CALLING_ERRORS = errorTable('calling', {
  131044: no(CallingPaymentIssueError),
  138000: no(CallingNotEnabledError),
  138001: no(ReceiverUncallableError),
  138002: { ...yes(ConcurrentCallsLimitError, 'exponential'), category: 'throttling' },
  138003: maybe(DuplicateCallError, 'event'),
  138004: maybe(CallConnectionError, 'exponential', 1),
  138005: { ...yes(CallRateLimitExceededError, 'exponential'), category: 'throttling' },
  138006: no(CallPermissionNotFoundError),
  138007: maybe(CallConnectionTimeoutError, 'exponential', 1),
  138008: no(CallSdpValidationError),
  138009: maybe(CallPermissionRequestLimitHitError, 'fixed', 86400),
  138012: maybe(BusinessInitiatedCallsLimitHitError, 'details'),
  138013: no(BusinessInitiatedCallingNotAvailableError),
  138014: no(CallingTemporarilyDisabledError),
  138015: no(CallingNotEligibleError),
  138017: no(PermanentCallPermissionExistsError),
  138018: no(CallingCannotBeEnabledError),
  138019: yes(CallSetupFailedError, 'exponential'),
  138020: yes(CallRelayConnectionFailedError, 'exponential'),
  138021: maybe(CallMediaReceiveTimeoutError, 'none'),
  138022: yes(CallMediaTransmitTimeoutError, 'exponential'),
  138023: yes(CallNoMediaSignalsError, 'exponential'),
  138024: no(SipNotEnabledError),
  138025: no(SipServerNotConfiguredError),
});
