import type { DynamicModule, Provider } from '@nestjs/common';
import { AccountDirectory } from './config/account-directory';
import { AccountResolver } from './config/account.interface';
import { Clock } from './config/clock';
import { configProviders } from './config/config.providers';
import { WHATSAPP_OPTIONS } from './config/whatsapp.constants';
import { DeadLetters } from './delivery/dead-letters.service';
import { DeliveryEngine } from './delivery/delivery-engine.interface';
import { deliveryProviders } from './delivery/delivery.providers';
import { eventsProviders } from './events/events.providers';
import { WhatsAppEvents } from './events/whatsapp-events.service';
import { GraphClient } from './graph/graph-client.service';
import { graphProviders } from './graph/graph.providers';
import { messagesProviders } from './messages/messages.providers';
import { MessagesService } from './messages/messages.service';
import { TemplateCacheInvalidator } from './template-cache.invalidator';
import { templatesProviders } from './templates/templates.providers';
import { TemplatesService } from './templates/templates.service';
import { validationProviders } from './validation/validation.providers';
import { webhookProviders } from './webhook/webhook.providers';

/** Everything that one registration consists of, capability by capability. */
export const whatsAppProviders: readonly Provider[] = [
  ...configProviders,
  ...graphProviders,
  ...validationProviders,
  ...messagesProviders,
  ...templatesProviders,
  ...eventsProviders,
  ...deliveryProviders,
  ...webhookProviders,
  TemplateCacheInvalidator,
];

/** What an application may inject. */
export const whatsAppExports: NonNullable<DynamicModule['exports']> = [
  WHATSAPP_OPTIONS,
  Clock,
  AccountResolver,
  AccountDirectory,
  GraphClient,
  MessagesService,
  TemplatesService,
  WhatsAppEvents,
  DeliveryEngine,
  DeadLetters,
];
