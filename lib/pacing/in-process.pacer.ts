import type { OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../config/clock';
import type { PacingOptions } from '../config/pacing-options.interface';
import type { PacedOutcome, PacedSend, SendPacer } from '../config/send-pacer.interface';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import { GraphApiError } from '../errors/graph-api.error';
import { SendRejectedError } from '../errors/send-rejected.error';
import { TransportError } from '../errors/transport.error';
import { NumberPace } from './number-pace';
import { NumberThroughput } from './number-throughput';
import { SendTicket } from './send-ticket';
import { throttleHold } from './throttle-hold';
import { usageHold } from './usage-hold';

/** Too many messages from one number to one user. */
const PAIR_LIMIT = 131056;

/**
 * Paces sends within this process: each number by its messages a second, each user by the pair limit, codes before
 * updates before marketing. What Meta says of its limits, in errors and in headers, is kept to.
 */
@Injectable()
export class InProcessPacer implements SendPacer, OnApplicationShutdown {
  private readonly numbers = new Map<string, NumberPace>();
  private readonly tickets = new Set<SendTicket>();
  private readonly options: PacingOptions;
  private readonly maxQueue: number;
  private readonly maxWaitMs: number;
  private closed = false;
  private alive: NodeJS.Timeout | undefined;

  constructor(
    @Inject(WHATSAPP_OPTIONS) { pacing = {} }: Pick<WhatsAppModuleOptions, 'pacing'>,
    @Inject(Clock) private readonly clock: Clock,
    private readonly throughput: NumberThroughput,
  ) {
    this.options = pacing;
    this.maxQueue = pacing.maxQueue ?? 10_000;
    this.maxWaitMs = pacing.maxWaitMs ?? 30_000;
  }

  /** Messages that wait now. */
  get waiting(): number {
    return this.tickets.size;
  }

  /** @inheritdoc */
  acquire(send: PacedSend): void | Promise<void> {
    const { signal, recipient } = send;
    if (this.closed) throw new SendRejectedError('closed');
    if (signal?.aborted) throw aborted(signal);
    const number = this.paceOf(send);
    const held = number.heldMs(recipient);
    if (held > this.maxWaitMs) throw new SendRejectedError('max-wait', held);
    if (number.leaveNow(recipient)) return;
    if (number.waiting >= this.maxQueue) throw new SendRejectedError('queue-full');
    return this.wait(send, number);
  }

  /** @inheritdoc */
  report(send: PacedSend, { headers, error }: PacedOutcome): void {
    const number = this.paceOf(send);
    if (error === undefined) number.accepted(send.recipient);
    else if (error instanceof GraphApiError) this.learn(error, send, number);
    const ms = headers ? usageHold(headers) : 0;
    if (ms > 0) number.hold(ms);
  }

  onApplicationShutdown(): void {
    this.closed = true;
    for (const ticket of this.tickets) ticket.refuse(new SendRejectedError('closed'));
  }

  private learn(error: GraphApiError, { recipient }: PacedSend, number: NumberPace): void {
    if (error.code === PAIR_LIMIT) {
      number.pairRefused(recipient, error.retryAfterMs ?? 1000);
      return;
    }
    number.refused((refusals) => throttleHold(error, refusals));
  }

  private async wait(send: PacedSend, number: NumberPace): Promise<void> {
    const ticket = new SendTicket(send);
    const giveUp = (reason: () => Error): void => {
      if (number.withdraw(ticket)) ticket.refuse(reason());
    };
    this.tickets.add(ticket);
    const timer = this.clock.schedule(
      () => giveUp(() => new SendRejectedError('max-wait', number.heldMs(send.recipient) || undefined)),
      this.maxWaitMs,
    );
    ticket.limit(timer, () => giveUp(() => aborted(send.signal)));
    // Timers of the clock let the process end, and there is no socket yet: a script would end before its messages left.
    this.alive ??= setInterval(() => undefined, 2 ** 30);
    try {
      number.enqueue(ticket);
      await ticket.left;
    } finally {
      this.tickets.delete(ticket);
      if (this.tickets.size === 0) {
        clearInterval(this.alive);
        this.alive = undefined;
      }
    }
  }

  private paceOf({ phoneNumberId, account }: PacedSend): NumberPace {
    const { messagesPerSecond: fixed, pairs = false } = this.options;
    let number = this.numbers.get(phoneNumberId);
    const rate =
      fixed ??
      this.throughput.rateOf(phoneNumberId, account, (changed) =>
        this.numbers.get(phoneNumberId)?.setRate(changed),
      );
    if (!number) {
      number = new NumberPace(this.clock, rate, pairs);
      this.numbers.set(phoneNumberId, number);
    }
    return number;
  }
}

function aborted(signal: AbortSignal | undefined): TransportError {
  return new TransportError({ reason: 'aborted', sent: false }, { cause: signal?.reason });
}
