/** Handle of a pending timer. */
export interface EmulatorTimer {
  /** Cancels the timer; harmless when it has fired. */
  cancel(): void;
}

/**
 * Time as the emulator sees it; the module's own `Clock` fits. With `advance` the emulator can move it.
 * @publicApi
 */
export interface EmulatorClock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Calls `callback` once after `delayMs` milliseconds. */
  schedule(callback: () => void, delayMs: number): EmulatorTimer;
  /** Moves time forward and fires what falls due. A clock without it runs on its own. */
  advance?(ms: number): void | Promise<void>;
}

interface PendingTimer {
  readonly at: number;
  readonly callback: () => void;
}

/**
 * A clock whose timers fire only when `advance` is called. Its hands follow the real time, so that timestamps are
 * plausible to an application that compares them with its own clock; with a start time they stand still.
 * @publicApi
 */
export class SteppedClock implements EmulatorClock {
  private readonly timers = new Set<PendingTimer>();
  private skipped = 0;

  /** @param startAt milliseconds since the Unix epoch; time then stands still between two calls of `advance` */
  constructor(private readonly startAt?: number) {}

  now(): number {
    return (this.startAt ?? Date.now()) + this.skipped;
  }

  schedule(callback: () => void, delayMs: number): EmulatorTimer {
    const timer: PendingTimer = { at: this.now() + Math.max(0, delayMs), callback };
    this.timers.add(timer);
    return { cancel: () => void this.timers.delete(timer) };
  }

  /** Moves time forward by `ms` and fires what falls due on the way, in order. */
  advance(ms: number): void {
    const end = this.now() + ms;
    for (let next = this.nextUntil(end); next; next = this.nextUntil(end)) {
      this.timers.delete(next);
      this.moveTo(next.at);
      next.callback();
    }
    this.moveTo(end);
  }

  private moveTo(time: number): void {
    this.skipped += Math.max(0, time - this.now());
  }

  private nextUntil(end: number): PendingTimer | undefined {
    let first: PendingTimer | undefined;
    for (const timer of this.timers) if (timer.at <= end && (!first || timer.at < first.at)) first = timer;
    return first;
  }
}
