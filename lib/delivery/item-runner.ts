import { Logger } from '@nestjs/common';
import type { Clock } from '../config/clock';
import { sleep } from '../config/clock';
import type { MaybePromise } from '../config/maybe-promise';
import { attempt, whenDone } from '../config/maybe-promise';
import { errorLabel, redactKey } from '../errors/redact';
import { WhatsAppError } from '../errors/whatsapp.error';
import type { DispatchReport, EventDispatch, HandlerFailure } from '../events/dispatch.interface';
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

  /** Done when the item needs no more work here; never throws or rejects. */
  run(item: InFlightItem): MaybePromise<ItemOutcome> {
    if (item.abandoned) return 'draining';
    return whenDone(this.claim(item), (claim) => this.begin(item, claim));
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

  private claim(item: InFlightItem): MaybePromise<Claim | DeduplicationStoreError> {
    const { store, owner, options } = this.use;
    return attempt(
      () => store.claim(item.key, owner, options.leaseMs),
      (error) => {
        this.warnOfStore(error);
        return this.answered ? UNPROTECTED : new DeduplicationStoreError(error);
      },
    );
  }

  private begin(item: InFlightItem, claim: Claim | DeduplicationStoreError): MaybePromise<ItemOutcome> {
    if (claim instanceof Error) return claim;
    if (claim.state === 'done') return 'settled';
    if (claim.state === 'busy') return 'deadline';
    item.claimed = claim !== UNPROTECTED;
    const settled = claim.settled.length === 0 ? undefined : new Set(claim.settled);
    return attempt(
      () => (item.abandoned ? this.handBack(item, 'draining') : this.handle(item, settled, 1)),
      (cause) => this.crash(item, cause),
    );
  }

  /** Runs the handlers, again and again those that fail, while the item holds its lane. */
  private handle(
    item: InFlightItem,
    settled: ReadonlySet<string> | undefined,
    count: number,
  ): MaybePromise<ItemOutcome> {
    return whenDone(this.use.dispatcher.dispatch(item.envelope, settled), (report) =>
      report.failures.length === 0 ? this.complete(item) : this.tryAgain(item, report, settled, count),
    );
  }

  private async tryAgain(
    item: InFlightItem,
    report: DispatchReport,
    earlier: ReadonlySet<string> | undefined,
    count: number,
  ): Promise<ItemOutcome> {
    const { store, options } = this.use;
    let settled = earlier;
    if (report.settled.length > 0) {
      settled = new Set([...(earlier ?? []), ...report.settled]);
      await this.attemptStore(() => store.record(item.key, report.settled, options.dedupeTtlMs));
    }
    if (item.lost) return 'deadline';
    if (item.abandoned) return 'draining';
    if (count >= options.attempts) return this.giveUp(item, report.failures, count);
    if (!(await this.pause(count))) return this.handBack(item, 'draining');
    return this.handle(item, settled, count + 1);
  }

  private complete(item: InFlightItem): MaybePromise<ItemOutcome> {
    item.claimed = false;
    const { store, options } = this.use;
    return whenDone(
      attempt(() => store.complete(item.key, options.dedupeTtlMs), this.warnOfStore),
      () => 'settled',
    );
  }

  /** The dispatcher itself broke, which no handler can make it do. */
  private async crash(item: InFlightItem, cause: unknown): Promise<ItemOutcome> {
    const message = `Dispatch of ${item.envelope.name} failed: ${errorLabel(cause)}; key ${redactKey(item.key)}`;
    this.logger.error(message);
    await this.release(item);
    return new WhatsAppError(message, { cause });
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
  private async pause(count: number): Promise<boolean> {
    const { clock, options, stop } = this.use;
    try {
      await sleep(clock, Math.min(options.retryDelayMs * 2 ** (count - 1), MAX_RETRY_DELAY_MS), stop);
      return true;
    } catch {
      return this.answered;
    }
  }

  private async attemptStore(operation: () => MaybePromise<void>): Promise<void> {
    await attempt(operation, this.warnOfStore);
  }
}
