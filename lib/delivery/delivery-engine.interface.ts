import type { Envelope } from '../events/envelope.interface';

/**
 * - `settled`: handlers have finished, or the items are stored durably: Meta may forget them (200).
 * - `deadline`: work goes on past the answer deadline; the repeat joins it or finds it done (503).
 * - `draining`: the application is shutting down and took nothing in (503).
 * - `redeliver`: attempts are used up and the application asked for redelivery (500).
 */
export type DeliveryVerdict = 'settled' | 'deadline' | 'draining' | 'redeliver';

/**
 * Takes items from the webhook to the handlers: deduplicates by `key`, keeps order per `lane`, and decides when Meta
 * may forget them. Envelopes are plain JSON, so an engine may store them and hand them to other processes.
 * @publicApi
 */
export interface DeliveryEngine {
  accept(envelopes: readonly Envelope[]): Promise<DeliveryVerdict>;
}

/** Injection token of the delivery engine in use. @publicApi */
export const DeliveryEngine = Symbol.for('nestjs-whatsapp-cloud:delivery-engine');
