import type { ApplicationConfig, ContextId } from '@nestjs/core';
import type { HandlerMethod } from '../handlers/handler-method';
import { HandlerPipeline } from '../handlers/handler-pipeline';
import type { Envelope } from './envelope.interface';
import { WHATSAPP_CONTEXT_TYPE } from './events.constants';
import { finish, isSignal, outcomeOfThrown } from './handler-outcome';
import type { EventHandlerOutcome, EventHandlerRun } from './handler-record.interface';

/** A handler of events with everything around it, and what the ways in which it may end mean to the dispatcher. */
export class EventPipeline {
  private readonly pipeline: HandlerPipeline<Envelope>;
  /** What guards refused with: no other `ForbiddenException` means that the handler did not run. */
  private readonly denials = new WeakSet<object>();

  constructor(handler: HandlerMethod, config: ApplicationConfig) {
    this.pipeline = new HandlerPipeline(handler, {
      contextType: WHATSAPP_CONTEXT_TYPE,
      config,
      // An interceptor may drop the result; that is no failure.
      mayBeEmpty: true,
      settle: (error, filter) => this.settle(error, filter),
      onRefusal: (error) => void this.denials.add(error),
    });
  }

  /** Runs the method of an instance. */
  bind(instance: object, contextId?: ContextId): EventHandlerRun {
    const call = this.pipeline.bind(instance, contextId);
    return async (event) => {
      try {
        return await finish(await call(event));
      } catch (error) {
        return this.outcomeOf(error);
      }
    };
  }

  private outcomeOf(error: unknown): EventHandlerOutcome {
    return this.isDenial(error) ? 'filtered' : outcomeOfThrown(error);
  }

  /** A handler of events has no caller to answer: what a filter returns is dropped. */
  private async settle(error: unknown, filter: () => Promise<unknown>): Promise<void> {
    if (isSignal(error)) throw error;
    await filter();
    if (this.isDenial(error)) throw error;
  }

  private isDenial(error: unknown): boolean {
    return typeof error === 'object' && error !== null && this.denials.has(error);
  }
}
