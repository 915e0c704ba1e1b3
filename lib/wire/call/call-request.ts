/** The half of the WebRTC negotiation that this side speaks. */
export interface OutboundCallSession {
  sdp_type: 'offer' | 'answer';
  /** Session description (RFC 8866). */
  sdp: string;
}

/** Recording or transcription of one call. Both sides hear an announcement that names the purpose. */
export interface OutboundCallCapture {
  status: 'ENABLED' | 'DISABLED';
  purpose?: string;
  announcement_language?: string;
}

interface CallRequestBase {
  messaging_product: 'whatsapp';
}

interface CallStepBase extends CallRequestBase {
  call_id: string;
}

/** Calls a user: `to` for a phone number, `recipient` for a business-scoped user id. */
export interface OutboundCallConnect extends CallRequestBase {
  action: 'connect';
  to?: string;
  recipient?: string;
  session: OutboundCallSession;
  biz_opaque_callback_data?: string;
  recording?: OutboundCallCapture;
  transcription?: OutboundCallCapture;
}

/** Opens the media connection of a user's call before it is taken. */
export interface OutboundCallPreAccept extends CallStepBase {
  action: 'pre_accept';
  session: OutboundCallSession;
}

/** Takes a user's call. */
export interface OutboundCallAccept extends CallStepBase {
  action: 'accept';
  session: OutboundCallSession;
  biz_opaque_callback_data?: string;
  recording?: OutboundCallCapture;
  transcription?: OutboundCallCapture;
}

/** Refuses or ends a call. */
export interface OutboundCallEnd extends CallStepBase {
  action: 'reject' | 'terminate';
}

/**
 * Body of `POST /{phone number id}/calls`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/calling-api
 */
export type OutboundCallRequest =
  OutboundCallConnect | OutboundCallPreAccept | OutboundCallAccept | OutboundCallEnd;

/** Answer to `connect`. */
export interface CallConnectResponse {
  messaging_product?: 'whatsapp';
  calls?: { id: string }[];
}

/** Answer to every other action. */
export interface CallStepResponse {
  messaging_product?: 'whatsapp';
  success?: boolean;
}
