const NONE = -1;
const INITIAL_SLOTS = 64;

/**
 * Keys that are remembered for a time each, least recently seen first. Every operation takes constant time. Numbers in
 * typed arrays link the keys: an object for each of a hundred thousand would be work for the garbage collector, and the
 * insertion order of a `Map` alone gets slow to read once many older keys were deleted.
 */
export class RecentKeys {
  private readonly slots = new Map<string, number>();
  private readonly keys: string[] = [];
  /** End of the memory of each slot's key, milliseconds since the Unix epoch. */
  private until = new Float64Array(INITIAL_SLOTS);
  /** Neighbours of each slot. Free slots are linked by `newer` alone. */
  private older = new Int32Array(INITIAL_SLOTS);
  private newer = new Int32Array(INITIAL_SLOTS);
  private oldest = NONE;
  private newest = NONE;
  private free = NONE;

  get size(): number {
    return this.slots.size;
  }

  /** Whether a key is remembered. If so, it has been seen just now. */
  see(key: string, now: number): boolean {
    const slot = this.slots.get(key);
    if (slot === undefined || this.until[slot]! <= now) return false;
    this.unlink(slot);
    this.link(slot);
    return true;
  }

  /** Remembers a key until a moment. */
  add(key: string, until: number): void {
    let slot = this.slots.get(key);
    if (slot === undefined) {
      slot = this.take();
      this.slots.set(key, slot);
      this.keys[slot] = key;
    } else {
      this.unlink(slot);
    }
    this.until[slot] = until;
    this.link(slot);
  }

  /** Forgets the least recently seen keys whose time is over, and then as many as there are above the limit. */
  trim(now: number, limit: number): void {
    while (this.oldest !== NONE && (this.until[this.oldest]! <= now || this.slots.size > limit)) {
      this.drop(this.oldest);
    }
  }

  private drop(slot: number): void {
    this.unlink(slot);
    this.slots.delete(this.keys[slot]!);
    this.keys[slot] = '';
    this.newer[slot] = this.free;
    this.free = slot;
  }

  private take(): number {
    const slot = this.free;
    if (slot === NONE) {
      if (this.keys.length === this.until.length) this.grow();
      return this.keys.push('') - 1;
    }
    this.free = this.newer[slot]!;
    return slot;
  }

  private link(slot: number): void {
    this.older[slot] = this.newest;
    this.newer[slot] = NONE;
    if (this.newest === NONE) this.oldest = slot;
    else this.newer[this.newest] = slot;
    this.newest = slot;
  }

  private unlink(slot: number): void {
    const older = this.older[slot]!;
    const newer = this.newer[slot]!;
    if (older === NONE) this.oldest = newer;
    else this.newer[older] = newer;
    if (newer === NONE) this.newest = older;
    else this.older[newer] = older;
  }

  private grow(): void {
    const length = this.until.length * 2;
    this.until = copy(this.until, new Float64Array(length));
    this.older = copy(this.older, new Int32Array(length));
    this.newer = copy(this.newer, new Int32Array(length));
  }
}

function copy<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
