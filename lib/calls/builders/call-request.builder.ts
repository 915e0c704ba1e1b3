import { recipientFields } from '../../validation/recipient';
import type {
  OutboundCallAccept,
  OutboundCallCapture,
  OutboundCallConnect,
  OutboundCallEnd,
  OutboundCallPreAccept,
} from '../../wire/call/call-request';
import type { AcceptCallInput, PreAcceptCallInput } from '../dto/answer-call.dto';
import type { CallCaptureDto } from '../dto/call-capture.dto';
import type { InitiateCallInput } from '../dto/initiate-call.dto';
import { encodeOpaqueData } from '../../validation/rules/opaque-data.decorator';

const WHATSAPP = { messaging_product: 'whatsapp' } as const;

/** The business calls: its side makes the offer. */
export function buildConnect(input: InitiateCallInput): OutboundCallConnect {
  const request: OutboundCallConnect = {
    ...WHATSAPP,
    ...recipientFields(input.to),
    action: 'connect',
    session: { sdp_type: 'offer', sdp: input.sdp },
  };
  if (input.correlation != null) request.biz_opaque_callback_data = encodeOpaqueData(input.correlation);
  return captured(request, input);
}

/** The business opens the media connection: a user's call is answered. */
export function buildPreAccept({ callId, sdp }: PreAcceptCallInput): OutboundCallPreAccept {
  return { ...WHATSAPP, call_id: callId, action: 'pre_accept', session: { sdp_type: 'answer', sdp } };
}

/** The business takes a user's call. */
export function buildAccept(input: AcceptCallInput & { readonly sdp: string }): OutboundCallAccept {
  const request: OutboundCallAccept = {
    ...WHATSAPP,
    call_id: input.callId,
    action: 'accept',
    session: { sdp_type: 'answer', sdp: input.sdp },
  };
  if (input.tracker != null) request.biz_opaque_callback_data = encodeOpaqueData(input.tracker);
  return captured(request, input);
}

/** The business refuses or ends a call. */
export function buildEnd(callId: string, action: OutboundCallEnd['action']): OutboundCallEnd {
  return { ...WHATSAPP, call_id: callId, action };
}

type Captured = Pick<InitiateCallInput, 'recording' | 'transcription'>;

function captured<Request extends { recording?: OutboundCallCapture; transcription?: OutboundCallCapture }>(
  request: Request,
  { recording, transcription }: Captured,
): Request {
  if (recording != null) request.recording = capture(recording);
  if (transcription != null) request.transcription = capture(transcription);
  return request;
}

function capture({ purpose, language }: CallCaptureDto): OutboundCallCapture {
  return { status: 'ENABLED', purpose, announcement_language: language };
}
