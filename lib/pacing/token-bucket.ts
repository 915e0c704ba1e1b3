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
 * the time at which it will be full again.
 */
export class TokenBucket {
  private intervalMs!: number;
  private burst!: number;
  private fullAt = 0;

  constructor(rate: BucketRate) {
    this.set(rate);
  }

  /** Changes the rate. Tokens that are missing stay missing. */
  configure(rate: BucketRate, now: number): void {
    const missing = Math.max(0, this.fullAt - now) / this.intervalMs;
    this.set(rate);
    this.fullAt = now + missing * this.intervalMs;
  }

  /** Milliseconds until there is a token, rounded up; 0 when there is one. */
  waitMs(now: number): number {
    const wait = this.fullAt - (this.burst - 1) * this.intervalMs - now;
    return wait <= EPSILON ? 0 : Math.ceil(wait - EPSILON);
  }

  /** Takes a token; false when there is none. */
  take(now: number): boolean {
    if (this.waitMs(now) > 0) return false;
    this.fullAt = Math.max(this.fullAt, now) + this.intervalMs;
    return true;
  }

  /** Puts a token back that was not used. */
  restore(): void {
    this.fullAt -= this.intervalMs;
  }

  /** Takes all tokens out. */
  drain(now: number): void {
    this.fullAt = now + this.burst * this.intervalMs;
  }

  /** Whether nothing is missing. */
  isFull(now: number): boolean {
    return this.fullAt <= now;
  }

  private set({ perSecond, burst }: BucketRate): void {
    this.intervalMs = 1000 / perSecond;
    this.burst = burst;
  }
}
