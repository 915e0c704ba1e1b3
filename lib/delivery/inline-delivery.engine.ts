import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, sleep } from '../config/clock';
import type { MaybePromise } from '../config/maybe-promise';
import { isPromise, whenDone } from '../config/maybe-promise';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { EventDispatch } from '../events/dispatch.interface';
import type { Envelope } from '../events/envelope.interface';
import { AnswerMonitor } from './answer-monitor';
import { DeadLetters } from './dead-letters.service';
import { DeadlineQueue } from './deadline-queue';
import { DeduplicationStore } from './deduplication.store';
import { resolveDeliveryOptions } from './delivery-defaults';
import type { ResolvedDeliveryOptions } from './delivery-defaults';
import type { DeliveryEngine, DeliveryVerdict } from './delivery-engine.interface';
import { InFlightItem } from './in-flight-item';
import { ItemRunner } from './item-runner';
import { LaneScheduler } from './lane-scheduler';
import { LeaseKeeper } from './lease-keeper';
import { PendingAnswer } from './pending-answer';
import type { ItemOutcome } from './pending-answer';
import { warnWithoutShutdownHooks } from './shutdown-hooks.check';

/** Longest wait for the store to take claims back at the end of a drain. */
const RELEASE_TIMEOUT_MS = 1_000;

/**
 * Delivers without any infrastructure: runs the handlers in this process and lets Meta keep what is not finished. Meta
 * gets its 200 after the handlers, so that whatever a crash interrupts is delivered again.
 * @publicApi
 */
@Injectable()
export class InlineDeliveryEngine implements DeliveryEngine {
  private readonly logger = new Logger('WhatsAppDelivery');
  private readonly options: ResolvedDeliveryOptions;
  private readonly stop = new AbortController();
  /** Everything that has arrived and has not ended, by key. */
  private readonly items = new Map<string, InFlightItem>();
  private readonly lanes: LaneScheduler<InFlightItem>;
  private readonly deadlines: DeadlineQueue;
  private readonly leases: LeaseKeeper;
  private readonly runner: ItemRunner;
  private started = false;
  private draining: Promise<number> | undefined;
  private onIdle: (() => void) | undefined;

  constructor(
    @Inject(EventDispatch) dispatcher: EventDispatch,
    @Inject(DeduplicationStore) store: DeduplicationStore,
    deadLetters: DeadLetters,
    private readonly monitor: AnswerMonitor,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
  ) {
    this.options = resolveDeliveryOptions(options.delivery);
    const owner = randomUUID();
    const stop = this.stop.signal;
    setMaxListeners(0, stop);
    this.runner = new ItemRunner({
      dispatcher,
      store,
      deadLetters,
      clock,
      options: this.options,
      owner,
      stop,
    });
    this.lanes = new LaneScheduler((item) => this.process(item));
    this.deadlines = new DeadlineQueue(clock);
    this.leases = new LeaseKeeper(
      this.items,
      store,
      owner,
      this.options.leaseMs,
      clock,
      this.runner.warnOfStore,
    );
  }

  accept(envelopes: readonly Envelope[]): MaybePromise<DeliveryVerdict> {
    if (this.draining) return 'draining';
    if (envelopes.length === 0) return 'settled';
    if (!this.started) {
      this.started = true;
      warnWithoutShutdownHooks(this.logger);
    }
    if (this.options.ack === 'immediate') {
      for (const envelope of envelopes) this.take(envelope);
      return 'settled';
    }
    const arrived = this.clock.now();
    const answer = new PendingAnswer(arrived + this.options.deadlineMs);
    for (const envelope of envelopes) this.take(envelope, answer);
    const verdict = answer.verdict();
    if (isPromise(verdict)) return this.inTime(answer, verdict, arrived);
    this.monitor.record(this.clock.now() - arrived);
    return verdict;
  }

  drain(timeoutMs: number): Promise<number> {
    return (this.draining ??= this.finishOrHandBack(timeoutMs));
  }

  /** Waits for the verdict, no longer than until the answer is due. */
  private async inTime(
    answer: PendingAnswer,
    verdict: Promise<DeliveryVerdict>,
    arrived: number,
  ): Promise<DeliveryVerdict> {
    this.deadlines.add(answer);
    try {
      return await verdict;
    } finally {
      this.deadlines.delete(answer);
      this.monitor.record(this.clock.now() - arrived);
    }
  }

  /** Joins the work on an item that is in flight, or queues it in its lane. */
  private take(envelope: Envelope, answer?: PendingAnswer): void {
    const running = this.items.get(envelope.key);
    const item = running ?? new InFlightItem(envelope);
    if (answer) item.join(answer);
    if (running) return;
    this.items.set(envelope.key, item);
    this.leases.start();
    this.lanes.submit(item);
  }

  private process(item: InFlightItem): MaybePromise<void> {
    return whenDone(this.runner.run(item), (outcome) => this.end(item, outcome));
  }

  private end(item: InFlightItem, outcome: ItemOutcome): void {
    this.items.delete(item.key);
    // What stands behind an item that is handed back must not overtake it: it is handed back too.
    if (outcome === 'draining') for (let next = item.next; next; next = next.next) next.abandoned = true;
    item.finish(outcome);
    if (this.items.size === 0) this.onIdle?.();
  }

  private async finishOrHandBack(timeoutMs: number): Promise<number> {
    this.stop.abort(new Error('The application is shutting down.'));
    if (this.items.size > 0) {
      await new Promise<void>((resolve) => {
        const timer = this.clock.schedule(resolve, timeoutMs);
        this.onIdle = () => {
          timer.cancel();
          resolve();
        };
      });
    }
    this.deadlines.stop();
    const left = [...this.items.values()];
    if (left.length === 0) this.leases.stop();
    // With `ack: 'immediate'` Meta would not repeat them: they run on for as long as the process lives.
    else if (this.options.ack !== 'immediate') await this.handBack(left);
    return left.length;
  }

  private async handBack(items: readonly InFlightItem[]): Promise<void> {
    this.leases.stop();
    const claimed = items.filter((item) => item.claimed);
    for (const item of items) {
      item.abandoned = true;
      item.finish('draining');
    }
    const released = Promise.all(claimed.map((item) => this.runner.release(item)));
    await Promise.race([released, sleep(this.clock, RELEASE_TIMEOUT_MS)]);
  }
}
