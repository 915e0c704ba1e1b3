const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Meta repeats a webhook for 7 days. */
export const RETRY_LIFETIME_MS = 7 * 24 * HOUR;

/** Gaps between the attempts, milliseconds: one repeat at once, then growing. The last one goes on. */
export const DEFAULT_RETRY_GAPS_MS: readonly number[] = [
  0,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
];

/** When the next attempt is due, or undefined when Meta would give up. */
export function nextAttemptAt(
  gaps: readonly number[],
  firstAttemptAt: number,
  attempts: number,
  now: number,
): number | undefined {
  const gap = gaps[Math.min(attempts, gaps.length) - 1];
  if (gap === undefined) return undefined;
  const due = now + gap;
  return due - firstAttemptAt <= RETRY_LIFETIME_MS ? due : undefined;
}
