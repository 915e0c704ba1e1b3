import type { Delivery } from './delivery';
import type { WebhookItem } from './webhook-items';

/** A webhook that has been handed over. */
export interface Sending {
  readonly delivery: Delivery;
  /** Resolves when the application has answered, or could not be reached; at once while webhooks are held. */
  readonly answered: Promise<Delivery>;
}

/** The way of updates to the application. */
export interface WebhookSender {
  /** Whether there is an application to deliver to. */
  readonly connected: boolean;
  /** Delivers the updates in one POST, or adds them to those that are held. */
  send(items: readonly WebhookItem[]): Sending;
}
