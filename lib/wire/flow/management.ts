import type { Open } from '../inbound/common';
import type { FlowStatus } from '../inbound/flow-update';

/** A stretch of a Flow JSON file; lines and columns count from 1. */
export interface FlowValidationSpan {
  line_start?: number;
  line_end?: number;
  column_start?: number;
  column_end?: number;
}

/** A place that an error speaks of. */
export interface FlowValidationPointer extends FlowValidationSpan {
  /** e.g. `screens[0].layout.children[0].type`. */
  path?: string;
}

/**
 * Something that Meta refuses in a Flow JSON.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes
 */
export interface FlowValidationError extends FlowValidationSpan {
  /** e.g. `INVALID_PROPERTY_VALUE`. */
  error: string;
  error_type?: Open<'FLOW_JSON_ERROR' | 'JSON_SCHEMA_ERROR'>;
  message?: string;
  pointers?: FlowValidationPointer[];
}

/** What a flow is for. */
export type FlowCategory = Open<
  | 'SIGN_UP'
  | 'SIGN_IN'
  | 'APPOINTMENT_BOOKING'
  | 'LEAD_GENERATION'
  | 'SHOPPING'
  | 'CONTACT_US'
  | 'CUSTOMER_SUPPORT'
  | 'SURVEY'
  | 'OTHER'
>;

/** Whether messages can be sent with something. */
export type FlowCanSend = Open<'AVAILABLE' | 'LIMITED' | 'BLOCKED'>;

/** Health of one thing that a flow needs. */
export interface FlowHealthEntity {
  entity_type: Open<'FLOW' | 'WABA' | 'BUSINESS' | 'APP' | 'PHONE_NUMBER' | 'MESSAGE_TEMPLATE'>;
  id: string;
  can_send_message?: FlowCanSend;
  errors?: { error_code?: number; error_description?: string; possible_solution?: string }[];
  additional_info?: string[];
}

/** Whether a flow can be sent, and why not. */
export interface FlowHealth {
  can_send_message?: FlowCanSend;
  entities?: FlowHealthEntity[];
}

/** A figure of a flow's endpoint over time. */
export interface FlowMetric {
  name: string;
  granularity?: string;
  data_points?: { timestamp: string; data: { key: string; value: number }[] }[];
}

/**
 * A flow. Only the fields that were asked for are there.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi
 */
export interface FlowDetails {
  id: string;
  name?: string;
  status?: FlowStatus;
  categories?: FlowCategory[];
  validation_errors?: FlowValidationError[];
  json_version?: string;
  data_api_version?: string;
  /** Before Flow JSON 3.0. */
  data_channel_uri?: string;
  endpoint_uri?: string;
  /** The link is public and good for 30 days. */
  preview?: { preview_url: string; expires_at?: string };
  whatsapp_business_account?: { id: string; name?: string; [field: string]: unknown };
  /** App that the endpoint is connected to. */
  application?: { id: string; name?: string; link?: string };
  health_status?: FlowHealth;
  updated_at?: string;
  metric?: FlowMetric;
}

/** Answer to the creation of a flow. */
export interface FlowCreated {
  id: string;
  success?: boolean;
  validation_errors?: FlowValidationError[];
}

/** Answer to an upload of Flow JSON. `success` does not mean that it is free of errors: a draft is saved with them. */
export interface FlowJsonUploaded {
  success?: boolean;
  validation_errors?: FlowValidationError[];
}

/** A file of a flow. */
export interface FlowAsset {
  name: string;
  asset_type: Open<'FLOW_JSON'>;
  download_url: string;
}

/** Answer to a migration. */
export interface FlowsMigrated {
  migrated_flows?: { source_name: string; source_id?: string; migrated_id: string }[];
  failed_flows?: { source_name: string; error_code?: string; error_message?: string }[];
}
