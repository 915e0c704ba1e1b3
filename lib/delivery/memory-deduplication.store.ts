import type { Clock } from '../config/clock';
import type { Claim, DeduplicationStore } from './deduplication.store';
import { RecentKeys } from './recent-keys';

const NONE: readonly string[] = Object.freeze([]);
const FRESH: Claim = Object.freeze({ state: 'claimed', settled: NONE });
const BUSY: Claim = Object.freeze({ state: 'busy', settled: NONE });
const DONE: Claim = Object.freeze({ state: 'done', settled: NONE });

/** Who holds an item, until when. */
interface Lease {
  readonly owner: string;
  readonly until: number;
}

/** Handlers that have finished with an item that is not done. */
interface Progress {
  readonly handlers: readonly string[];
  readonly until: number;
}

/**
 * The deduplication store of one process: every operation takes constant time, and `maxItems` bounds the memory.
 * The least recently seen items are forgotten first; an item under a live claim never is.
 */
export class MemoryDeduplicationStore implements DeduplicationStore {
  private readonly done = new RecentKeys();
  /** In the order in which the leases end. */
  private readonly leases = new Map<string, Lease>();
  /** Least recently recorded first. Few: only items of which a handler failed. */
  private readonly progress = new Map<string, Progress>();

  constructor(
    private readonly clock: Clock,
    private readonly maxItems: number,
  ) {}

  /** Facts remembered: items that are done, claims, and items of which some handlers have finished. */
  get size(): number {
    return this.done.size + this.leases.size + this.progress.size;
  }

  claim(key: string, owner: string, leaseMs: number): Claim {
    const now = this.clock.now();
    const lease = this.leases.get(key);
    if (lease !== undefined && lease.owner !== owner && lease.until > now) return BUSY;
    if (this.done.see(key, now)) return DONE;
    this.hold(key, owner, now + leaseMs);
    this.trim(now);
    const progress = this.progress.size > 0 ? this.progress.get(key) : undefined;
    return progress === undefined || progress.until <= now
      ? FRESH
      : { state: 'claimed', settled: progress.handlers };
  }

  renew(key: string, owner: string, leaseMs: number): boolean {
    if (this.leases.get(key)?.owner !== owner) return false;
    this.hold(key, owner, this.clock.now() + leaseMs);
    return true;
  }

  record(key: string, handlers: readonly string[], ttlMs: number): void {
    const now = this.clock.now();
    if (this.done.see(key, now)) return;
    const known = this.progress.get(key);
    const earlier = known !== undefined && known.until > now ? known.handlers : NONE;
    this.progress.delete(key);
    this.progress.set(key, { handlers: [...new Set([...earlier, ...handlers])], until: now + ttlMs });
    this.trim(now);
  }

  complete(key: string, ttlMs: number): void {
    const now = this.clock.now();
    this.leases.delete(key);
    if (this.progress.size > 0) this.progress.delete(key);
    this.done.add(key, now + ttlMs);
    this.trim(now);
  }

  release(key: string, owner: string): void {
    if (this.leases.get(key)?.owner === owner) this.leases.delete(key);
  }

  private hold(key: string, owner: string, until: number): void {
    this.leases.delete(key);
    this.leases.set(key, { owner, until });
  }

  /**
   * Forgets what is over, then down to the limit what is done, what nobody holds, and claims of dead workers. Maps are
   * read from their oldest entry on.
   */
  private trim(now: number): void {
    this.done.trim(now, this.maxItems - this.leases.size - this.progress.size);
    if (this.progress.size > 0) this.trimProgress(now);
    if (this.size > this.maxItems) this.trimLeases(now);
  }

  private trimLeases(now: number): void {
    for (const [key, { until }] of this.leases) {
      if (until > now || this.size <= this.maxItems) break;
      this.leases.delete(key);
    }
  }

  private trimProgress(now: number): void {
    for (const [key, { until }] of this.progress) {
      if (until > now && (this.size <= this.maxItems || this.isHeld(key, now))) break;
      this.progress.delete(key);
    }
  }

  private isHeld(key: string, now: number): boolean {
    return (this.leases.get(key)?.until ?? 0) > now;
  }
}
