import type { Clock } from '../config/clock';
import type { Claim, DeduplicationStore } from './deduplication.store';
import { RecencyList } from './recency-list';
import type { RecencyNode } from './recency-list';

const NONE: readonly string[] = Object.freeze([]);
const FRESH: Claim = Object.freeze({ state: 'claimed', settled: NONE });
const BUSY: Claim = Object.freeze({ state: 'busy', settled: NONE });
const DONE: Claim = Object.freeze({ state: 'done', settled: NONE });

class Entry implements RecencyNode {
  previous: this | undefined = undefined;
  next: this | undefined = undefined;
  /** Who holds the claim; `undefined` when the item is done or released. */
  owner: string | undefined = undefined;
  done = false;
  /** End of the lease, or of the memory of an item that nobody holds. */
  expiresAt = 0;
  settled: readonly string[] = NONE;
  /** How long `settled` is kept after the claim. */
  settledUntil = 0;

  constructor(readonly key: string) {}
}

/**
 * The deduplication store of one process: every operation takes constant time, and `maxItems` bounds the memory.
 * The least recently seen items are forgotten first; an item under a live claim never is.
 */
export class MemoryDeduplicationStore implements DeduplicationStore {
  private readonly entries = new Map<string, Entry>();
  /** Items under a claim, in the order in which their leases end. */
  private readonly claimed = new RecencyList<Entry>();
  /** Items that are done, or released with recorded handlers; least recently seen first. */
  private readonly idle = new RecencyList<Entry>();

  constructor(
    private readonly clock: Clock,
    private readonly maxItems: number,
  ) {}

  /** Items remembered, in whatever state. */
  get size(): number {
    return this.entries.size;
  }

  claim(key: string, owner: string, leaseMs: number): Claim {
    const now = this.clock.now();
    const entry = this.entries.get(key) ?? this.add(key);
    if (entry.owner !== undefined && entry.owner !== owner && entry.expiresAt > now) return BUSY;
    this.list(entry).remove(entry);
    if (entry.done && entry.expiresAt > now) {
      this.idle.push(entry);
      return DONE;
    }
    entry.owner = owner;
    entry.done = false;
    entry.expiresAt = now + leaseMs;
    this.claimed.push(entry);
    this.trim(now);
    if (entry.settled.length === 0 || entry.settledUntil <= now) return FRESH;
    return { state: 'claimed', settled: entry.settled };
  }

  renew(key: string, owner: string, leaseMs: number): boolean {
    const entry = this.entries.get(key);
    if (entry === undefined || entry.owner !== owner) return false;
    this.claimed.remove(entry);
    entry.expiresAt = this.clock.now() + leaseMs;
    this.claimed.push(entry);
    return true;
  }

  record(key: string, handlers: readonly string[], ttlMs: number): void {
    const now = this.clock.now();
    const entry = this.entries.get(key) ?? this.add(key);
    if (entry.done && entry.expiresAt > now) return;
    const kept = entry.settledUntil > now ? entry.settled : NONE;
    entry.done = false;
    entry.settled = [...new Set([...kept, ...handlers])];
    entry.settledUntil = now + ttlMs;
    if (entry.owner === undefined) entry.expiresAt = entry.settledUntil;
    this.trim(now);
  }

  complete(key: string, ttlMs: number): void {
    const now = this.clock.now();
    const entry = this.entries.get(key) ?? this.add(key);
    this.list(entry).remove(entry);
    entry.owner = undefined;
    entry.done = true;
    entry.settled = NONE;
    entry.settledUntil = 0;
    entry.expiresAt = now + ttlMs;
    this.idle.push(entry);
    this.trim(now);
  }

  release(key: string, owner: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined || entry.owner !== owner) return;
    this.claimed.remove(entry);
    if (entry.settled.length === 0) {
      this.entries.delete(key);
      return;
    }
    entry.owner = undefined;
    entry.expiresAt = entry.settledUntil;
    this.idle.push(entry);
  }

  /** A new entry that nobody holds yet. */
  private add(key: string): Entry {
    const entry = new Entry(key);
    this.entries.set(key, entry);
    this.idle.push(entry);
    return entry;
  }

  private list(entry: Entry): RecencyList<Entry> {
    return entry.owner === undefined ? this.idle : this.claimed;
  }

  /** Forgets what has expired, then the oldest of what nobody holds, then claims of dead workers, down to the limit. */
  private trim(now: number): void {
    let entry = this.idle.first;
    while (entry !== undefined && (entry.expiresAt <= now || this.entries.size > this.maxItems)) {
      this.drop(entry);
      entry = this.idle.first;
    }
    entry = this.claimed.first;
    while (entry !== undefined && entry.expiresAt <= now && this.entries.size > this.maxItems) {
      this.drop(entry);
      entry = this.claimed.first;
    }
  }

  private drop(entry: Entry): void {
    this.list(entry).remove(entry);
    this.entries.delete(entry.key);
  }
}
