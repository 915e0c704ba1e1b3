import type { CallEventLike } from '../../../lib/calls/call-event';
import { CallTracker } from '../../../lib/calls/call-tracker';
import { CallsSender } from '../../../lib/calls/calls.sender';
import { CallsService } from '../../../lib/calls/calls.service';
import { SipStatusStore } from '../../../lib/calls/sip-status.store';
import type { GraphClient } from '../../../lib/graph/graph-client.service';
import type { GraphRequest } from '../../../lib/graph/graph-request.interface';
import { PayloadValidator } from '../../../lib/validation/payload-validator.service';
import { ManualClock } from '../../support/manual-clock';
import { OFFER } from './sdp-samples';

export const CALL_ID = 'wacid.ABGGFjFVU2AfAgo6V';
export const PHONE_NUMBER_ID = '100';

/** A Graph API that resolves the path as the real client does, records requests and answers as told. */
export class FakeGraph {
  readonly requests: (Omit<GraphRequest, 'path'> & { readonly path: string })[] = [];
  answer: (request: GraphRequest) => unknown = ({ body }) =>
    (body as { action?: string } | undefined)?.action === 'connect'
      ? { messaging_product: 'whatsapp', calls: [{ id: CALL_ID }] }
      : { messaging_product: 'whatsapp', success: true };

  request = async (request: GraphRequest): Promise<unknown> => {
    await Promise.resolve();
    const phoneNumberId = request.account?.phoneNumberId ?? PHONE_NUMBER_ID;
    const path =
      typeof request.path === 'string' ? request.path : request.path({ accessToken: 't', phoneNumberId });
    this.requests.push({ ...request, path });
    const answer = await this.answer(request);
    if (answer instanceof Error) throw answer;
    return answer;
  };

  get bodies(): unknown[] {
    return this.requests.map(({ body }) => JSON.parse(JSON.stringify(body)) as unknown);
  }
}

export interface Setup {
  readonly graph: FakeGraph;
  readonly clock: ManualClock;
  readonly tracker: CallTracker;
  readonly sip: SipStatusStore;
  readonly calls: CallsService;
}

/** The service over a recording Graph API. */
export function setup(options: { validate?: boolean } = {}): Setup {
  const graph = new FakeGraph();
  const clock = new ManualClock();
  const tracker = new CallTracker(clock);
  const sip = new SipStatusStore(clock);
  const sender = new CallsSender(graph as unknown as GraphClient, sip);
  const calls = new CallsService(sender, tracker, new PayloadValidator(options, clock), clock);
  return { graph, clock, tracker, sip, calls };
}

/** An event of a call. */
export function callEvent(
  name: string,
  payload: object = {},
  extra: Partial<CallEventLike> = {},
): CallEventLike {
  return {
    name,
    phoneNumberId: '200555000000001',
    wabaId: '300555000000001',
    timestamp: Date.UTC(2026, 0, 10),
    payload: { id: CALL_ID, ...payload },
    ...extra,
  };
}

/** A user calls. */
export function userCall(payload: object = {}): CallEventLike {
  return callEvent('call.connect', {
    event: 'connect',
    direction: 'USER_INITIATED',
    from: '15550100123',
    to: '15550100001',
    session: { sdp_type: 'offer', sdp: OFFER },
    ...payload,
  });
}
