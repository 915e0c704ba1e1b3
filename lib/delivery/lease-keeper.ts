import type { Clock, TimerHandle } from '../config/clock';
import type { DeduplicationStore } from './deduplication.store';
import type { InFlightItem } from './in-flight-item';

/** Renewals in the time of one lease, so that one that fails does not cost the claim. */
const RENEWALS_PER_LEASE = 3;

/** Renews the claims on items whose handlers run for long. One timer, set only while there is work. */
export class LeaseKeeper {
  private timer: TimerHandle | undefined;

  constructor(
    private readonly items: ReadonlyMap<string, InFlightItem>,
    private readonly store: DeduplicationStore,
    private readonly owner: string,
    private readonly leaseMs: number,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** To be called when work arrives. */
  start(): void {
    this.timer ??= this.clock.schedule(() => this.tick(), this.leaseMs / RENEWALS_PER_LEASE);
  }

  stop(): void {
    this.timer?.cancel();
    this.timer = undefined;
  }

  private tick(): void {
    this.timer = undefined;
    for (const item of this.items.values()) if (item.claimed && !item.lost) void this.renew(item);
    if (this.items.size > 0) this.start();
  }

  private async renew(item: InFlightItem): Promise<void> {
    try {
      const held = await this.store.renew(item.key, this.owner, this.leaseMs);
      if (!held) item.lost = true;
    } catch (error) {
      this.onError(error);
    }
  }
}
