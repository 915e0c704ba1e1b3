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

/**
 * The body of an answer as a stream, with back-pressure down to the socket. Nothing is taken from the socket, and no
 * error is raised, before somebody reads: nobody would be there to catch it. Destroying the stream frees the connection.
 */
export class AnswerStream extends Readable {
  private received = 0;
  private complete = false;
  private reading = false;
  private failure: Error | undefined;
  private lastActivityAt: number;
  private timer: TimerHandle;

  constructor(
    private readonly controller: Dispatcher.DispatchController,
    private readonly limits: StreamLimits,
    private readonly onClosed: () => void,
  ) {
    super();
    controller.pause();
    this.lastActivityAt = limits.clock.now();
    this.timer = limits.clock.schedule(() => this.checkSilence(), limits.idleMs);
  }

  /** Takes a chunk from the wire. */
  receive(chunk: Buffer): void {
    this.lastActivityAt = this.limits.clock.now();
    this.received += chunk.length;
    if (this.received > this.limits.maxBytes)
      this.fail(new TransportError({ reason: 'too-large', sent: true }));
    else if (!this.push(chunk)) this.controller.pause();
  }

  /** The body has ended as it should. */
  end(): void {
    this.complete = true;
    this.push(null);
  }

  /** The rest will not come. */
  fail(error: Error): void {
    if (this.reading) {
      this.destroy(error);
      return;
    }
    this.failure ??= error;
    this.release(error);
  }

  override _read(): void {
    this.reading = true;
    if (this.failure) {
      this.destroy(this.failure);
      return;
    }
    // Silence counts from when the reader asks: a slow reader is not the fault of the other side.
    this.lastActivityAt = this.limits.clock.now();
    this.controller.resume();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.release(error ?? new TransportError({ reason: 'aborted', sent: true }));
    callback(error);
  }

  /** Gives the connection back, or closes it when the body is not read to its end. */
  private release(reason: Error): void {
    this.timer.cancel();
    if (!this.complete) this.controller.abort(reason);
    this.onClosed();
  }

  private checkSilence(): void {
    const { clock, idleMs } = this.limits;
    const silentMs = this.controller.paused ? 0 : clock.now() - this.lastActivityAt;
    if (silentMs >= idleMs) this.fail(new TransportError({ reason: 'timeout', sent: true }));
    else this.timer = clock.schedule(() => this.checkSilence(), idleMs - silentMs);
  }
}
