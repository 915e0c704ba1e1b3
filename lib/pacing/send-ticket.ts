import type { TimerHandle } from '../config/clock';
import type { PacedSend } from '../config/send-pacer.interface';
import type { SendPriority } from '../config/send-settings.interface';
import type { QueuedTicket } from './ticket-queue';

/** A message that waits for its turn. */
export class SendTicket implements QueuedTicket<SendTicket> {
  readonly priority: SendPriority;
  readonly recipient: string;
  queue: { remove(ticket: SendTicket): void } | undefined;
  previous: SendTicket | undefined;
  next: SendTicket | undefined;
  /** Whether it holds a token of its pair while it waits for the number. */
  holdsPair = false;
  readonly left: Promise<void>;
  private resolve!: () => void;
  private reject!: (reason: Error) => void;
  private timer: TimerHandle | undefined;
  private onAbort: (() => void) | undefined;

  constructor(private readonly send: PacedSend) {
    this.priority = send.priority;
    this.recipient = send.recipient;
    this.left = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** Ends the wait after a time, or when the caller gives up. */
  limit(timer: TimerHandle, onAbort: () => void): void {
    this.timer = timer;
    this.onAbort = onAbort;
    this.send.signal?.addEventListener('abort', onAbort, { once: true });
  }

  /** The message may leave. */
  grant(): void {
    this.release();
    this.resolve();
  }

  /** The message may not leave. */
  refuse(reason: Error): void {
    this.release();
    this.reject(reason);
  }

  private release(): void {
    this.timer?.cancel();
    if (this.onAbort) this.send.signal?.removeEventListener('abort', this.onAbort);
  }
}
