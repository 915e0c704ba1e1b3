import { Readable } from 'node:stream';
import { HttpService } from '@nestjs/axios';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { AxiosResponse } from 'axios';
import { AccountDirectory } from '../config/account-directory';
import { Clock, sleep } from '../config/clock';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import { GraphApiError } from '../errors/graph-api.error';
import { toGraphApiError } from '../errors/graph-error.mapper';
import type { HeaderValues } from '../errors/retry-after';
import { SendOutcomeUnknownError } from '../errors/send-outcome-unknown.error';
import { TransportError } from '../errors/transport.error';
import type { WhatsAppError } from '../errors/whatsapp.error';
import { PreparedCall } from './graph-call';
import { GraphHooks } from './graph-hooks.interface';
import type { GraphRequest, GraphResponse } from './graph-request.interface';
import { isOutcomeUnknown, isTokenRefused, retryDelay } from './graph-retry.policy';
import { GraphUrls } from './graph-url';
import { HookRunner } from './hook-runner';
import { GraphAttempt } from './transport/graph-adapter';
import { GraphDispatcher } from './transport/graph-dispatcher';
import type { LeanAxios } from './transport/lean-axios';
import { leanAxios } from './transport/lean-axios';

/**
 * Makes requests to the Graph API: the one place that does. It finds the account and its token, keeps connections
 * open, repeats what is safe to repeat, and turns every failure into one of this package's errors.
 *
 * Requests run through the interceptors of the application's `HttpService`. They see everything but the token, which
 * is added after them and only for hosts that may have it.
 * @example await graph.request<{ id: string }>({ method: 'GET', path: '123', query: { fields: 'id' } })
 * @publicApi
 */
@Injectable()
export class GraphClient {
  readonly #axios: LeanAxios;
  readonly #urls: GraphUrls;
  readonly #hooks: HookRunner;
  readonly #timeoutMs: number;
  readonly #maxAttempts: number;

  constructor(
    http: HttpService,
    private readonly directory: AccountDirectory,
    private readonly dispatcher: GraphDispatcher,
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(GraphHooks) hooks?: GraphHooks,
  ) {
    this.#axios = leanAxios(http.axiosRef);
    this.#urls = new GraphUrls(options);
    this.#hooks = new HookRunner(hooks, clock);
    this.#timeoutMs = options.http?.timeoutMs ?? 30_000;
    this.#maxAttempts = options.http?.maxAttempts ?? 3;
  }

  /**
   * Makes a request and returns the body of the answer.
   * @throws GraphApiError when Meta reports an error; a subclass for each documented code.
   * @throws TransportError when no answer came.
   * @throws SendOutcomeUnknownError when a send (`kind: 'send'`) left and its answer never came.
   * @throws AccountNotFoundError when the account is not known.
   */
  async request<T = unknown>(request: GraphRequest): Promise<T> {
    return (await this.perform(request)).data as T;
  }

  /** As `request`, with status and headers. */
  async exchange<T = unknown>(request: GraphRequest): Promise<GraphResponse<T>> {
    const { status, headers, data } = await this.perform(request);
    return { status, headers: plainHeaders(headers), data: data as T };
  }

