import type { OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import type { MaybePromise } from '../config/maybe-promise';
import { attempt, isPromise, whenDone } from '../config/maybe-promise';
import { WhatsAppError } from '../errors/whatsapp.error';
import type { DispatchReport, EventDispatch, HandlerFailure } from './dispatch.interface';
import type { Envelope } from './envelope.interface';
import { EventHandlersRegistry } from './event-handlers.registry';
import { EventInvoker } from './event-invoker.service';
import { EventLog } from './event-log.service';
import type { ChainLink, EventHandlerOutcome } from './handler-record.interface';

/** One way down the chain of an event. */
interface Pass {
  readonly event: Envelope;
  readonly chain: readonly ChainLink[];
  readonly before: ReadonlySet<string> | undefined;
  readonly settled: string[];
  readonly failures: HandlerFailure[];
}

/** Takes an event down the chain of its handlers. */
@Injectable()
export class EventDispatcher implements EventDispatch, OnApplicationBootstrap {
  private readonly firstOnly: boolean;
  /** The application's own, if it provides one. */
  private invoker: EventInvoker | undefined;

  constructor(
    private readonly registry: EventHandlersRegistry,
    private readonly log: EventLog,
    private readonly moduleRef: ModuleRef,
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
    this.invoker = invokers.find((invoker) => invoker.constructor !== EventInvoker);
  }

  /** @inheritdoc */
  dispatch(event: Envelope, before?: ReadonlySet<string>): MaybePromise<DispatchReport> {
    const chain = this.registry.chainFor(event.name);
    if (chain.length === 0) this.log.unhandled(event);
    return this.walk({ event, chain, before, settled: [], failures: [] }, 0);
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

  /** Runs the handlers from a position on, and leaves the stack only where one of them waits for something. */
  private walk(pass: Pass, from: number): MaybePromise<DispatchReport> {
    for (let position = from; position < pass.chain.length; position++) {
      const link = pass.chain[position]!;
      if (pass.before?.has(link.handler.id)) continue;
      const outcome = attempt(
        () => this.pass(link, pass.event),
        (error) => this.fail(link, pass, error),
      );
      if (isPromise(outcome)) {
        return outcome.then((late) =>
          this.goesOn(pass, position, late) ? this.walk(pass, position + 1) : reportOf(pass),
        );
      }
      if (!this.goesOn(pass, position, outcome)) break;
    }
    return reportOf(pass);
  }

  /** Notes an outcome. False when it ends the chain. */
  private goesOn(pass: Pass, position: number, outcome: EventHandlerOutcome | 'failed'): boolean {
    // Under `first`, whether a later handler is due is known only when this one has completed.
    if (outcome === 'failed') return !this.firstOnly;
    const { chain, before, settled } = pass;
    settled.push(chain[position]!.handler.id);
    if (outcome !== 'stop' && !(this.firstOnly && outcome === 'completed')) return true;
    const rest = chain.slice(position + 1).map(({ handler }) => handler.id);
    settled.push(...rest.filter((later) => !before?.has(later)));
    return false;
  }

  private fail({ handler }: ChainLink, { event, failures }: Pass, error: unknown): 'failed' {
    failures.push({ handler: handler.id, error });
    this.log.failure(handler.id, event, error);
    return 'failed';
  }

  private pass(link: ChainLink, event: Envelope): MaybePromise<EventHandlerOutcome> {
    if (link.accepts && !link.accepts(event)) return 'filtered';
    return whenDone(this.run(link, event), (outcome) => {
      if (outcome === 'filtered') this.log.denied(link.handler.id, event);
      return outcome;
    });
  }

  private run({ handler }: ChainLink, event: Envelope): MaybePromise<EventHandlerOutcome> {
    const { invoker } = this;
    return invoker ? invoker.invoke(handler, event, async (given) => handler.run(given)) : handler.run(event);
  }
}

function reportOf({ settled, failures }: Pass): DispatchReport {
  return { settled, failures };
}
