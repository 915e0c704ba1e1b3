import type { ExecutionContext, PipeTransform, Type } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { Envelope } from './envelope.interface';
import { sharedData } from './shared-data';

/** A pipe, as an instance or as a class that Nest makes. */
type Pipe = PipeTransform | Type<PipeTransform>;

/** All of an event but its payload and contact: ids, times, key. @publicApi */
export type WhatsAppEventMetadata = Omit<Envelope, 'payload' | 'contact'>;

const eventOf = (context: ExecutionContext): Envelope => context.getArgByIndex<Envelope>(0);

/** The whole value, or one property of it. */
const pick = (value: unknown, property: unknown): unknown =>
  typeof property === 'string' ? (value as Record<string, unknown> | undefined)?.[property] : value;

const payload = createParamDecorator((property: unknown, context) =>
  pick(eventOf(context).payload, property),
);
const contact = createParamDecorator((property: unknown, context) =>
  pick(eventOf(context).contact, property),
);
const metadata = createParamDecorator((property: unknown, context) => {
  const { payload: _payload, contact: _contact, ...rest } = eventOf(context);
  return pick(rest, property);
});
const shared = createParamDecorator((_: unknown, context) => sharedData(eventOf(context)));

/**
 * Fills a parameter with Meta's payload, or with one property of it, through the pipes if any. The first parameter of a
 * handler stays the event; decorated ones follow it:
 *
 * ```ts
 * @OnWhatsAppEvent('message.text')
 * onText(event: WhatsAppEvent<'message.text'>, @EventPayload('text', TrimPipe) text: { body: string }) {}
 * ```
 * @publicApi
 */
export function EventPayload(...pipes: Pipe[]): ParameterDecorator;
export function EventPayload(property: string, ...pipes: Pipe[]): ParameterDecorator;
export function EventPayload(...args: (string | Pipe)[]): ParameterDecorator {
  return payload(...args);
}

/**
 * Fills a parameter with the contact of the event, or with one property of it; undefined when Meta sent none.
 * @publicApi
 */
export function EventContact(...pipes: Pipe[]): ParameterDecorator;
export function EventContact(property: string, ...pipes: Pipe[]): ParameterDecorator;
export function EventContact(...args: (string | Pipe)[]): ParameterDecorator {
  return contact(...args);
}

/**
 * Fills a parameter with what surrounds the payload (`WhatsAppEventMetadata`), or with one property of it.
 * @publicApi
 */
export function EventMetadata(...pipes: Pipe[]): ParameterDecorator;
export function EventMetadata(property: keyof WhatsAppEventMetadata, ...pipes: Pipe[]): ParameterDecorator;
export function EventMetadata(...args: (string | Pipe)[]): ParameterDecorator {
  return metadata(...args);
}

/**
 * Fills a parameter with the bag that the handlers of one event share, a `Map<string, unknown>`; see `sharedData`.
 * @publicApi
 */
export function EventShared(): ParameterDecorator {
  return shared();
}
