import { EmulatorError } from '../emulator.error';
import type { JsonObject } from '../model/json';
import type { Delivery } from './delivery';
import { groupWebhook, splitWebhook } from './webhook-items';

/**
 * The same updates in other bodies: one that held several becomes one for each, and several bodies become one. A single
 * update stays as it is.
 */
export function regroup(deliveries: readonly Delivery[]): JsonObject[] {
  const items = deliveries.flatMap(({ number, body }) => {
    const split = body ? splitWebhook(body) : [];
    if (split.length === 0)
      throw new EmulatorError(`Delivery ${number} holds no updates that could be grouped otherwise.`);
    return split;
  });
  return deliveries.length > 1 ? [groupWebhook(items)] : items.map((item) => groupWebhook([item]));
}
