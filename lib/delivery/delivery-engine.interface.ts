import type { MaybePromise } from '../config/maybe-promise';
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
  /**
   * Takes the items of one webhook in, in their order. The verdict may be there at once.
   * @throws Error (or rejects) when the items could not be secured; the webhook answers 500 and Meta delivers them again.
   */
  accept(envelopes: readonly Envelope[]): MaybePromise<DeliveryVerdict>;
  /**
   * Takes nothing in any more and waits for running work, at most `timeoutMs`. Resolves to the number of items that
   * were left unfinished.
   */
  drain?(timeoutMs: number): Promise<number>;
}

/** Injection token of the delivery engine in use. @publicApi */
export const DeliveryEngine = Symbol.for('nestjs-whatsapp-cloud:delivery-engine');
