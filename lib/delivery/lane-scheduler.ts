/** Something that waits its turn in a lane. */
export interface LaneItem {
  readonly lane: string;
  /** The item behind this one in its lane, set by the scheduler. */
  next: this | undefined;
}

/**
 * Runs the items of one lane one after the other in order of arrival, and lanes in parallel without a limit, so that no
 * lane ever waits for another. An item holds its lane until its promise settles. Costs the same for any number of lanes
 * and items, and keeps nothing for a lane that is empty.
 */
export class LaneScheduler<T extends LaneItem> {
  /** The last item of each lane in use. */
  private readonly tails = new Map<string, T>();

  /** @param run does an item's work; must not throw or reject */
  constructor(private readonly run: (item: T) => Promise<void>) {}

  /** Lanes in use. */
  get size(): number {
    return this.tails.size;
  }

  /** Queues an item behind those of its lane; in an idle lane it starts at once. */
  submit(item: T): void {
    const tail = this.tails.get(item.lane);
    this.tails.set(item.lane, item);
    if (tail === undefined) this.start(item);
    else tail.next = item;
  }

  private start(item: T): void {
    void this.run(item).then(() => {
      if (item.next === undefined) this.tails.delete(item.lane);
      else this.start(item.next);
    });
  }
}
