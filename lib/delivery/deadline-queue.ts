import type { Clock, TimerHandle } from '../config/clock';

/** Something that is to be told when its time is up. */
export interface Expiring {
  /** Milliseconds since the Unix epoch. */
  readonly due: number;
  expire(): void;
}

/**
 * Deadlines that are all equally long, so they fall due in the order in which they were added: one timer serves them
 * all, and a deadline that is met in time never touches it.
 */
export class DeadlineQueue {
  private readonly waiting = new Set<Expiring>();
  private timer: TimerHandle | undefined;

  constructor(private readonly clock: Clock) {}

  add(item: Expiring): void {
    this.waiting.add(item);
    if (this.timer === undefined) this.arm(item.due);
  }

  delete(item: Expiring): void {
    this.waiting.delete(item);
  }

  /** Forgets all deadlines. */
  stop(): void {
    this.timer?.cancel();
    this.timer = undefined;
    this.waiting.clear();
  }

  private arm(due: number): void {
    this.timer = this.clock.schedule(() => this.fire(), due - this.clock.now());
  }

  private fire(): void {
    this.timer = undefined;
    const now = this.clock.now();
    for (const item of this.waiting) {
      if (item.due > now) {
        this.arm(item.due);
        return;
      }
      this.waiting.delete(item);
      item.expire();
    }
  }
}
