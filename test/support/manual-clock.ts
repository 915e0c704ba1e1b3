import type { Clock, TimerHandle } from '../../lib/config/clock';

interface Timer {
  at: number;
  sequence: number;
  callback: () => void;
}

/** A clock that moves only when a test says so. Promise callbacks run between timers, as they would in real time. */
export class ManualClock implements Clock {
  private readonly timers = new Set<Timer>();
  private sequence = 0;

  constructor(private time = Date.UTC(2026, 0, 10)) {}

  now(): number {
    return this.time;
  }

  schedule(callback: () => void, delayMs: number): TimerHandle {
    const timer: Timer = { at: this.time + Math.max(0, delayMs), sequence: this.sequence++, callback };
    this.timers.add(timer);
    return { cancel: () => void this.timers.delete(timer) };
  }

  /** Number of timers that have not fired. */
  get pending(): number {
    return this.timers.size;
  }

  /** Moves time forward and fires what falls due, in order. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await flush();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.callback();
      await flush();
    }
    this.time = end;
    await flush();
  }

  private next(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) {
      if (timer.at > end) continue;
      if (!first || timer.at < first.at || (timer.at === first.at && timer.sequence < first.sequence))
        first = timer;
    }
    return first;
  }
}

/** Lets everything that is ready run: microtasks and the I/O callbacks of one turn of the event loop. */
export async function flush(turns = 3): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise<void>((resolve) => setImmediate(resolve));
}
