import { Injectable } from '@nestjs/common';
import { EventHandlersRegistry } from './events/event-handlers.registry';
import { WHATSAPP_EVENT_NAMES } from './events/event-names';
import type { HandledEvents } from './subscription/handled-events.interface';

/**
 * The events that have a handler: methods under `@OnWhatsAppEvent` and listeners of `WhatsAppEvents.on`. Streams, which go
 * before all priorities, count as none: this package takes some for itself.
 */
@Injectable()
export class RegisteredEvents implements HandledEvents {
  constructor(private readonly registry: EventHandlersRegistry) {}

  /** @inheritdoc */
  names(): readonly string[] {
    return WHATSAPP_EVENT_NAMES.filter((name) =>
      this.registry.chainFor(name).some(({ priority }) => priority !== Infinity),
    );
  }
}
