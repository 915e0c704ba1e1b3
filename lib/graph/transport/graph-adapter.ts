import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import { Axios, AxiosError, AxiosHeaders } from 'axios';
import type { Dispatcher } from 'undici';
import { hasGraphError } from '../../errors/reported-error';
import type { TransportError } from '../../errors/transport.error';
import type { GraphUrls, Target } from '../graph-url';
import type { WireAnswer, WireLimits } from './wire-exchange';
import { WireExchange } from './wire-exchange';

type WireBody = NonNullable<Dispatcher.DispatchOptions['body']> | null;

/** What the adapter needs besides the axios configuration. */
export interface WireRequest extends WireLimits {
  readonly urls: GraphUrls;
  readonly target: Target;
  readonly token: string;
  readonly dispatcher: Dispatcher;
}

const uriBuilder = new Axios();

/** Header names of undici are lower-case and clean already, so there is nothing to normalise. */
class WireHeaders extends AxiosHeaders {
  override normalize(): this {
    return this;
  }
}

/**
 * One attempt: an axios adapter, and a record of what really happened on the wire, whatever interceptors make of it.
 * The token is added here, after the interceptors, so that they and their logs never see it.
 */
export class GraphAttempt {
  response: AxiosResponse<unknown> | undefined;
  failure: TransportError | undefined;
  private parsed = false;

  constructor(private readonly wire: WireRequest) {}

  readonly adapter = async (config: InternalAxiosRequestConfig): Promise<AxiosResponse<unknown>> => {
    this.response = this.failure = undefined; // an interceptor may call it again
    const target = this.targetOf(config);
    let answer: WireAnswer;
    try {
      answer = await new Promise<WireAnswer>((resolve, reject) =>
        new WireExchange(this.wire, resolve, reject).run(this.wire.dispatcher, {
          origin: target.origin,
          path: target.path,
          method: String(config.method).toUpperCase(),
          headers: this.headersOf(config, target),
          body: bodyOf(config.data),
        }),
      );
    } catch (error) {
      this.failure = error as TransportError;
      throw new AxiosError(this.failure.message, this.failure.code ?? codes[this.failure.reason], config);
    }
    return this.accept(answer, config);
  };

  /** Whether a response is a success with a body that can be used. */
  succeeded(response: AxiosResponse<unknown>): boolean {
    const { status, data } = response;
    if (status < 200 || status > 299) return false;
    if (this.wire.responseType !== 'json' || response !== this.response || status === 204) return true;
    return this.parsed && !hasGraphError(data);
  }

  /** As axios does it: an error status rejects. */
  private accept(answer: WireAnswer, config: InternalAxiosRequestConfig): AxiosResponse<unknown> {
    const { status } = answer;
    const response: AxiosResponse<unknown> = {
      data: this.read(answer.body),
      status,
      statusText: '',
      headers: Object.assign(new WireHeaders(), answer.headers) as WireHeaders,
      config,
    };
    this.response = response;
    if (status >= 200 && status < 300) return response;
    const code = status < 500 ? AxiosError.ERR_BAD_REQUEST : AxiosError.ERR_BAD_RESPONSE;
    throw new AxiosError(`Request failed with status code ${status}`, code, config, undefined, response);
  }

  private read(body: WireAnswer['body']): unknown {
    this.parsed = false;
    if (typeof body !== 'string') return body;
    if (body === '') return undefined;
    try {
      const value: unknown = JSON.parse(body);
      this.parsed = true;
      return value;
    } catch {
      return body;
    }
  }

  /** An interceptor may have changed the URL, or added parameters. */
  private targetOf(config: InternalAxiosRequestConfig): Target {
    const { target, urls } = this.wire;
    if (config.url === target.url && config.params === undefined) return target;
    return urls.locate(new URL(uriBuilder.getUri(config), target.url));
  }

  private headersOf(config: InternalAxiosRequestConfig, target: Target): string[] {
    const list: string[] = [];
    for (const [name, value] of Object.entries(config.headers) as [string, unknown][]) {
      if (value == null || value === false || name.toLowerCase() === 'authorization') continue;
      for (const item of Array.isArray(value) ? value : [value]) list.push(name, String(item));
    }
    if (target.authorize) list.push('authorization', `Bearer ${this.wire.token}`);
    return list;
  }
}

/** An interceptor may have put in a plain value. */
function bodyOf(data: unknown): WireBody {
  if (data === undefined || data === null) return null;
  const prototype: unknown = typeof data === 'object' ? Object.getPrototypeOf(data) : undefined;
  const plain = prototype === Object.prototype || prototype === Array.prototype;
  return plain ? JSON.stringify(data) : (data as WireBody);
}

const codes: Readonly<Record<TransportError['reason'], string>> = {
  connect: AxiosError.ERR_NETWORK,
  'connection-lost': AxiosError.ERR_NETWORK,
  timeout: AxiosError.ETIMEDOUT,
  aborted: AxiosError.ERR_CANCELED,
  'too-large': AxiosError.ERR_BAD_RESPONSE,
  request: AxiosError.ERR_BAD_REQUEST,
  closed: AxiosError.ERR_NETWORK,
};
