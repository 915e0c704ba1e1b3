import type { Provider } from '@nestjs/common';
import { WebhookSubscriber } from './webhook-subscriber.service';

/**
 * What this capability registers. It needs `GraphClient`, `AccountDirectory`, `PayloadValidator` and the options, and takes
 * `HandledEvents` where they are provided.
 */
export const subscriptionProviders: Provider[] = [WebhookSubscriber];
