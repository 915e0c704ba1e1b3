import type { Provider } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { EventDispatch } from './dispatch.interface';
import { EventDispatcher } from './event-dispatcher.service';
import { EventHandlersExplorer } from './event-handlers.explorer';
import { EventHandlersRegistry } from './event-handlers.registry';
import { EventInvoker } from './event-invoker.service';
import { EventLog } from './event-log.service';
import { EventMetadataAccessor } from './event-metadata.accessor';
import { HandlerRunFactory } from './handler-run.factory';
import { WhatsAppEvents } from './whatsapp-events.service';

/** Events: needs a provider of `WHATSAPP_OPTIONS` beside it. Export `WhatsAppEvents`. */
export const eventsProviders: readonly Provider[] = [
  DiscoveryService,
  MetadataScanner,
  EventMetadataAccessor,
  EventHandlersRegistry,
  HandlerRunFactory,
  EventHandlersExplorer,
  EventInvoker,
  EventLog,
  EventDispatcher,
  { provide: EventDispatch, useExisting: EventDispatcher },
  WhatsAppEvents,
];
