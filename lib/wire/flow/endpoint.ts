import type { Open } from '../inbound/common';

/**
 * Body that Meta posts to the data endpoint of a flow. All values are base64.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 */
export interface EncryptedFlowRequest {
  encrypted_flow_data: string;
  encrypted_aes_key: string;
  initial_vector: string;
}

/** Why the endpoint is called. `navigate` was seen with an error notification. */
export type FlowAction = Open<'ping' | 'INIT' | 'data_exchange' | 'BACK' | 'navigate'>;

/** A request, decrypted. Unknown fields are kept. */
export interface FlowRequestPayload {
  /** Data API version, e.g. `3.0`. */
  version?: string;
  action: FlowAction;
  /** Screen that the request comes from; may be empty or absent on `INIT`. On `BACK`, the screen that was left. */
  screen?: string;
  data?: Record<string, unknown>;
  /** Absent on `ping`, and on some iOS versions. */
  flow_token?: string;
  /** JWT over the flow token; Flow JSON 7.3 and Data API 4.0 or later. */
  flow_token_signature?: string;
  [field: string]: unknown;
}

/** Error that the client reports to the endpoint. */
export type FlowErrorKey = Open<
  | 'timeout_error'
  | 'missing_capability'
  | 'cannot_be_served'
  | 'no_http_response_error'
  | 'unexpected_http_status_code'
  | 'public-key-missing'
  | 'public-key-signiture-verification'
  | 'response-decryption-error'
  | 'invalid-screen-transition'
  | 'payload-schema-error'
  | 'business-decryption-error'
>;

/** Shows a screen. */
export interface FlowScreenResponse {
  version?: string;
  screen: string;
  data: { error_message?: string; [key: string]: unknown };
}

/** Ends the flow; `params` become the `response_json` of the completion message. */
export interface FlowSuccessResponse {
  version?: string;
  screen: 'SUCCESS';
  data: { extension_message_response: { params: { flow_token: string; [key: string]: unknown } } };
}

/** Answer to `ping`. */
export interface FlowPingResponse {
  data: { status: 'active' };
}

/** Answer to an error notification. */
export interface FlowAcknowledgement {
  data: { acknowledged: true };
}

/** Content of an answer with status 427. */
export interface FlowTokenErrorResponse {
  error_msg: string;
}

/** An answer before it is encrypted. */
export type FlowResponsePayload =
  FlowScreenResponse | FlowSuccessResponse | FlowPingResponse | FlowAcknowledgement | FlowTokenErrorResponse;
