import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Clock, TimerHandle } from '../../config/clock';
import { TransportError } from '../../errors/transport.error';

/** Limits of a streamed body. */
export interface StreamLimits {
  readonly clock: Clock;
  /** Longest silence while the reader waits for bytes, milliseconds. */
  readonly idleMs: number;
  readonly maxBytes: number;
}

/** The body of an answer as a stream, with back-pressure down to the socket. Destroying it frees the connection. */
export class AnswerStream extends Readable {
  private received = 0;
  private lastChunkAt: number;
  private complete = false;
  private timer: TimerHandle;

  constructor(
    private readonly controller: Dispatcher.DispatchController,
    private readonly limits: StreamLimits,
    private readonly onClosed: () => void,
  ) {
    super();
    this.lastChunkAt = limits.clock.now();
    this.timer = limits.clock.schedule(() => this.checkSilence(), limits.idleMs);
  }

  /** Takes a chunk from the wire. */
  receive(chunk: Buffer): void {
    this.lastChunkAt = this.limits.clock.now();
    this.received += chunk.length;
    if (this.received > this.limits.maxBytes)
      this.destroy(new TransportError({ reason: 'too-large', sent: true }));
    else if (!this.push(chunk)) this.controller.pause();
  }

  /** The body has ended as it should. */
  end(): void {
    this.complete = true;
    this.push(null);
  }

  override _read(): void {
    // Silence counts from when the reader asks: a slow reader is not the fault of the other side.
    this.lastChunkAt = this.limits.clock.now();
    this.controller.resume();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.timer.cancel();
    if (!this.complete) this.controller.abort(error ?? new TransportError({ reason: 'aborted', sent: true }));
    this.onClosed();
    callback(error);
  }

  private checkSilence(): void {
    const { clock, idleMs } = this.limits;
    const silentMs = this.controller.paused ? 0 : clock.now() - this.lastChunkAt;
    if (silentMs >= idleMs) this.destroy(new TransportError({ reason: 'timeout', sent: true }));
    else this.timer = clock.schedule(() => this.checkSilence(), idleMs - silentMs);
  }
}
