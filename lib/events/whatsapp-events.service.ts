import { Injectable } from '@nestjs/common';
import { Observable } from 'rxjs';
import { WhatsAppError } from '../errors/whatsapp.error';
import type { DispatchReport } from './dispatch.interface';
import type { Envelope } from './envelope.interface';
import { EventDispatcher } from './event-dispatcher.service';
import type {
  WhatsAppEventFilterOptions,
  WhatsAppEventHandlerOptions,
} from './event-handler-options.interface';
import { EventHandlersRegistry } from './event-handlers.registry';
import type { WhatsAppEventName, WhatsAppEventPayloads } from './event-map';
import type { WhatsAppEvent, WhatsAppEventPattern } from './event-patterns';
import type { Accepts, Uninferred } from './handler-check';
import type { HandlerRun, HandlerRecord } from './handler-record.interface';
import { HandlerRunFactory } from './handler-run.factory';

/**
 * Events at run time: listeners that come and go, streams, and events of your own. Listeners stand in the same chain as
 * `@OnWhatsAppEvent` handlers, after those of the same priority: they are awaited, and tried again when they throw.
 * @publicApi
 */
@Injectable()
export class WhatsAppEvents {
  private listeners = 0;

  constructor(
    private readonly registry: EventHandlersRegistry,
    private readonly runs: HandlerRunFactory,
    private readonly dispatcher: EventDispatcher,
  ) {}

  /**
   * Calls a function for every event of the patterns, until the returned function is called.
   * @throws WhatsAppConfigurationError when a pattern does not exist
   * @example
   * ```ts
   * const off = events.on('status.failed', (event) => alerts.add(event.payload.errors));
   * ```
   */
  on<const P extends WhatsAppEventPattern, L extends (event: WhatsAppEvent<P>) => unknown>(
    pattern: P | readonly P[],
    listener: L & Accepts<L, WhatsAppEvent<P>>,
    options?: WhatsAppEventHandlerOptions<Uninferred<P>>,
  ): () => void {
    return this.add(pattern, options, this.runs.ofListener(listener as (event: Envelope) => unknown));
  }

  /**
   * Calls a function for the next event of the patterns, and for no other. When it throws, it is tried again for the same
   * event; it is gone once it has completed. The returned function removes it before that.
   * @throws WhatsAppConfigurationError when a pattern does not exist
   */
  once<const P extends WhatsAppEventPattern, L extends (event: WhatsAppEvent<P>) => unknown>(
    pattern: P | readonly P[],
    listener: L & Accepts<L, WhatsAppEvent<P>>,
    options?: WhatsAppEventHandlerOptions<Uninferred<P>>,
  ): () => void {
    let taken: string | undefined;
    const where = (event: WhatsAppEvent<P>): boolean => {
      const { key } = event as Envelope;
      if (taken === undefined && (options?.where?.(event) ?? true)) taken = key;
      return taken === key;
    };
    const run = this.runs.ofListener(listener as (event: Envelope) => unknown);
    const off = this.add(pattern, { ...options, where }, async (event) => {
      const outcome = await run(event);
      off();
      return outcome;
    });
    return off;
  }

  /**
   * The events of the patterns as they come. Hot: a subscriber gets what comes after it subscribed, each event once, before
   * the handlers and whatever they do with it. It is not awaited and does not count as a handler under
   * `handling: 'first'`. Never completes; unsubscribing removes it.
   * @throws WhatsAppConfigurationError on subscribing, when a pattern does not exist
   */
  stream<const P extends WhatsAppEventPattern>(
    pattern: P | readonly P[],
    options?: WhatsAppEventFilterOptions<Uninferred<P>>,
  ): Observable<WhatsAppEvent<P>> {
    return new Observable((subscriber) =>
      this.add(pattern, { ...options, priority: Infinity }, (event) => {
        subscriber.next(event as WhatsAppEvent<P>);
        return 'continue';
      }),
    );
  }

  /**
   * Hands an event straight to its handlers: an event of your own, or one from a test or a replay. It passes no
   * deduplication and no lanes, and failed handlers are not tried again: see `failures` of the report.
   * @throws WhatsAppError when the name is neither Meta's nor among the `customEvents` of the options
   */
  async emit<const N extends WhatsAppEventName>(
    event: Envelope<N, WhatsAppEventPayloads[N]>,
  ): Promise<DispatchReport> {
    if (!this.registry.knows(event.name)) {
      throw new WhatsAppError(`Unknown event name "${event.name}": list it in the option customEvents.`);
    }
    return this.dispatcher.dispatch(event);
  }

  private add<P extends WhatsAppEventPattern>(
    pattern: P | readonly P[],
    options: WhatsAppEventHandlerOptions<P> | undefined,
    run: HandlerRun,
  ): () => void {
    const patterns: readonly string[] = typeof pattern === 'string' ? [pattern] : pattern;
    const binding = this.registry.bind(patterns, (options ?? {}) as WhatsAppEventHandlerOptions);
    const handler: HandlerRecord = { id: `listener#${++this.listeners}`, patterns, bindings: [binding], run };
    this.registry.add([handler]);
    return () => this.registry.remove(handler);
  }
}
