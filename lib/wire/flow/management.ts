import type { Open } from '../inbound/common';

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
