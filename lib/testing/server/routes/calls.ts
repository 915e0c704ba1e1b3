import type { EmulatedCall } from '../../calls/emulated-call';
import { sdpProblem } from '../../calls/call-sdp';
import { isObject, textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { GraphRefusal } from '../graph-refusal';
import { findRecipient } from '../recipient';
import type { RouteAnswer, RouteContext, RouteHandler, RouteRequest } from '../route.interface';

/** Calls that a number may have at once. */
const MAX_CALLS = 1000;
const MAX_CORRELATION = 512;

type Action = (body: JsonObject, request: RouteRequest, context: RouteContext) => RouteAnswer;

const ACTIONS: Readonly<Record<string, Action>> = {
  connect,
  pre_accept: answer,
  accept: answer,
  reject: end,
  terminate: end,
};

/** `POST /{phone}/calls`: all that an application can do with calls. */
export const manageCalls: RouteHandler = async (request, context) => {
  const body = await request.params();
  if (body['messaging_product'] !== 'whatsapp') throw missing('messaging_product');
  const action = ACTIONS[String(body['action'])];
  if (!action) throw invalid('action must be one of connect, pre_accept, accept, reject, terminate');
  const { status, sip } = context.state.calling.settingsOf(request.number.phoneNumberId).feature('calling');
  if (isObject(sip) && sip['status'] === 'ENABLED')
    throw new GraphRefusal(131055, { details: 'SIP is enabled on the phone number.' });
  if (status !== 'ENABLED') throw new GraphRefusal(138000, { details: 'Enable calling in the settings.' });
  const correlation = body['biz_opaque_callback_data'];
  if (
    correlation !== undefined &&
    !(typeof correlation === 'string' && correlation.length <= MAX_CORRELATION)
  )
    throw invalid(`biz_opaque_callback_data must have at most ${MAX_CORRELATION} characters`);
  return action(body, request, context);
};

function connect(body: JsonObject, { number }: RouteRequest, context: RouteContext): RouteAnswer {
  const { state, calls } = context;
  if (textOf(body['to']) === undefined && textOf(body['recipient']) === undefined) throw missing('to');
  const sdp = sdpOf(body, 'offer', undefined);
  checkCaptures(body);
  const [person] = findRecipient(body, number, state).people;
  if (!person) throw new GraphRefusal(138001, { details: 'The receiver is not on WhatsApp.' });
  const { phoneNumberId } = number;
  const { userId } = person.profile;
  const { permissions } = state.calling;
  if (!permissions.allows(phoneNumberId, userId))
    throw new GraphRefusal(138006, {
      details: 'The user has not granted call permission.',
      subcode: 2593090,
    });
  const live = state.calling.live(phoneNumberId);
  if (live.some((call) => call.user.userId === userId)) throw new GraphRefusal(138003);
  if (live.length >= MAX_CALLS) throw new GraphRefusal(138002);
  const nextCallAt = permissions.nextCallAt(phoneNumberId, userId);
  if (nextCallAt !== undefined) {
    const next = new Date(nextCallAt).toISOString();
    throw new GraphRefusal(138012, { details: `The next call is allowed after ${next}.` });
  }
  const call = calls.businessCalls(number, person.profile, sdp, textOf(body['biz_opaque_callback_data']));
  return {
    body: { messaging_product: 'whatsapp', calls: [{ id: call.id }] },
    after: () => calls.announce(call),
  };
}

/** `pre_accept` and `accept` of a user's call. */
function answer(body: JsonObject, request: RouteRequest, { state, calls }: RouteContext): RouteAnswer {
  const call = callOf(body, request, state.calling.calls);
  if (call.direction !== 'USER_INITIATED') throw invalid('The call was made by the business.');
  if (call.state === 'accepted' || call.state === 'ended') throw tooLate(call);
  const sdp = sdpOf(body, 'answer', call.metaSdp);
  if (body['action'] === 'pre_accept') {
    if (call.state === 'pre-accepted') throw tooLate(call);
    calls.preAccept(call, sdp);
    return success();
  }
  checkCaptures(body);
  if (call.businessSdp !== undefined && call.businessSdp !== sdp)
    throw new GraphRefusal(138008, { details: 'The SDP answer is not the one of pre_accept.' });
  call.businessSdp = sdp;
  call.correlation = textOf(body['biz_opaque_callback_data']);
  calls.connect(call, 'business');
  return success();
}

/** `reject` and `terminate`. */
function end(body: JsonObject, request: RouteRequest, { state, calls }: RouteContext): RouteAnswer {
  const call = callOf(body, request, state.calling.calls);
  if (call.state === 'ended') throw tooLate(call);
  if (body['action'] === 'reject') {
    if (call.direction !== 'USER_INITIATED') throw invalid('The call was made by the business.');
    if (call.state === 'accepted') throw tooLate(call);
  }
  calls.close(call, 'business', body['action'] === 'reject' ? 'rejected' : undefined);
  return { ...success(), after: () => calls.tellEnd(call) };
}

function callOf(
  body: JsonObject,
  { number }: RouteRequest,
  calls: ReadonlyMap<string, EmulatedCall>,
): EmulatedCall {
  const id = textOf(body['call_id']);
  if (id === undefined) throw missing('call_id');
  const call = calls.get(id);
  if (call?.number.phoneNumberId !== number.phoneNumberId)
    throw invalid('call_id names no call of this number');
  return call;
}

function sdpOf(body: JsonObject, type: 'offer' | 'answer', offer: string | undefined): string {
  const { session } = body;
  if (!isObject(session)) throw missing('session');
  if (session['sdp_type'] !== type) throw invalid(`session.sdp_type must be ${type}`);
  const problem = sdpProblem(session['sdp'], type, offer);
  if (problem !== undefined) throw new GraphRefusal(138008, { details: problem });
  return String(session['sdp']);
}

function checkCaptures(body: JsonObject): void {
  for (const name of ['recording', 'transcription']) {
    const capture = body[name];
    if (capture === undefined) continue;
    if (!isObject(capture) || (capture['status'] !== 'ENABLED' && capture['status'] !== 'DISABLED'))
      throw invalid(`${name}.status must be ENABLED or DISABLED`);
    if (capture['status'] === 'DISABLED') continue;
    if (textOf(capture['purpose']) === undefined) throw missing(`${name}.purpose`);
    if (textOf(capture['announcement_language']) === undefined)
      throw missing(`${name}.announcement_language`);
  }
}

function success(): RouteAnswer {
  return { body: { messaging_product: 'whatsapp', success: true } };
}

/** Meta's code for it is not published. */
function tooLate(call: EmulatedCall): GraphRefusal {
  return invalid(`The call is ${call.state} already.`);
}

function missing(name: string): GraphRefusal {
  return new GraphRefusal(100, { message: `(#100) The parameter ${name} is required.` });
}

function invalid(details: string): GraphRefusal {
  return new GraphRefusal(100, { details });
}
