import type { Clock } from '../config/clock';
import { RecentMap } from '../config/recent-map';
import type { WindowEntry, WindowStore } from '../config/window-options.interface';

/** Remembers windows in this process, those of the users who wrote last. Nothing survives a restart. */
export class MemoryWindowStore implements WindowStore {
  private readonly entries: RecentMap<WindowEntry>;
  private completeFrom: number;

  constructor(clock: Pick<Clock, 'now'>, maxUsers: number) {
    this.entries = new RecentMap(maxUsers);
    this.completeFrom = clock.now();
  }

  /** Users remembered now. */
  get size(): number {
    return this.entries.size;
  }

  /** @inheritdoc */
  get(key: string): WindowEntry | undefined {
    return this.entries.get(key);
  }

  /** @inheritdoc */
  put(key: string, entry: WindowEntry): void {
    const known = this.entries.get(key);
    if (known && known.at >= entry.at) return;
    for (const { at } of this.entries.set(key, entry)) this.completeFrom = Math.max(this.completeFrom, at);
  }

  /** @inheritdoc */
  completeSince(): number {
    return this.completeFrom;
  }
}
