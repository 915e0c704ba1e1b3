import type { TimerHandle } from '../config/clock';
import type { SendTicket } from './send-ticket';
import { TicketQueue } from './ticket-queue';
import { TokenBucket } from './token-bucket';

/**
 * Meta's limit for one number and one user: 1 message in 6 seconds, bursts of 45 that are paid back by waiting.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform
 */
const PAIR_RATE = { perSecond: 1 / 6, burst: 45 } as const;
const PAIR_INTERVAL_MS = 1000 / PAIR_RATE.perSecond;

/** Longest wait of the series 4^n seconds, milliseconds. */
const MAX_PAIR_HOLD_MS = 256_000;

/** The pace of messages from one number to one user. */
export class PairPace {
  readonly waiting = new TicketQueue<SendTicket>();
  /** Fires when the next message of the pair may leave. */
  timer: TimerHandle | undefined;
  private readonly bucket = new TokenBucket(PAIR_RATE);
  private heldUntil = 0;
  private failures = 0;

  /** Milliseconds until a message may leave. */
  waitMs(now: number): number {
    return Math.max(this.heldUntil - now, this.bucket.waitMs(now));
  }

  /** Milliseconds of silence that Meta asked for. */
  heldMs(now: number): number {
    return this.heldUntil - now;
  }

  take(now: number): void {
    this.bucket.take(now);
  }

  restore(): void {
    this.bucket.restore();
  }

  /** Meta refused a message of the pair with 131056: 4^n seconds of silence, then slowly. */
  refused(now: number, baseMs: number): void {
    // Of messages that were on their way together, the first counts.
    if (this.heldUntil > now) return;
    const hold = Math.min(baseMs * 4 ** this.failures++, MAX_PAIR_HOLD_MS);
    this.heldUntil = now + hold;
    this.bucket.drain(this.heldUntil - PAIR_INTERVAL_MS);
  }

  /** A message of the pair was accepted. */
  accepted(): void {
    this.failures = 0;
  }

  /** Whether nothing would be lost with this object. */
  isIdle(now: number): boolean {
    return this.waiting.first === undefined && this.heldUntil <= now && this.bucket.isFull(now);
  }
}
