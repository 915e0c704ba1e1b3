import type { OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WhatsAppError } from '../errors/whatsapp.error';
import type { DispatchReport, EventDispatch, HandlerFailure } from './dispatch.interface';
import type { Envelope } from './envelope.interface';
import { EventHandlersRegistry } from './event-handlers.registry';
import { EventInvoker } from './event-invoker.service';
import { EventLog } from './event-log.service';
import type { ChainLink, EventHandlerOutcome } from './handler-record.interface';

/** Takes an event down the chain of its handlers. */
@Injectable()
export class EventDispatcher implements EventDispatch, OnApplicationBootstrap {
  private readonly firstOnly: boolean;

  constructor(
    private readonly registry: EventHandlersRegistry,
    private readonly log: EventLog,
    private readonly moduleRef: ModuleRef,
    private invoker: EventInvoker,
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
  ) {
    this.firstOnly = options.handling === 'first';
  }

  /** An invoker that the application provides, in whatever module, takes the default's place. */
  onApplicationBootstrap(): void {
    const invokers = this.moduleRef.get<EventInvoker>(EventInvoker, {
      strict: false,
      each: true,
    });
    this.invoker = invokers.find((invoker) => invoker.constructor !== EventInvoker) ?? this.invoker;
  }

  /** @inheritdoc */
  async dispatch(event: Envelope, settledBefore?: ReadonlySet<string>): Promise<DispatchReport> {
    const chain = this.registry.chainFor(event.name);
    if (chain.length === 0) this.log.unhandled(event);
    const settled: string[] = [];
    const failures: HandlerFailure[] = [];
    for (const [position, link] of chain.entries()) {
      const { id } = link.handler;
      if (settledBefore?.has(id)) continue;
      let outcome: EventHandlerOutcome;
      try {
        outcome = await this.pass(link, event);
      } catch (error) {
        failures.push({ handler: id, error });
        this.log.failure(id, event, error);
        // Whether a later handler is due is known only when this one has completed.
        if (this.firstOnly) break;
        continue;
      }
      settled.push(id);
      if (outcome === 'stop' || (this.firstOnly && outcome === 'completed')) {
        const rest = chain.slice(position + 1).map(({ handler }) => handler.id);
        settled.push(...rest.filter((later) => !settledBefore?.has(later)));
        break;
      }
    }
    return { settled, failures };
  }

  /** @inheritdoc */
  async dispatchTo(handlerId: string, event: Envelope): Promise<void> {
    const chain = this.registry.chainFor(event.name);
    const link = chain.find(({ handler }) => handler.id === handlerId);
    if (!link) {
      throw new WhatsAppError(
        `No handler ${handlerId} for ${event.name}; its handlers: ${chain.map(({ handler }) => handler.id).join(', ') || 'none'}.`,
      );
    }
    await this.run(link, event);
  }

  private async pass(link: ChainLink, event: Envelope): Promise<EventHandlerOutcome> {
    if (link.accepts && !link.accepts(event)) return 'filtered';
    const outcome = await this.run(link, event);
    if (outcome === 'filtered') this.log.denied(link.handler.id, event);
    return outcome;
  }

  private run({ handler }: ChainLink, event: Envelope): Promise<EventHandlerOutcome> {
    return this.invoker.invoke(handler, event, handler.run);
  }
}
