import type { Provider } from '@nestjs/common';
import { Clock } from '../config/clock';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { AnswerMonitor } from './answer-monitor';
import { DeadLetterStore } from './dead-letter.store';
import { DeadLetters } from './dead-letters.service';
import { DeduplicationStore } from './deduplication.store';
import { resolveDeliveryOptions } from './delivery-defaults';
import { DeliveryEngine } from './delivery-engine.interface';
import { DeliveryLifecycle } from './delivery-lifecycle';
import { InlineDeliveryEngine } from './inline-delivery.engine';
import { MemoryDeadLetterStore } from './memory-dead-letter.store';
import { MemoryDeduplicationStore } from './memory-deduplication.store';

/**
 * Delivery without infrastructure. Needs providers of `EventDispatch`, `Clock` and `WHATSAPP_OPTIONS` beside it. A
 * provider of `DeduplicationStore`, `DeadLetterStore` or `DeliveryEngine` that stands after these in the same module
 * takes the default's place.
 */
export const deliveryProviders: readonly Provider[] = [
  {
    provide: DeduplicationStore,
    inject: [Clock, WHATSAPP_OPTIONS],
    useFactory: (clock: Clock, options: WhatsAppModuleOptions): DeduplicationStore =>
      new MemoryDeduplicationStore(clock, resolveDeliveryOptions(options.delivery).dedupeMaxItems),
  },
  {
    provide: DeadLetterStore,
    inject: [WHATSAPP_OPTIONS],
    useFactory: (options: WhatsAppModuleOptions): DeadLetterStore =>
      new MemoryDeadLetterStore(resolveDeliveryOptions(options.delivery).deadLetterMaxItems),
  },
  DeadLetters,
  AnswerMonitor,
  { provide: DeliveryEngine, useClass: InlineDeliveryEngine },
  DeliveryLifecycle,
];
