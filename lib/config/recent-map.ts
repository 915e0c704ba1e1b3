/**
 * A map of what was set last: at most `max` entries, and at least half as many before any is dropped. It drops its older
 * half at once, so that no order has to be kept.
 */
export class RecentMap<V> {
  private recent = new Map<string, V>();
  private older = new Map<string, V>();

  private readonly half: number;

  constructor(max: number) {
    this.half = Math.ceil(max / 2);
  }

  get size(): number {
    return this.recent.size + this.older.size;
  }

  get(key: string): V | undefined {
    return this.recent.get(key) ?? this.older.get(key);
  }

  has(key: string): boolean {
    return this.recent.has(key) || this.older.has(key);
  }

  /** @returns What had to be dropped to make room. */
  set(key: string, value: V): Iterable<V> {
    this.older.delete(key);
    this.recent.set(key, value);
    if (this.recent.size < this.half) return [];
    const dropped = this.older;
    this.older = this.recent;
    this.recent = new Map();
    return dropped.values();
  }

  delete(key: string): void {
    this.recent.delete(key);
    this.older.delete(key);
  }
}
