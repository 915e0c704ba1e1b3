import type { CallConnectResponse } from '../wire/call/call-request';

/**
 * A call that was asked for. What becomes of it comes by webhooks: `call.connect` with the answer for the WebRTC stack,
 * `call.status.ringing`, `.accepted` or `.rejected`, and `call.terminate`.
 * @publicApi
 */
export interface InitiatedCall {
  /** Id (`wacid.…`) of the call; all its events carry it. */
  readonly callId: string;
  /** Meta's answer, untouched. */
  readonly raw: CallConnectResponse;
}
