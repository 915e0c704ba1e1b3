import { Injectable } from '@nestjs/common';
import { EVENT_HANDLERS_METADATA } from './events.constants';
import type { EventHandlerMetadata } from './on-whatsapp-event.decorator';

/** The only reader of what `@OnWhatsAppEvent` leaves on methods. */
@Injectable()
export class EventMetadataAccessor {
  /** What stands on the method, in the order of the source; empty when it is not a handler. */
  read(method: unknown): readonly EventHandlerMetadata[] {
    if (typeof method !== 'function') return [];
    return (Reflect.getMetadata(EVENT_HANDLERS_METADATA, method) ?? []) as EventHandlerMetadata[];
  }
}
