import type { GraphApiError } from '../errors/graph-api.error';

const MAX_GROWING_MS = 60_000;

/** Number in maintenance, e.g. while its throughput is upgraded. */
const MAINTENANCE = 131057;

/**
 * How long a number should send nothing after Meta refused a message, milliseconds; `undefined` when the refusal was
 * about the message and not about the pace.
 * @param refusals how many such refusals came before, without a message accepted in between
 */
export function throttleHold(error: GraphApiError, refusals: number): number | undefined {
  const { category, code, retryable, retryStrategy, retryAfterMs } = error;
  if (!retryable || !(category === 'throttling' || code === MAINTENANCE)) return undefined;
  const base = retryAfterMs ?? 1000;
  return retryStrategy === 'exponential'
    ? Math.min(base * 2 ** refusals, Math.max(base, MAX_GROWING_MS))
    : retryAfterMs;
}
