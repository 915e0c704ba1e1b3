import type { IncomingMessage } from 'node:http';
import type { JsonObject } from '../model/json';
import { readContent } from './body-reader';
import type { RequestContent } from './body-reader';
import { paramsOfPairs } from './param-values';
import { tokenOf } from './router';

/** Parameters of Graph itself, which no endpoint sees. */
const GRAPH_PARAMS = new Set(['access_token', 'appsecret_proof', 'appsecret_time']);

/** Parameters that are not recorded. */
const SECRETS = new Set([...GRAPH_PARAMS, 'client_secret']);

/** What a request brings besides its path: its token, its parameters and its files. The body is read when it is needed. */
export class RequestBody {
  private content: Promise<RequestContent> | undefined;

  /** @param onRead gets what the body holds, without secrets */
  constructor(
    private readonly request: IncomingMessage,
    private readonly query: URLSearchParams,
    private readonly onRead: (description: JsonObject) => void,
  ) {}

  /** The token: Graph takes it from the header, the query and the body. */
  async token(): Promise<string | undefined> {
    const token = tokenOf(this.request.headers.authorization, this.query);
    if (token !== undefined) return token;
    const { access_token: inBody } = (await this.read()).params;
    return typeof inBody === 'string' ? inBody : undefined;
  }

  /** The parameters, wherever they stand; what the body says counts before the query. */
  async params(): Promise<JsonObject> {
    const all = { ...paramsOfPairs(this.query), ...(await this.read()).params };
    return Object.fromEntries(Object.entries(all).filter(([name]) => !GRAPH_PARAMS.has(name)));
  }

  /** The files of a form. */
  async files(): Promise<RequestContent['files']> {
    return (await this.read()).files;
  }

  /** Reads the body to its end, so that the client takes an answer; a body that cannot be read is none. */
  async drain(): Promise<void> {
    await this.read().catch(() => undefined);
  }

  private read(): Promise<RequestContent> {
    this.content ??= readContent(this.request).then((content) => {
      this.onRead(describe(content));
      return content;
    });
    return this.content;
  }
}

/** The body for the record of the request: no tokens, and of files what is known about them. */
function describe({ params, files }: RequestContent): JsonObject {
  const publicParams = Object.entries(params).filter(([name]) => !SECRETS.has(name));
  const described = [...files].map(([name, { filename, contentType, data }]) => [
    name,
    { filename, contentType, bytes: data.length },
  ]);
  return Object.fromEntries([...publicParams, ...described]) as JsonObject;
}
