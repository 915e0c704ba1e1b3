/** How fast a bucket refills, and how much it holds. */
export interface BucketRate {
  /** Tokens a second; may be a fraction. */
  readonly perSecond: number;
  /** Tokens when full, at least 1. */
  readonly burst: number;
}

/** Tolerance for sums of fractions, milliseconds. */
const EPSILON = 1e-6;

/**
 * A token bucket. Within any span of `t` seconds it hands out at most `burst + perSecond * t` tokens. All that it keeps is
 * how long it takes until it is full again, and since when: a time of day has too few digits for fractions.
 */
export class TokenBucket {
  private intervalMs!: number;
  private burst!: number;
  private missingMs = 0;
  private at = 0;

  constructor(rate: BucketRate) {
    this.set(rate);
  }

  /** Changes the rate. Tokens that are missing stay missing. */
  configure(rate: BucketRate, now: number): void {
    const missing = this.missingAt(now) / this.intervalMs;
    this.set(rate);
    this.missingMs = missing * this.intervalMs;
    this.at = now;
  }

  /** Milliseconds until there is a token, rounded up; 0 when there is one. */
  waitMs(now: number): number {
    const wait = this.missingAt(now) - (this.burst - 1) * this.intervalMs;
    return wait <= EPSILON ? 0 : Math.ceil(wait - EPSILON);
  }

  /** Takes a token; false when there is none. */
  take(now: number): boolean {
    if (this.waitMs(now) > 0) return false;
    this.missingMs = this.missingAt(now) + this.intervalMs;
    this.at = now;
    return true;
  }

  /** Puts a token back that was not used. */
  restore(): void {
    this.missingMs -= this.intervalMs;
  }

  /** Takes all tokens out. */
  drain(now: number): void {
    this.missingMs = this.burst * this.intervalMs;
    this.at = now;
  }

  /** Whether nothing is missing. */
  isFull(now: number): boolean {
    return this.missingAt(now) === 0;
  }

  private missingAt(now: number): number {
    return Math.max(0, this.missingMs - (now - this.at));
  }

  private set({ perSecond, burst }: BucketRate): void {
    this.intervalMs = 1000 / perSecond;
    this.burst = burst;
  }
}
