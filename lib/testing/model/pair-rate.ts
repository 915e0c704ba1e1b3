import type { EmulatorClock } from '../emulator-clock';

/** One message from a number to a user in this time, milliseconds; a burst borrows from what comes later. */
const INTERVAL_MS = 6000;
const BURST = 45;

/** Counts the messages from each number to each user. */
export class PairRate {
  /** When all that was borrowed is paid back, by pair. */
  private readonly paidBack = new Map<string, number>();

  constructor(private readonly clock: EmulatorClock) {}

  /** Notes a message; false when it is one too many. */
  take(phoneNumberId: string, chat: string): boolean {
    const pair = `${phoneNumberId} ${chat}`;
    const now = this.clock.now();
    const until = Math.max(now, this.paidBack.get(pair) ?? 0) + INTERVAL_MS;
    if (until - now > BURST * INTERVAL_MS) return false;
    this.paidBack.set(pair, until);
    return true;
  }

  clear(): void {
    this.paidBack.clear();
  }
}
