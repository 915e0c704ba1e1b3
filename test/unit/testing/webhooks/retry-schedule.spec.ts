import {
  DEFAULT_RETRY_GAPS_MS,
  nextAttemptAt,
  RETRY_LIFETIME_MS,
} from '../../../../lib/testing/webhooks/retry-schedule';

/** All attempts of a webhook that is never accepted. */
function attempts(gaps: readonly number[]): number[] {
  const times = [0];
  for (let next = nextAttemptAt(gaps, 0, 1, 0); next !== undefined;) {
    times.push(next);
    next = nextAttemptAt(gaps, 0, times.length, next);
  }
  return times;
}

describe('nextAttemptAt', () => {
  it('repeats at once, then with growing gaps, for 7 days', () => {
    const times = attempts(DEFAULT_RETRY_GAPS_MS);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps[0]).toBe(0);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(RETRY_LIFETIME_MS);
    expect(RETRY_LIFETIME_MS - (times.at(-1) ?? 0)).toBeLessThan(24 * 60 * 60 * 1000);
  });

  it('goes on with the last gap, and never without gaps', () => {
    expect(nextAttemptAt([10, 20], 0, 5, 1000)).toBe(1020);
    expect(nextAttemptAt([], 0, 1, 0)).toBeUndefined();
  });
});
