import type { GraphClient } from '../../lib/graph/graph-client.service';
import { GraphPages } from '../../lib/graph/graph-pages.service';
import type { GraphRequest } from '../../lib/graph/graph-request.interface';
import { PayloadValidationError } from '../../lib/errors/payload-validation.error';
import { PayloadValidator } from '../../lib/validation/payload-validator.service';
import { ManualClock } from './manual-clock';

/** A request as it would go out for the account with phone number id `100` and WABA id `200`. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** A Graph API that records requests and answers as told, with what services need besides it. */
export class RecordingGraph {
  readonly requests: GraphRequest[] = [];
  readonly clock = new ManualClock();
  readonly validator = new PayloadValidator({}, this.clock);
  readonly client = this as unknown as GraphClient;
  readonly pages = new GraphPages(this.client, this.clock);
  private answers: unknown[] = [];

  /** What the next requests get, in order; an error is thrown. The last one serves all that follow. */
  answer(...answers: unknown[]): this {
    this.answers = answers;
    return this;
  }

  request = (request: GraphRequest): Promise<unknown> => {
    this.requests.push(request);
    const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };

  /** The requests as they would go out. */
  get sent(): SentRequest[] {
    return this.requests.map(({ method, path, query, body }) => ({
      method,
      path: typeof path === 'string' ? path : path({ accessToken: 't', phoneNumberId: '100', wabaId: '200' }),
      ...(query && { query }),
      ...(body !== undefined && {
        body:
          body instanceof URLSearchParams
            ? Object.fromEntries(body)
            : (JSON.parse(JSON.stringify(body)) as unknown),
      }),
    }));
  }
}

/** What a call refuses its input for, as `path: message`. */
export async function refusals(call: () => Promise<unknown>): Promise<string[]> {
  const error: unknown = await call().catch((caught: unknown) => caught);
  if (!(error instanceof PayloadValidationError)) throw new Error('the input was not refused');
  return error.issues.map(({ path, message }) => `${path}: ${message}`);
}
