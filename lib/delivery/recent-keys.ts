import { FINGERPRINT_WORDS as WORDS, writeFingerprint } from './fingerprint';

const NONE = -1;
/** A power of two, as its doubles are. */
const INITIAL_SLOTS = 64;

/**
 * Keys that are remembered for a time each, least recently seen first. Every operation takes constant time.
 *
 * It keeps a fingerprint of each key and not the key, all in typed arrays: some 50 bytes a key instead of 370 for linked
 * objects, and nothing for the garbage collector to walk.
 */
export class RecentKeys {
  /** Fingerprints, four words each. */
  private prints = new Uint32Array(INITIAL_SLOTS * WORDS);
  /** End of the memory of each slot's key, milliseconds since the Unix epoch. */
  private until = new Float64Array(INITIAL_SLOTS);
  /** Neighbours of each slot by age. Free slots are linked by `newer` alone. */
  private older = new Int32Array(INITIAL_SLOTS);
  private newer = new Int32Array(INITIAL_SLOTS);
  /** First slot of each bucket, and the next one of each slot's bucket. */
  private buckets = new Int32Array(INITIAL_SLOTS).fill(NONE);
  private nextInBucket = new Int32Array(INITIAL_SLOTS);
  private oldest = NONE;
  private newest = NONE;
  private free = NONE;
  private used = 0;
  private count = 0;
  /** Fingerprint of the key at hand. */
  private readonly print = new Uint32Array(WORDS);

  get size(): number {
    return this.count;
  }

  /** Whether a key is remembered. If so, it has been seen just now. */
  see(key: string, now: number): boolean {
    const slot = this.find(key);
    if (slot === NONE || this.until[slot]! <= now) return false;
    this.unlink(slot);
    this.link(slot);
    return true;
  }

  /** Remembers a key until a moment. */
  add(key: string, until: number): void {
    let slot = this.find(key);
    if (slot === NONE) slot = this.insert();
    else this.unlink(slot);
    this.until[slot] = until;
    this.link(slot);
  }

  /** Forgets the least recently seen keys whose time is over, and then as many as there are above the limit. */
  trim(now: number, limit: number): void {
    while (this.oldest !== NONE && (this.until[this.oldest]! <= now || this.count > limit)) {
      this.drop(this.oldest);
    }
  }

  /** The slot of a key, whose fingerprint is at hand afterwards. */
  private find(key: string): number {
    const { print, prints, nextInBucket } = this;
    writeFingerprint(key, print);
    let slot = this.buckets[this.bucketOf(print[0]!)]!;
    while (slot !== NONE) {
      const at = slot * WORDS;
      if (
        prints[at] === print[0] &&
        prints[at + 1] === print[1] &&
        prints[at + 2] === print[2] &&
        prints[at + 3] === print[3]
      )
        break;
      slot = nextInBucket[slot]!;
    }
    return slot;
  }

  /** Gives the fingerprint at hand a slot. */
  private insert(): number {
    if (this.free === NONE && this.used === this.until.length) this.grow();
    let slot = this.free;
    if (slot === NONE) slot = this.used++;
    else this.free = this.newer[slot]!;
    this.prints.set(this.print, slot * WORDS);
    this.enter(slot);
    this.count++;
    return slot;
  }

  private enter(slot: number): void {
    const bucket = this.bucketOf(this.prints[slot * WORDS]!);
    this.nextInBucket[slot] = this.buckets[bucket]!;
    this.buckets[bucket] = slot;
  }

  private drop(slot: number): void {
    this.unlink(slot);
    const bucket = this.bucketOf(this.prints[slot * WORDS]!);
    let before = NONE;
    for (let at = this.buckets[bucket]!; at !== slot; at = this.nextInBucket[at]!) before = at;
    if (before === NONE) this.buckets[bucket] = this.nextInBucket[slot]!;
    else this.nextInBucket[before] = this.nextInBucket[slot]!;
    this.newer[slot] = this.free;
    this.free = slot;
    this.count--;
  }

  private bucketOf(word: number): number {
    return word & (this.buckets.length - 1);
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

  /** Makes twice the room. Called when every slot is in use. */
  private grow(): void {
    const length = this.until.length * 2;
    this.prints = copy(this.prints, new Uint32Array(length * WORDS));
    this.until = copy(this.until, new Float64Array(length));
    this.older = copy(this.older, new Int32Array(length));
    this.newer = copy(this.newer, new Int32Array(length));
    this.nextInBucket = new Int32Array(length);
    this.buckets = new Int32Array(length).fill(NONE);
    for (let slot = 0; slot < this.used; slot++) this.enter(slot);
  }
}

function copy<T extends Float64Array | Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
