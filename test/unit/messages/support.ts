import type { GraphClient } from '../../../lib/graph/graph-client.service';
import type { GraphRequest } from '../../../lib/graph/graph-request.interface';
import { MessagesSender } from '../../../lib/messages/messages.sender';
import { MessagesService } from '../../../lib/messages/messages.service';
import { PayloadValidator } from '../../../lib/validation/payload-validator.service';
import { ManualClock } from '../../support/manual-clock';

/** An answer of Meta to a message for the phone number of Meta's examples. */
export const ACCEPTED = {
  messaging_product: 'whatsapp',
  contacts: [{ input: '+16505551234', wa_id: '16505551234' }],
  messages: [{ id: 'wamid.HBgLMTY1' }],
};

/** A Graph API that records requests and answers as told. */
export class FakeGraph {
  readonly requests: GraphRequest[] = [];
  /** Answers the nth request, counted from 0; an error is thrown. */
  answer: (request: GraphRequest, index: number) => unknown = () => ACCEPTED;

  request = (request: GraphRequest): Promise<unknown> => {
    const index = this.requests.push(request) - 1;
    return Promise.resolve().then(() => {
      const answer = this.answer(request, index);
      if (answer instanceof Error) throw answer;
      return answer;
    });
  };

  /** Bodies as they would go out. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at single members
  get bodies(): any[] {
    return this.requests.map(({ body }) => JSON.parse(JSON.stringify(body)) as unknown);
  }

  /** Paths for an account with phone number id `100`. */
  get paths(): string[] {
    return this.requests.map(({ path }) =>
      typeof path === 'string' ? path : path({ accessToken: 't', phoneNumberId: '100' }),
    );
  }
}

export interface Setup {
  readonly graph: FakeGraph;
  readonly clock: ManualClock;
  readonly messages: MessagesService;
}

/** The service over a recording Graph API. */
export function setup(options: { validate?: boolean } = {}): Setup {
  const graph = new FakeGraph();
  const clock = new ManualClock();
  const sender = new MessagesSender(graph as unknown as GraphClient);
  return { graph, clock, messages: new MessagesService(sender, new PayloadValidator(options, clock), clock) };
}
