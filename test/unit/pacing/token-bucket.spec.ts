import fc from 'fast-check';
import { TokenBucket } from '../../../lib/pacing/token-bucket';

const rates = fc.record({
  perSecond: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(1 / 6, 0.5, 76.5)),
  burst: fc.integer({ min: 1, max: 60 }),
});
const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 })), { maxLength: 40 });

describe('TokenBucket', () => {
  it('never hands out more than the burst and what has flowed in, in any span', () => {
    fc.assert(
      fc.property(rates, gaps, ({ perSecond, burst }, steps) => {
        const bucket = new TokenBucket({ perSecond, burst });
        let now = 1_700_000_000_000;
        const taken: number[] = [];
        for (const step of steps) {
          now += step;
          while (bucket.take(now)) taken.push(now);
        }
        let worst = 0;
        for (let from = 0; from < taken.length; from++) {
          for (let to = from; to < taken.length; to++) {
            const span = (taken[to]! - taken[from]!) / 1000;
            worst = Math.max(worst, to - from + 1 - (burst + perSecond * span));
          }
        }
        expect(worst).toBeLessThan(1e-2);
      }),
      { numRuns: 30 },
    );
  });

  it('has a token after exactly the wait that it names, and none a millisecond before', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 100 }), (rate, takes) => {
        const bucket = new TokenBucket(rate);
        const now = 1_700_000_000_000;
        for (let i = 0; i < takes; i++) bucket.take(now);
        const wait = bucket.waitMs(now);
        if (wait > 0) expect(bucket.take(now + wait - 1)).toBe(false);
        expect(bucket.take(now + wait)).toBe(true);
      }),
    );
  });

  it('hands out the whole burst at once', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (rate, now) => {
        const bucket = new TokenBucket(rate);
        let taken = 0;
        while (bucket.take(now)) taken++;
        expect(taken).toBe(rate.burst);
      }),
    );
  });

  it('keeps what is missing when the rate changes', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 10 });
    for (let i = 0; i < 10; i++) bucket.take(0);
    bucket.configure({ perSecond: 100, burst: 10 }, 0);
    expect(bucket.waitMs(0)).toBe(10);
  });

  it('takes a token back', () => {
    const bucket = new TokenBucket({ perSecond: 1, burst: 1 });
    bucket.take(0);
    bucket.restore();
    expect(bucket.take(0)).toBe(true);
  });
});
