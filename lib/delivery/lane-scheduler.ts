import type { MaybePromise } from '../config/maybe-promise';
import { isPromise } from '../config/maybe-promise';

/** Something that waits its turn in a lane. */
export interface LaneItem {
  readonly lane: string;
  /** The item behind this one in its lane, set by the scheduler. */
  next: this | undefined;
}

/**
 * Runs the items of one lane one after the other in order of arrival, and lanes in parallel without a limit, so that no
 * lane ever waits for another. An item holds its lane until its work is done. Costs the same for any number of lanes
 * and items, and keeps nothing for a lane that is empty.
 */
export class LaneScheduler<T extends LaneItem> {
  /** The last item of each lane in use. */
  private readonly tails = new Map<string, T>();

  /** @param run does an item's work; must not throw or reject */
  constructor(private readonly run: (item: T) => MaybePromise<void>) {}

  /** Lanes in use. */
  get size(): number {
    return this.tails.size;
  }

  /** Queues an item behind those of its lane; in an idle lane it starts at once. */
  submit(item: T): void {
    const tail = this.tails.get(item.lane);
    this.tails.set(item.lane, item);
    if (tail === undefined) this.work(item);
    else tail.next = item;
  }

  /** Runs an item and those behind it, for as long as none makes the others wait. */
  private work(first: T | undefined): void {
    let item = first;
    while (item) {
      const done = item;
      const running = this.run(done);
      if (isPromise(running)) {
        void running.then(() => this.work(this.leave(done)));
        return;
      }
      item = this.leave(done);
    }
  }

  /** Frees the lane, or gives the item whose turn it is. */
  private leave(item: T): T | undefined {
    if (item.next === undefined) this.tails.delete(item.lane);
    return item.next;
  }
}
