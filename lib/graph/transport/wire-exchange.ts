import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Clock, TimerHandle } from '../../config/clock';
import { TransportError } from '../../errors/transport.error';
import { AnswerStream } from './answer-stream';
import { describeFailure } from './wire-failure';

/** What one exchange may take. */
export interface WireLimits {
  readonly clock: Clock;
  /** Longest wait for the whole answer; for streams until its headers, and then between two chunks. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
  readonly responseType: 'json' | 'stream' | 'buffer';
}

/** What came back. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Text for JSON and for all errors; else as asked for. */
  readonly body: string | Buffer | AnswerStream;
}

/** Error answers are short; more than this of a gateway's page is of no use. */
const MAX_ERROR_BYTES = 1024 * 1024;

/**
 * One request on the wire: an undici handler that settles a promise. It knows whether the request was handed to a
 * socket, which decides whether it may be repeated.
 */
export class WireExchange implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private started = false;
  private settled = false;
  private status = 0;
  private headers: IncomingHttpHeaders = {};
  private chunks: Buffer[] = [];
  private size = 0;
  private maxBytes: number;
  private stream: AnswerStream | undefined;
  private timer: TimerHandle | undefined;

  constructor(
    private readonly limits: WireLimits,
    private readonly resolve: (answer: WireAnswer) => void,
    private readonly reject: (error: TransportError) => void,
  ) {
    this.maxBytes = limits.maxBytes;
  }

  /** Writes the request; the outcome comes through the promise callbacks. */
  run(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions): void {
    const { clock, timeoutMs, signal } = this.limits;
    if (signal?.aborted) return this.onAbort();
    signal?.addEventListener('abort', this.onAbort, { once: true });
    this.timer = clock.schedule(() => this.fail('timeout'), timeoutMs);
    try {
      dispatcher.dispatch(request, this);
    } catch (error) {
      this.onResponseError(undefined, error as Error);
    }
  }

  /** Called right before the request is written to a socket. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while waiting for a connection: throwing withdraws the request and keeps the connection.
    if (this.settled) throw new TransportError({ reason: 'aborted', sent: false });
    this.controller = controller;
    this.started = true;
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (status < 200 || this.settled) return;
    this.status = status;
    this.headers = headers;
    if (status > 299) this.maxBytes = MAX_ERROR_BYTES;
    else if (this.limits.responseType === 'stream') this.openStream(controller);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.stream) return this.stream.receive(chunk);
    if (this.settled) return;
    this.size += chunk.length;
    if (this.size > this.maxBytes) return this.fail('too-large');
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.stream) return this.stream.end();
    if (this.settled) return;
    const [first = Buffer.alloc(0)] = this.chunks;
    const bytes = this.chunks.length < 2 ? first : Buffer.concat(this.chunks, this.size);
    const asText = this.limits.responseType === 'json' || this.status > 299;
    this.succeed(asText ? bytes.toString() : bytes);
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    const [init, options] = describeFailure(error, this.started);
    if (this.stream) this.stream.fail(new TransportError(init, options));
    else if (!this.settled) this.settle(() => this.reject(new TransportError(init, options)));
  }

  private readonly onAbort = (): void => this.fail('aborted', { cause: this.limits.signal?.reason });

  private openStream(controller: Dispatcher.DispatchController): void {
    const { clock, timeoutMs, maxBytes, signal } = this.limits;
    const stream = new AnswerStream(controller, { clock, idleMs: timeoutMs, maxBytes }, () =>
      signal?.removeEventListener('abort', this.onAbort),
    );
    this.succeed(stream);
    this.stream = stream;
    signal?.addEventListener('abort', this.onAbort, { once: true });
  }

  private succeed(body: WireAnswer['body']): void {
    this.settle(() => this.resolve({ status: this.status, headers: this.headers, body }));
  }

  private fail(reason: 'timeout' | 'aborted' | 'too-large', options?: ErrorOptions): void {
    const error = new TransportError({ reason, sent: this.started }, options);
    if (this.stream) this.stream.fail(error);
    if (this.settled) return;
    this.settle(() => this.reject(error));
    this.controller?.abort(error);
  }

  private settle(deliver: () => void): void {
    this.settled = true;
    this.timer?.cancel();
    this.limits.signal?.removeEventListener('abort', this.onAbort);
    deliver();
  }
}
