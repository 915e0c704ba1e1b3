import type { Clock, TimerHandle } from '../config/clock';
import { PairPace } from './pair-pace';
import type { SendTicket } from './send-ticket';
import { TicketQueue } from './ticket-queue';
import type { BucketRate } from './token-bucket';
import { TokenBucket } from './token-bucket';

/** Pairs are looked through for idle ones when there are so many, and when their number has doubled since. */
const FIRST_SWEEP = 1024;

/** The pace of one business phone number. */
export class NumberPace {
  /** Tickets that wait, for the number or for their pair. */
  waiting = 0;
  private readonly bucket: TokenBucket;
  private readonly ready = new TicketQueue<SendTicket>();
  private readonly pairs = new Map<string, PairPace>();
  private sweepAt = FIRST_SWEEP;
  private heldUntil = 0;
  /** Refusals of Meta since the last message that was accepted. */
  private refusals = 0;
  private timer: TimerHandle | undefined;

  constructor(
    private readonly clock: Clock,
    private rate: number,
    private readonly pacesPairs: boolean,
  ) {
    this.bucket = new TokenBucket(bucketRate(rate));
  }

  /** Messages a second. */
  setRate(rate: number): void {
    if (rate === this.rate) return;
    this.rate = rate;
    this.bucket.configure(bucketRate(rate), this.clock.now());
    this.pump();
  }

  /** Milliseconds for which Meta wants silence, for the number or for this user. */
  heldMs(recipient: string): number {
    const now = this.clock.now();
    const pair = this.pairs.get(recipient);
    return Math.max(0, this.heldUntil - now, pair ? pair.heldMs(now) : 0);
  }

  /** Lets a message leave at once, if nothing keeps it. */
  leaveNow(recipient: string): boolean {
    const now = this.clock.now();
    if (this.waiting > 0 || this.heldUntil > now || this.bucket.waitMs(now) > 0) return false;
    const pair = this.pairOf(recipient);
    if (pair && pair.waitMs(now) > 0) return false;
    pair?.take(now);
    return this.bucket.take(now);
  }

  /** Lets a message wait for its turn. */
  enqueue(ticket: SendTicket): void {
    this.waiting++;
    const pair = this.pairOf(ticket.recipient);
    if (pair) {
      pair.waiting.push(ticket);
      this.promote(pair);
    } else {
      this.ready.push(ticket);
    }
    this.pump();
  }

  /** Takes a ticket out that waits no longer; false when it had left already. */
  withdraw(ticket: SendTicket): boolean {
    if (!ticket.queue) return false;
    ticket.queue.remove(ticket);
    this.waiting--;
    const pair = ticket.holdsPair ? this.pairs.get(ticket.recipient) : undefined;
    if (pair) {
      pair.restore();
      this.promote(pair);
    }
    this.pump();
    return true;
  }

  /** No message leaves for a time. */
  hold(ms: number): void {
    this.heldUntil = Math.max(this.heldUntil, this.clock.now() + ms);
  }

  /**
   * Meta refused a message because of the number's pace. Of messages that were on their way together, the first counts.
   * @param holdOf how long no message should leave, by the number of refusals before
   */
  refused(holdOf: (refusals: number) => number | undefined): void {
    if (this.heldUntil > this.clock.now()) return;
    const ms = holdOf(this.refusals);
    if (ms === undefined) return;
    this.refusals++;
    this.hold(ms);
  }

  /** Meta refused a message because of its pair. */
  pairRefused(recipient: string, baseMs: number): void {
    const pair = this.pairs.get(recipient) ?? this.addPair(recipient);
    pair.refused(this.clock.now(), baseMs);
  }

  /** Meta accepted a message. */
  accepted(recipient: string): void {
    this.refusals = 0;
    this.pairs.get(recipient)?.accepted();
  }

  private pairOf(recipient: string): PairPace | undefined {
    return this.pairs.get(recipient) ?? (this.pacesPairs ? this.addPair(recipient) : undefined);
  }

  private addPair(recipient: string): PairPace {
    if (this.pairs.size >= this.sweepAt) this.sweep();
    const pair = new PairPace();
    this.pairs.set(recipient, pair);
    return pair;
  }

  private sweep(): void {
    const now = this.clock.now();
    for (const [recipient, pair] of this.pairs) if (pair.isIdle(now)) this.pairs.delete(recipient);
    this.sweepAt = Math.max(FIRST_SWEEP, this.pairs.size * 2);
  }

  /** Moves what the pair allows on to the number. */
  private promote(pair: PairPace): void {
    const now = this.clock.now();
    while (pair.waiting.first && pair.waitMs(now) <= 0) {
      const ticket = pair.waiting.shift()!;
      pair.take(now);
      ticket.holdsPair = true;
      this.ready.push(ticket);
    }
    pair.timer?.cancel();
    pair.timer = undefined;
    if (!pair.waiting.first) return;
    pair.timer = this.clock.schedule(() => {
      this.promote(pair);
      this.pump();
    }, pair.waitMs(now));
  }

  /** Lets leave what may leave, and comes back for the rest. */
  private pump(): void {
    this.timer?.cancel();
    this.timer = undefined;
    const now = this.clock.now();
    while (this.ready.first) {
      const wait = Math.max(this.heldUntil - now, this.bucket.waitMs(now));
      if (wait > 0) {
        this.timer = this.clock.schedule(() => this.pump(), wait);
        return;
      }
      const ticket = this.ready.shift()!;
      const pair = this.pairs.get(ticket.recipient);
      if (pair && pair.heldMs(now) > 0) {
        this.sendBack(ticket, pair);
        continue;
      }
      this.bucket.take(now);
      this.waiting--;
      ticket.grant();
    }
  }

  /** Meta refused another message of the pair while this one waited for the number. */
  private sendBack(ticket: SendTicket, pair: PairPace): void {
    ticket.holdsPair = false;
    pair.waiting.push(ticket);
    if (!pair.timer) this.promote(pair);
  }
}

/**
 * A small burst makes up for timers that fire late; the refill is slower by as much, so that no second sees more messages
 * than Meta allows.
 */
function bucketRate(rate: number): BucketRate {
  const burst = Math.max(1, Math.floor(rate / 20));
  return { burst, perSecond: rate - burst + 1 };
}
