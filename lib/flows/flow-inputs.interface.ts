import type { FlowCategory } from '../wire/flow/management';
import type { FlowJson } from './json/flow-json.interface';

/** A new flow. */
export interface CreateFlowInput {
  /** Unique in the account. */
  readonly name: string;
  readonly categories: readonly FlowCategory[];
  /** The flow, or its JSON text. */
  readonly flowJson?: FlowJson | string | undefined;
  /** Publish it at once; needs a valid `flowJson`. It cannot be taken back. */
  readonly publish?: boolean | undefined;
  /** Flow to copy. */
  readonly cloneFlowId?: string | undefined;
  /** URL of the endpoint; Flow JSON 3.0 or later. */
  readonly endpointUri?: string | undefined;
}

/** Changes to what is known about a flow; at least one. */
export interface UpdateFlowInput {
  readonly name?: string | undefined;
  readonly categories?: readonly FlowCategory[] | undefined;
  readonly endpointUri?: string | undefined;
  /** Meta app whose secret signs the requests to the endpoint. */
  readonly applicationId?: string | undefined;
}

/** Flows to copy from another account of the same business. They arrive as drafts. */
export interface MigrateFlowsInput {
  readonly sourceWabaId: string;
  /** Up to 100. @default all */
  readonly flowNames?: readonly string[] | undefined;
}

/** Which figure of an endpoint to read. */
export interface FlowMetricInput {
  readonly name:
    | 'ENDPOINT_REQUEST_COUNT'
    | 'ENDPOINT_REQUEST_ERROR'
    | 'ENDPOINT_REQUEST_ERROR_RATE'
    | 'ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL'
    | 'ENDPOINT_AVAILABILITY'
    | (string & {});
  readonly granularity: 'DAY' | 'HOUR' | 'LIFETIME';
  /** First day, YYYY-MM-DD: at most 90 days back, 30 for hours. */
  readonly since?: string | undefined;
  /** Last day, YYYY-MM-DD. */
  readonly until?: string | undefined;
}

/** How a definition is brought to Meta. */
export interface SyncFlowInput {
  /** Name of the flow, by which it is found. */
  readonly name: string;
  /** @default what the flow has; `OTHER` for a new one */
  readonly categories?: readonly FlowCategory[] | undefined;
  /** URL of the endpoint. @default what the flow has */
  readonly endpointUri?: string | undefined;
  /** Publish when it is new or has changed and Meta found no error. @default false */
  readonly publish?: boolean | undefined;
  /**
   * Change a flow that is published. New JSON is a draft until it is published, and messages that were sent keep the old
   * one; categories and endpoint change at once.
   * @default false
   */
  readonly replacePublished?: boolean | undefined;
}
