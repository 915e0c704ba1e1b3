import 'reflect-metadata';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { WhatsAppEventHandlerOptions } from './event-handler-options.interface';
import type { WhatsAppEvent, WhatsAppEventPattern } from './event-patterns';
import { EVENT_HANDLERS_METADATA } from './events.constants';
import type { Accepts, AnyMethod, Uninferred } from './handler-check';

/** What one `@OnWhatsAppEvent` says; a method carries an array of them. */
export interface EventHandlerMetadata {
  readonly patterns: readonly string[];
  readonly options: WhatsAppEventHandlerOptions;
}

/** Decorates a method whose first parameter takes every event of the patterns `P`, or that has none. @publicApi */
export type WhatsAppEventHandlerDecorator<P extends WhatsAppEventPattern> = <T extends AnyMethod>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<T> & Accepts<T, WhatsAppEvent<P>>,
) => void;

/**
 * Hands the events of some patterns to a method of a provider or controller. The method's first parameter is the event;
 * the compiler checks that it takes every event of the patterns. Stacks: each decorator has its own options, and an
 * event that fits several runs the method once.
 *
 * The method is a normal Nest handler. Guards, pipes, interceptors and exception filters of class and method apply with
 * context type `'whatsapp'`; further parameters can be filled by parameter decorators (`@EventPayload()`,
 * `@EventContact()`, your own). It is awaited; when it throws, it is tried again. Providers of a request-scoped
 * `useFactory` are the only ones that cannot be found.
 *
 * @param patterns event names or wildcards; the options, if any, come last
 * @throws WhatsAppConfigurationError at once when it has no pattern or stands on anything but an instance method with a
 * name, and at boot when a pattern does not exist
 * @example
 * ```ts
 * @OnWhatsAppEvent('message.text', { priority: 10, where: (event) => event.payload.text.body === 'stop' })
 * async onStop(event: WhatsAppEvent<'message.text'>) {}
 * ```
 * @publicApi
 */
export function OnWhatsAppEvent<const P extends WhatsAppEventPattern>(
  ...patterns: readonly [P, ...P[]]
): WhatsAppEventHandlerDecorator<P>;
export function OnWhatsAppEvent<const P extends WhatsAppEventPattern>(
  ...args: readonly [...patterns: [P, ...P[]], options: WhatsAppEventHandlerOptions<Uninferred<P>>]
): WhatsAppEventHandlerDecorator<P>;
export function OnWhatsAppEvent(
  ...args: readonly (string | WhatsAppEventHandlerOptions)[]
): (target: object, key: string | symbol, descriptor: PropertyDescriptor) => void {
  const last = args[args.length - 1];
  const options = typeof last === 'object' ? last : {};
  const patterns = args.filter((arg): arg is string => arg !== options);
  if (patterns.length === 0) {
    throw new WhatsAppConfigurationError("@OnWhatsAppEvent needs a pattern, e.g. 'message.text' or '*'.");
  }
  return (target, key, descriptor) => {
    const method: unknown = descriptor?.value;
    if (typeof target === 'function' || typeof key !== 'string' || typeof method !== 'function') {
      throw new WhatsAppConfigurationError(
        `@OnWhatsAppEvent(${patterns.map((p) => `'${p}'`).join(', ')}) stands on ${describe(target, key)}: it goes on ` +
          'instance methods of providers and controllers only, under a name and not a symbol.',
      );
    }
    const earlier = (Reflect.getOwnMetadata(EVENT_HANDLERS_METADATA, method) ?? []) as EventHandlerMetadata[];
    // Decorators run from the bottom up; the order of the source is kept.
    Reflect.defineMetadata(EVENT_HANDLERS_METADATA, [{ patterns, options }, ...earlier], method);
  };
}

function describe(target: object, key: string | symbol | undefined): string {
  const isClass = typeof target === 'function';
  const name = isClass ? target.name : target.constructor.name;
  if (key === undefined) return `the class ${name}`;
  return `${isClass ? 'the static member' : 'the member'} ${name}.${String(key)}`;
}
