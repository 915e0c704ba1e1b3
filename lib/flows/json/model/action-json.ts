/** Values that an action carries: literals, references and expressions. */
export type FlowPayload = Readonly<Record<string, unknown>>;

/** Opens another screen. Without an endpoint, the payload must match the `data` of that screen exactly. */
export interface FlowNavigateAction {
  readonly name: 'navigate';
  readonly next: { readonly type: 'screen' | 'plugin' | (string & {}); readonly name: string };
  readonly payload?: FlowPayload;
}

/** Ends the flow; the payload is sent as the answer. On the Footer of a terminal screen only. */
export interface FlowCompleteAction {
  readonly name: 'complete';
  readonly payload?: FlowPayload;
}

/** Asks the endpoint. Needs `data_api_version`. */
export interface FlowDataExchangeAction {
  readonly name: 'data_exchange';
  readonly payload?: FlowPayload;
}

/** Changes `data` of the current screen (6.0). */
export interface FlowUpdateDataAction {
  readonly name: 'update_data';
  readonly payload: FlowPayload;
}

/** Opens a web page (6.0). */
export interface FlowOpenUrlAction {
  readonly name: 'open_url';
  readonly url: string;
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowjson */
export type FlowActionJson =
  FlowNavigateAction | FlowCompleteAction | FlowDataExchangeAction | FlowUpdateDataAction | FlowOpenUrlAction;
