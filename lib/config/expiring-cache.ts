import type { Clock } from './clock';

interface Entry<V> {
  readonly value: V;
  readonly expiresAt: number;
}

/**
 * Remembers loaded values for a time. Concurrent loads of one key are joined; `undefined` and failures are not
 * remembered. When it is full the oldest entry goes.
 */
export class ExpiringCache<V> {
  private readonly entries = new Map<string, Entry<V>>();
  private readonly loads = new Map<string, Promise<V | undefined>>();

  constructor(
    private readonly clock: Clock,
    private readonly ttlMs: number,
    private readonly maxEntries: number,
  ) {}

  /** The value of a key: remembered, being loaded, or loaded now. */
  get(
    key: string,
    load: () => V | undefined | Promise<V | undefined>,
  ): V | undefined | Promise<V | undefined> {
    const entry = this.entries.get(key);
    if (entry && entry.expiresAt > this.clock.now()) return entry.value;
    return this.loads.get(key) ?? this.load(key, load);
  }

  /** Forgets a key; a load on its way is not remembered either. */
  delete(key: string): void {
    this.entries.delete(key);
    this.loads.delete(key);
  }

  /** Forgets the keys whose values satisfy `test`. Loads on their way are not remembered: their values are not known. */
  deleteWhere(test: (value: V) => boolean): void {
    for (const [key, { value }] of this.entries) if (test(value)) this.entries.delete(key);
    this.loads.clear();
  }

  /** Forgets everything. */
  clear(): void {
    this.entries.clear();
    this.loads.clear();
  }

  private load(key: string, load: () => V | undefined | Promise<V | undefined>): Promise<V | undefined> {
    const loading: Promise<V | undefined> = Promise.resolve()
      .then(load)
      .then((value) => {
        if (value !== undefined && this.loads.get(key) === loading) this.remember(key, value);
        return value;
      })
      .finally(() => {
        if (this.loads.get(key) === loading) this.loads.delete(key);
      });
    this.loads.set(key, loading);
    return loading;
  }

  private remember(key: string, value: V): void {
    this.entries.delete(key);
    this.entries.set(key, { value, expiresAt: this.clock.now() + this.ttlMs });
    if (this.entries.size <= this.maxEntries) return;
    for (const oldest of this.entries.keys()) {
      this.entries.delete(oldest);
      break;
    }
  }
}
