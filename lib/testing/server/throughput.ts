import type { EmulatorClock } from '../emulator-clock';

const WINDOW_MS = 1000;

/** Counts the sends of each number within the last second. */
export class Throughput {
  private readonly sends = new Map<string, number[]>();

  constructor(
    private readonly limit: number | undefined,
    private readonly clock: EmulatorClock,
  ) {}

  /** Notes a send of a number; false when it is one too many. */
  take(phoneNumberId: string): boolean {
    if (this.limit === undefined) return true;
    const now = this.clock.now();
    const recent = (this.sends.get(phoneNumberId) ?? []).filter((at) => at > now - WINDOW_MS);
    const allowed = recent.length < this.limit;
    if (allowed) recent.push(now);
    this.sends.set(phoneNumberId, recent);
    return allowed;
  }
}
