import type { DeliveryOptions } from '../config/delivery-options.interface';

/** Delivery options with every default filled in. */
export type ResolvedDeliveryOptions = Readonly<Required<DeliveryOptions>>;

const DEFAULTS: ResolvedDeliveryOptions = {
  ack: 'after-handlers',
  deadlineMs: 8_000,
  attempts: 3,
  retryDelayMs: 200,
  onExhausted: 'dead-letter',
  dedupeTtlMs: 7 * 24 * 3_600_000,
  dedupeMaxItems: 100_000,
  leaseMs: 60_000,
  deadLetterMaxItems: 1_000,
  drainTimeoutMs: 10_000,
};

/** Fills in the defaults; an option that is `undefined` counts as absent. */
export function resolveDeliveryOptions(options: DeliveryOptions = {}): ResolvedDeliveryOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...DEFAULTS, ...(Object.fromEntries(given) as DeliveryOptions) };
}
