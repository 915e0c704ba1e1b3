import type { Open } from './common';

interface FlowUpdateBase {
  flow_id: string;
  /** Text for humans. */
  message?: string;
}

interface FlowAlertBase extends FlowUpdateBase {
  threshold?: number;
  alert_state?: Open<'ACTIVATED' | 'DEACTIVATED'>;
}

/** Life of a flow. */
export type FlowStatus = Open<'BLOCKED' | 'DEPRECATED' | 'DRAFT' | 'PUBLISHED' | 'THROTTLED'>;

/** One kind of error with its share. */
export interface FlowErrorCount {
  error_type?: string;
  /** Percent. */
  error_rate?: number;
  error_count?: number;
}

/**
 * The status of a flow changed; `old_status` is absent when it was created.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowswebhooks
 */
export interface FlowStatusChange extends FlowUpdateBase {
  event: 'FLOW_STATUS_CHANGE';
  old_status?: FlowStatus;
  new_status: FlowStatus;
}

interface FlowErrorRate<Event extends string> extends FlowAlertBase {
  event: Event;
  /** Percent. */
  error_rate?: number;
  errors?: FlowErrorCount[];
}

/** Too many errors on users' devices, or no longer. */
export type FlowClientErrorRate = FlowErrorRate<'CLIENT_ERROR_RATE'>;
/** Too many errors of the data endpoint, or no longer. */
export type FlowEndpointErrorRate = FlowErrorRate<'ENDPOINT_ERROR_RATE'>;

/** The data endpoint is slow, or no longer. Latencies in milliseconds. */
export interface FlowEndpointLatency extends FlowAlertBase {
  event: 'ENDPOINT_LATENCY';
  p50_latency?: number;
  p90_latency?: number;
  requests_count?: number;
}

/** The data endpoint is often out of reach, or no longer. */
export interface FlowEndpointAvailability extends FlowAlertBase {
  event: 'ENDPOINT_AVAILABILITY';
  /** Percent. */
  availability?: number;
}

/** The version of Flow JSON that a flow uses is near its end. */
export interface FlowVersionExpiryWarning {
  event: 'FLOW_VERSION_EXPIRY_WARNING';
  flow_id: string;
  warning?: string;
}

/** A flow event that this release does not know. */
export interface UnknownFlowUpdate {
  event?: string;
  flow_id?: string;
  [key: string]: unknown;
}
