import type { GraphClient } from '../../lib/graph/graph-client.service';
import { GraphPages } from '../../lib/graph/graph-pages.service';
import type { GraphRequest } from '../../lib/graph/graph-request.interface';
import { PayloadValidator } from '../../lib/validation/payload-validator.service';
import { ManualClock } from './manual-clock';

/** A request as it would go out, for an account with phone number id `100` and WABA id `200`. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: GraphRequest['query'];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at single members
  readonly body?: any;
}

/** A Graph API that records requests and answers as told; an error is thrown. */
export class ScriptedGraph {
  readonly requests: GraphRequest[] = [];
  answer: (request: SentRequest) => unknown = () => ({ success: true });
  readonly clock = new ManualClock();
  readonly validator = new PayloadValidator({}, this.clock);
  readonly client: GraphClient = {
    request: (request: GraphRequest): Promise<unknown> => {
      this.requests.push(request);
      return Promise.resolve().then(() => {
        const answer = this.answer(sentOf(request));
        if (answer instanceof Error) throw answer;
        return answer;
      });
    },
  } as unknown as GraphClient;
  readonly pages = new GraphPages(this.client, this.clock);

  get sent(): readonly SentRequest[] {
    return this.requests.map(sentOf);
  }

  get last(): SentRequest {
    return this.sent.at(-1) as SentRequest;
  }

  /** Method and path of each request. */
  get calls(): readonly string[] {
    return this.sent.map(({ method, path }) => `${method} ${path}`);
  }
}

function sentOf({ method, path, query, body }: GraphRequest): SentRequest {
  const account = { accessToken: 't', phoneNumberId: '100', wabaId: '200' };
  const plain = body === undefined || body instanceof FormData;
  return {
    method,
    path: typeof path === 'string' ? path : path(account),
    ...(query && { query }),
    ...(body !== undefined && { body: plain ? body : (JSON.parse(JSON.stringify(body)) as unknown) }),
  };
}

/** The refused fields of an input, as `path: message`. */
export async function issuesOf(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !('issues' in error)) throw new Error(`was not refused: ${String(error)}`);
  return (error.issues as { path: string; message: string }[]).map(
    ({ path, message }) => `${path}: ${message}`,
  );
}