  private async perform(request: GraphRequest): Promise<AxiosResponse<unknown>> {
    const { signal, timeoutMs = this.#timeoutMs } = request;
    if (signal?.aborted) throw aborted(signal);
    const deadline = this.clock.now() + timeoutMs;
    const call = await PreparedCall.prepare(request, this.directory, this.#urls, deadline);
    let attempt = 1;
    for (;;) {
      const hooks = this.#hooks.before(call, attempt);
      try {
        const response = await this.attempt(call);
        hooks?.after(response.status);
        return response;
      } catch (error) {
        // Errors of the application's interceptors pass through.
        if (!(error instanceof GraphApiError || error instanceof TransportError)) throw error;
        const refreshed = isTokenRefused(error) && (await this.refreshToken(call));
        const delayMs = refreshed ? 0 : this.retryDelay(call, attempt, error);
        hooks?.failed(error, delayMs);
        if (delayMs === undefined) throw outcomeOf(call, error);
        if (refreshed) continue;
        await this.wait(delayMs, signal);
        attempt++;
      }
    }
  }

  /** One round trip, redirects of downloads included. */
  private async attempt(call: PreparedCall): Promise<AxiosResponse<unknown>> {
    let { target } = call;
    for (let redirects = call.maxRedirects; ; redirects--) {
      const attempt = new GraphAttempt({
        target,
        urls: this.#urls,
        token: call.token,
        dispatcher: this.dispatcher.for(call.account),
        clock: this.clock,
        timeoutMs: call.deadline - this.clock.now(),
        maxBytes: call.maxBytes,
        signal: call.request.signal,
        responseType: call.responseType,
      });
      const response = await this.roundTrip(call, attempt, target.url);
      if (attempt.succeeded(response)) return response;
      const { status, headers, data } = response;
      const redirected = redirects > 0 && status >= 300 && status < 400;
      const next = redirected ? this.#urls.redirect(target, headers['location'] as unknown) : undefined;
      if (!next) {
        const context = { operation: call.operation, now: this.clock.now(), secrets: call.secrets };
        const error = toGraphApiError(status, headers as HeaderValues, data, context);
        call.request.onRefusal?.(error, plainHeaders(headers));
        throw error;
      }
      target = next;
    }
  }

  private async roundTrip(
    call: PreparedCall,
    attempt: GraphAttempt,
    url: string,
  ): Promise<AxiosResponse<unknown>> {
    let result: AxiosResponse<unknown> | undefined;
    let thrown: unknown;
    try {
      result = await this.#axios.request<unknown, AxiosResponse<unknown>>({
        url,
        method: call.request.method,
        headers: call.headers,
        data: call.body.data,
        adapter: attempt.adapter,
      });
    } catch (error) {
      thrown = error;
    }
    // What happened on the wire counts, whatever interceptors made of it.
    const { failure, response } = attempt;
    if (failure) throw failure.during(call.operation);
    if (response && (thrown === undefined || !attempt.succeeded(response))) return response;
    if (response?.data instanceof Readable) response.data.destroy();
    // An interceptor failed, or put in an adapter of its own.
    if (thrown !== undefined || result === undefined) throw thrown;
    return result;
  }

  private retryDelay(
    call: PreparedCall,
    attempt: number,
    failure: GraphApiError | TransportError,
  ): number | undefined {
    return retryDelay({
      kind: call.kind,
      attempt,
      maxAttempts: this.#maxAttempts,
      remainingMs: call.deadline - this.clock.now(),
      replayable: call.body.replayable,
      failure,
      random: Math.random(),
    });
  }

  /** A look-up that fails must not hide that the token was refused. */
  private async refreshToken(call: PreparedCall): Promise<boolean> {
    try {
      return await call.refreshToken(this.directory);
    } catch {
      return false;
    }
  }

  private async wait(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    // Timers of the clock let the process end, and there is no socket now: a script would end in the middle of a call.
    const hold = setInterval(() => undefined, 2 ** 30);
    try {
      await sleep(this.clock, delayMs, signal);
    } catch {
      throw aborted(signal);
    } finally {
      clearInterval(hold);
    }
  }
}

function plainHeaders(headers: object): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers) as [string, string | string[]][]) {
    plain[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return plain;
}

/** A send whose fate is open must not look like one that failed. */
function outcomeOf(call: PreparedCall, failure: GraphApiError | TransportError): WhatsAppError {
  if (call.kind !== 'send' || !isOutcomeUnknown(failure)) return failure;
  const transport = failure instanceof TransportError;
  return new SendOutcomeUnknownError({
    reason: transport ? failure.reason : 'unreadable-answer',
    httpStatus: transport ? undefined : failure.httpStatus,
    operation: call.operation,
    correlation: call.request.correlation,
  });
}

function aborted(signal: AbortSignal | undefined): TransportError {
  return new TransportError({ reason: 'aborted', sent: false }, { cause: signal?.reason });
}
