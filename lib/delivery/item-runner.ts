import { Logger } from '@nestjs/common';
import type { Clock } from '../config/clock';
import { sleep } from '../config/clock';
import { errorLabel, redactKey } from '../errors/redact';
import { WhatsAppError } from '../errors/whatsapp.error';
import type { EventDispatch, HandlerFailure } from '../events/dispatch.interface';
import type { DeadLetters } from './dead-letters.service';
import { DeduplicationStoreError } from './deduplication-store.error';
import type { Claim, DeduplicationStore } from './deduplication.store';
import type { ResolvedDeliveryOptions } from './delivery-defaults';
import type { InFlightItem } from './in-flight-item';
import type { ItemOutcome } from './pending-answer';
import { Throttle } from './throttle';

const MAX_RETRY_DELAY_MS = 5_000;
const STORE_WARNING_EVERY_MS = 10_000;
const UNPROTECTED: Claim = { state: 'claimed', settled: [] };

/** What the runner works with. */
export interface ItemRunnerDependencies {
  readonly dispatcher: EventDispatch;
  readonly store: DeduplicationStore;
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
  readonly options: ResolvedDeliveryOptions;
  /** Name under which items are claimed. */
  readonly owner: string;
  /** Aborts when the application shuts down: waits for a next attempt end at once. */
  readonly stop: AbortSignal;
}

/** Takes one item through its life: claim, attempts, dead letters, done. */
export class ItemRunner {
  private readonly logger = new Logger('WhatsAppDelivery');
  private readonly storeWarnings: Throttle;
  /** Meta has its answer before the work, so nothing can be handed back to it. */
  private readonly answered: boolean;

  constructor(private readonly use: ItemRunnerDependencies) {
    this.storeWarnings = new Throttle(use.clock, STORE_WARNING_EVERY_MS);
    this.answered = use.options.ack === 'immediate';
  }

  /** Resolves when the item needs no more work here; never rejects. */
  async run(item: InFlightItem): Promise<ItemOutcome> {
    if (item.abandoned) return 'draining';
    const claim = await this.claim(item);
    if (claim instanceof Error) return claim;
    if (claim.state === 'done') return 'settled';
    if (claim.state === 'busy') return 'deadline';
    item.claimed = claim !== UNPROTECTED;
    try {
      return item.abandoned ? await this.handBack(item, 'draining') : await this.handle(item, claim.settled);
    } catch (cause) {
      const message = `Dispatch of ${item.envelope.name} failed: ${errorLabel(cause)}; key ${redactKey(item.key)}`;
      this.logger.error(message);
      await this.release(item);
      return new WhatsAppError(message, { cause });
    }
  }

  /** Gives the claim up. */
  async release(item: InFlightItem): Promise<void> {
    item.claimed = false;
    await this.attemptStore(() => this.use.store.release(item.key, this.use.owner));
  }

  /** Logs a failure of the store; no item is lost by it. */
  readonly warnOfStore = (error: unknown): void => {
    if (!this.storeWarnings.allow()) return;
    this.logger.warn(
      `The deduplication store failed (${errorLabel(error)}). Until it works again, updates may be answered with 500 ` +
        "and repeats of Meta's may run handlers twice. Check the connection of the DeduplicationStore provider.",
    );
  };

  private async claim(item: InFlightItem): Promise<Claim | DeduplicationStoreError> {
    const { store, owner, options } = this.use;
    try {
      return await store.claim(item.key, owner, options.leaseMs);
    } catch (error) {
      this.warnOfStore(error);
      return this.answered ? UNPROTECTED : new DeduplicationStoreError(error);
    }
  }

  /** Runs the handlers, again and again those that fail, while the item holds its lane. */
  private async handle(item: InFlightItem, earlier: readonly string[]): Promise<ItemOutcome> {
    const { dispatcher, store, options } = this.use;
    let settled = earlier.length === 0 ? undefined : new Set(earlier);
    for (let attempt = 1; ; attempt++) {
      const report = await dispatcher.dispatch(item.envelope, settled);
      if (report.failures.length === 0) return this.complete(item);
      if (report.settled.length > 0) {
        settled = new Set([...(settled ?? []), ...report.settled]);
        await this.attemptStore(() => store.record(item.key, report.settled, options.dedupeTtlMs));
      }
      if (item.lost) return 'deadline';
      if (item.abandoned) return 'draining';
      if (attempt >= options.attempts) return this.giveUp(item, report.failures, attempt);
      if (!(await this.pause(attempt))) return this.handBack(item, 'draining');
    }
  }

  private async complete(item: InFlightItem): Promise<ItemOutcome> {
    item.claimed = false;
    try {
      await this.use.store.complete(item.key, this.use.options.dedupeTtlMs);
    } catch (error) {
      this.warnOfStore(error);
    }
    return 'settled';
  }

  private async giveUp(
    item: InFlightItem,
    failures: readonly HandlerFailure[],
    attempts: number,
  ): Promise<ItemOutcome> {
    if (this.use.options.onExhausted === 'redeliver' && !this.answered) {
      this.logger.warn(
        `${failures.length} handler(s) of ${item.envelope.name} failed in ${attempts} attempt(s); asking Meta to ` +
          `deliver it again, key ${redactKey(item.key)}`,
      );
      return this.handBack(item, 'redeliver');
    }
    try {
      for (const failure of failures) await this.use.deadLetters.add(item.envelope, failure, attempts);
    } catch (error) {
      this.logger.error(
        `The dead letter store failed (${errorLabel(error)}) for ${item.envelope.name}, key ${redactKey(item.key)}: ` +
          (this.answered ? 'the item is lost.' : 'asking Meta to deliver it again.'),
      );
      if (!this.answered) return this.handBack(item, 'redeliver');
    }
    return this.complete(item);
  }

  private async handBack(item: InFlightItem, verdict: 'draining' | 'redeliver'): Promise<ItemOutcome> {
    await this.release(item);
    return verdict;
  }

  /** Waits for the next attempt. False when the item is to be handed back to Meta instead. */
  private async pause(attempt: number): Promise<boolean> {
    const { clock, options, stop } = this.use;
    try {
      await sleep(clock, Math.min(options.retryDelayMs * 2 ** (attempt - 1), MAX_RETRY_DELAY_MS), stop);
      return true;
    } catch {
      return this.answered;
    }
  }

  private async attemptStore(operation: () => void | Promise<void>): Promise<void> {
    try {
      await operation();
    } catch (error) {
      this.warnOfStore(error);
    }
  }
}
