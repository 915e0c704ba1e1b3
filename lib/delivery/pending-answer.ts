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
  readonly verdict: Promise<DeliveryVerdict>;
  private resolve!: (verdict: DeliveryVerdict) => void;
  private reject!: (error: Error) => void;
  private waiting = 0;
  private worst: ItemOutcome = 'settled';

  /** @param due when the answer is due, milliseconds since the Unix epoch */
  constructor(readonly due: number) {
    this.verdict = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** One more item that the answer waits for. */
  expect(): void {
    this.waiting++;
  }

  /** One of the items has ended. */
  settle(outcome: ItemOutcome): void {
    this.note(outcome);
    if (--this.waiting === 0) this.close();
  }

  /** The deadline has passed: answers with what is known by now. */
  expire(): void {
    this.note('deadline');
    this.close();
  }

  private note(outcome: ItemOutcome): void {
    if (this.worst instanceof Error) return;
    if (outcome instanceof Error || WEIGHT[outcome] > WEIGHT[this.worst]) this.worst = outcome;
  }

  private close(): void {
    if (this.worst instanceof Error) this.reject(this.worst);
    else this.resolve(this.worst);
  }
}
