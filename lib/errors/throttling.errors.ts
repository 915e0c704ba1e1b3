import { errorTable, maybe, no, yes } from './error-table';
import { GraphApiError } from './graph-api.error';

/** A limit of Meta was hit: slow down, or wait. @publicApi */
export class ThrottlingError extends GraphApiError {
  declare protected readonly group: 'throttling';
}

/** 4: The app used up its calls of the rolling hour. */
export class TooManyApiCallsError extends ThrottlingError {
  declare readonly name: 'TooManyApiCallsError';
}

/** 17: The user behind the token used up the calls of the rolling hour. */
export class TooManyUserCallsError extends ThrottlingError {
  declare readonly name: 'TooManyUserCallsError';
}

/** 32: The calls of a Page are used up. */
export class PageRateLimitError extends ThrottlingError {
  declare readonly name: 'PageRateLimitError';
}

/** 341: The application reached its limit, through downtime or throttling. */
export class ApplicationLimitError extends ThrottlingError {
  declare readonly name: 'ApplicationLimitError';
}

/** 613: A limit of one endpoint was hit. */
export class CustomRateLimitError extends ThrottlingError {
  declare readonly name: 'CustomRateLimitError';
}

/** 80007: The WABA used up its management calls of the rolling hour (200, or 5000 when it is active). */
export class RateLimitIssuesError extends ThrottlingError {
  declare readonly name: 'RateLimitIssuesError';
}

/** 80008: As `RateLimitIssuesError`, under the code of the general Graph documentation. */
export class WhatsAppBusinessManagementRateLimitError extends ThrottlingError {
  declare readonly name: 'WhatsAppBusinessManagementRateLimitError';
}

/** 130429: The number exceeded its throughput (80 messages a second by default, 20 in coexistence, up to 1000). */
export class RateLimitHitError extends ThrottlingError {
  declare readonly name: 'RateLimitHitError';
}

/** 131048: Sending is restricted because users blocked or reported earlier messages. Check the quality rating. */
export class SpamRateLimitHitError extends ThrottlingError {
  declare readonly name: 'SpamRateLimitHitError';
}

/** 131056: Too many messages from this number to one user (1 in 6 s, burst 45). Other recipients are not affected. */
export class TooManyMessagesError extends ThrottlingError {
  declare readonly name: 'TooManyMessagesError';
}

/** 131064: A limit imposed for wrongly categorised templates; Meta lifts it when the enforcement period ends. */
export class MessageFailedToReachMessagingLimitError extends ThrottlingError {
  declare readonly name: 'MessageFailedToReachMessagingLimitError';
}

/** 133016: More than 10 register or deregister calls in 72 hours; the number is locked for the next 72 hours. */
export class RegistrationOrDeregistrationFailedError extends ThrottlingError {
  declare readonly name: 'RegistrationOrDeregistrationFailedError';
}

export const THROTTLING_ERRORS = errorTable('throttling', {
  4: yes(TooManyApiCallsError, 'header'),
  17: yes(TooManyUserCallsError, 'header'),
  32: yes(PageRateLimitError, 'header'),
  341: yes(ApplicationLimitError, 'exponential'),
  613: yes(CustomRateLimitError, 'exponential', 1),
  80007: yes(RateLimitIssuesError, 'header'),
  80008: yes(WhatsAppBusinessManagementRateLimitError, 'header'),
  130429: yes(RateLimitHitError, 'exponential', 1),
  131048: no(SpamRateLimitHitError),
  131056: yes(TooManyMessagesError, 'pair', 1),
  131064: no(MessageFailedToReachMessagingLimitError),
  133016: maybe(RegistrationOrDeregistrationFailedError, 'fixed', 259200),
});
