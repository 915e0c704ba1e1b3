import type { Envelope } from '../events/envelope.interface';
import type { LaneItem } from './lane-scheduler';
import type { ItemOutcome, PendingAnswer } from './pending-answer';

/** An item between its arrival and its end, with the answers that wait for it. */
export class InFlightItem implements LaneItem {
  next: this | undefined = undefined;
  /** The claim is held; it has to be renewed, and released unless the item gets done. */
  claimed = false;
  /** The claim went to another process; that one carries on. */
  lost = false;
  /** The drain time ran out: the item was handed back to Meta. */
  abandoned = false;
  private answers: PendingAnswer[] | undefined;

  constructor(readonly envelope: Envelope) {}

  get key(): string {
    return this.envelope.key;
  }

  get lane(): string {
    return this.envelope.lane;
  }

  /** Lets an answer wait for this item. */
  join(answer: PendingAnswer): void {
    answer.expect();
    if (this.answers) this.answers.push(answer);
    else this.answers = [answer];
  }

  /** Tells the answers how it ended. */
  finish(outcome: ItemOutcome): void {
    const answers = this.answers;
    this.answers = undefined;
    if (answers) for (const answer of answers) answer.settle(outcome);
  }
}
