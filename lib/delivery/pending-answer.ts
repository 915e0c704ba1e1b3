import type { MaybePromise } from '../config/maybe-promise';
import type { DeliveryVerdict } from './delivery-engine.interface';

/** How the work on one item ended; an error means that it could not be tried at all. */
export type ItemOutcome = DeliveryVerdict | Error;

/** One webhook holds many items: the verdict that needs Meta's repeat the most counts. */
const WEIGHT: Readonly<Record<DeliveryVerdict, number>> = {
  settled: 0,
  deadline: 1,
  draining: 2,
  redeliver: 3,
};

/** The answer to one webhook, open until its items have ended or its deadline has passed. */
export class PendingAnswer {
  /** One more than the items, until all of them are taken in: items can end at once. */
  private waiting = 1;
  private worst: ItemOutcome = 'settled';
  private onClose: (() => void) | undefined;

  /** @param due when the answer is due, milliseconds since the Unix epoch */
  constructor(readonly due: number) {}

  /** One more item that the answer waits for. */
  expect(): void {
    this.waiting++;
  }

  /** To be called once, after all items are taken in. There at once when they have ended already. */
  verdict(): MaybePromise<DeliveryVerdict> {
    this.waiting--;
    if (this.waiting === 0) return this.worst instanceof Error ? Promise.reject(this.worst) : this.worst;
    return new Promise((resolve, reject) => {
      this.onClose = () => {
        if (this.worst instanceof Error) reject(this.worst);
        else resolve(this.worst);
      };
    });
  }

  /** One of the items has ended. */
  settle(outcome: ItemOutcome): void {
    this.note(outcome);
    if (--this.waiting === 0) this.onClose?.();
  }

  /** The deadline has passed: answers with what is known by now. */
  expire(): void {
    this.note('deadline');
    this.onClose?.();
  }

  private note(outcome: ItemOutcome): void {
    if (this.worst instanceof Error) return;
    if (outcome instanceof Error || WEIGHT[outcome] > WEIGHT[this.worst]) this.worst = outcome;
  }
}
