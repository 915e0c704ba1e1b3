import type { Clock } from '../config/clock';

/** Lets one log line through in each interval. */
export class Throttle {
  private next = -Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly intervalMs: number,
  ) {}

  /** True when the last line that was let through is at least one interval ago. */
  allow(): boolean {
    const now = this.clock.now();
    if (now < this.next) return false;
    this.next = now + this.intervalMs;
    return true;
  }
}
