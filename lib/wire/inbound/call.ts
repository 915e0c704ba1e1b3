import type { Open, WireTimestamp } from './common';
import type { InboundMediaFile } from './media';

/** Members of every call event. Phone numbers are absent when the user hides them. */
export interface CallEventBase {
  /** `wacid.…`, the same for all events of one call. */
  id: string;
  timestamp: WireTimestamp;
  direction?: Open<'USER_INITIATED' | 'BUSINESS_INITIATED'>;
  from?: string;
  from_user_id?: string;
  from_parent_user_id?: string;
  to?: string;
  to_user_id?: string;
  to_parent_user_id?: string;
  biz_opaque_callback_data?: string;
  deeplink_payload?: string;
  cta_payload?: string;
}

/**
 * A call to answer (SDP offer), or the user's side of a call of the business (SDP answer).
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference
 */
export interface CallConnect extends CallEventBase {
  event: 'connect';
  session?: { sdp_type: Open<'offer' | 'answer'>; sdp: string };
  /** Older form: JSON text inside `sdp`. */
  connection?: { webrtc?: { sdp?: string } };
}

/** The call is over. Times and duration are absent when it was never taken; reasons stand in the envelope's `errors`. */
export interface CallTerminate extends CallEventBase {
  event: 'terminate';
  /** Also written `Completed` and `Failed`. */
  status?: Open<'COMPLETED' | 'FAILED'>;
  start_time?: WireTimestamp;
  end_time?: WireTimestamp;
  /** Seconds. */
  duration?: number;
}

/** A call that is signalled by SIP was created. */
export interface CallCreated extends CallEventBase {
  event: 'call_created';
}

/** The recording of a call is ready. */
export interface CallRecordingAvailable extends CallEventBase {
  event: 'call_recording_available';
  call_recording: { type?: Open<'audio'>; audio: InboundMediaFile };
}

/** The transcript of a call is ready, a JSON document. */
export interface CallTranscriptionAvailable extends CallEventBase {
  event: 'call_transcription_available';
  call_transcript: { document: InboundMediaFile };
}

/** A call event that this release does not know. */
export interface UnknownCallEvent extends CallEventBase {
  event?: string;
  [key: string]: unknown;
}

/** Members of every status of a call that the business made. */
export interface CallStatusBase {
  id: string;
  type?: 'call';
  timestamp: WireTimestamp;
  recipient_id?: string;
  recipient_user_id?: string;
  recipient_parent_user_id?: string;
  biz_opaque_callback_data?: string;
}

interface CallStatus<Status extends string> extends CallStatusBase {
  status: Status;
}

/** The user's phone rings. */
export type CallRinging = CallStatus<'RINGING'>;
/** The user took the call. */
export type CallAccepted = CallStatus<'ACCEPTED'>;
/** The user refused the call. */
export type CallRejected = CallStatus<'REJECTED'>;

/** A call status that this release does not know. */
export interface UnknownCallStatus extends CallStatusBase {
  status?: string;
  [key: string]: unknown;
}
