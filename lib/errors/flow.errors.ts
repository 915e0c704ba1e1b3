import { errorTable, maybe, no } from './error-table';
import { GraphApiError } from './graph-api.error';

/** A flow cannot be changed or sent. @publicApi */
export class FlowError extends GraphApiError {
  declare protected readonly group: 'flow';
}

/** 132068: Flow in BLOCKED state cannot be sent. */
export class FlowBlockedError extends FlowError {
  declare readonly name: 'FlowBlockedError';
}

/** 132069: Flow in THROTTLED state already sent 10 messages within the hour. */
export class FlowThrottledError extends FlowError {
  declare readonly name: 'FlowThrottledError';
}

/** 139000: Account has an integrity problem; flows cannot be created or published. */
export class FlowBlockedByIntegrityError extends FlowError {
  declare readonly name: 'FlowBlockedByIntegrityError';
}

/** 139001: The flow is published, its JSON failed in processing, or it names an endpoint below version 3.0. */
export class FlowUpdatingError extends FlowError {
  declare readonly name: 'FlowUpdatingError';
}

/** 139002: The flow is no draft, has validation errors, or lacks a healthy endpoint, public key, number or app. */
export class FlowPublishingError extends FlowError {
  declare readonly name: 'FlowPublishingError';
}

/** 139003: The flow is not published, or is deprecated already. */
export class FlowDeprecatingError extends FlowError {
  declare readonly name: 'FlowDeprecatingError';
}

/** 139004: Published flows can only be deprecated. */
export class FlowDeletingError extends FlowError {
  declare readonly name: 'FlowDeletingError';
}

/** 139006: Not enough data for endpoint metrics (about 250 requests are needed). */
export class FlowMetricsThresholdNotReachedError extends FlowError {
  declare readonly name: 'FlowMetricsThresholdNotReachedError';
}

/** 4233041: One flow of a migration failed: its name is missing in the source or taken in the destination. */
export class FlowMigrationError extends FlowError {
  declare readonly name: 'FlowMigrationError';
}

export const FLOW_ERRORS = errorTable('flow', {
  132068: no(FlowBlockedError),
  132069: maybe(FlowThrottledError, 'fixed', 3600),
  139000: no(FlowBlockedByIntegrityError),
  139001: maybe(FlowUpdatingError, 'fixed', 1),
  139002: no(FlowPublishingError),
  139003: no(FlowDeprecatingError),
  139004: no(FlowDeletingError),
  139006: no(FlowMetricsThresholdNotReachedError),
  4233041: no(FlowMigrationError),
});
