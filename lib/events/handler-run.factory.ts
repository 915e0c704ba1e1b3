import { Inject, Injectable } from '@nestjs/common';
import type { ContextId } from '@nestjs/core';
import { ApplicationConfig, ContextIdFactory, ModuleRef } from '@nestjs/core';
import { attempt, whenDone } from '../config/maybe-promise';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { Envelope } from './envelope.interface';
import { finish, outcomeOfThrown } from './handler-outcome';
import { HandlerPipeline } from './handler-pipeline';
import type { EventHandlerOutcome, HandlerRun } from './handler-record.interface';
import type { HandlerMethod } from './nest-metadata';
import { enhancersOf, parametersOf } from './nest-metadata';

/** Makes the function that runs a handler, as direct as its scope and its enhancers allow. */
@Injectable()
export class HandlerRunFactory {
  /** One context of request-scoped providers for each event, whatever the number of handlers and passes. */
  private readonly contexts = new WeakMap<Envelope, ContextId>();
  private readonly withGlobals: boolean;
  private readonly config: ApplicationConfig;

  constructor(
    private readonly moduleRef: ModuleRef,
    applicationConfig: ApplicationConfig,
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
  ) {
    this.withGlobals = options.enhancers === 'all';
    this.config = this.withGlobals ? applicationConfig : new ApplicationConfig();
  }

  /** For a function that no class holds. */
  ofListener(listener: (event: Envelope) => unknown): HandlerRun {
    return (event) => attempt(() => whenDone(listener(event), finish), outcomeOfThrown);
  }

  /** @throws WhatsAppConfigurationError when Nest would leave out an enhancer of the method */
  ofMethod(handler: HandlerMethod): HandlerRun {
    this.assertNothingLeftOut(handler);
    const { wrapper, method } = handler;
    if (wrapper.isTransient || !wrapper.isDependencyTreeStatic()) return this.perEvent(handler);

    const instance = wrapper.instance as Record<string, (event: Envelope) => unknown>;
    const isPlain = enhancersOf(handler).length === 0 && Object.keys(parametersOf(handler)).length === 0;
    if (isPlain && !this.withGlobals) return this.ofListener((event) => instance[method]!(event));
    const pipeline = new HandlerPipeline(handler, this.config);
    const call = pipeline.create(instance);
    return (event) => this.through(pipeline, call, event);
  }

  /** A handler whose class, or one of whose enhancers, is made for each event. */
  private perEvent(handler: HandlerMethod): HandlerRun {
    const { wrapper } = handler;
    const pipeline = new HandlerPipeline(handler, this.config);
    const moduleRef = wrapper.host!.getProviderByKey<ModuleRef>(ModuleRef).instance;
    return async (event) => {
      const contextId = this.contextOf(event);
      let instance: object;
      try {
        instance = await moduleRef.resolve<object>(wrapper.token as string, contextId, { strict: true });
      } catch (error) {
        // Nest keeps a failed construction for good, so the next pass needs a context of its own.
        this.contexts.delete(event);
        throw error;
      }
      return this.through(pipeline, pipeline.create(instance, contextId), event);
    };
  }

  private async through(
    pipeline: HandlerPipeline,
    call: (event: Envelope) => Promise<unknown>,
    event: Envelope,
  ): Promise<EventHandlerOutcome> {
    try {
      return await finish(await call(event));
    } catch (error) {
      return pipeline.isDenial(error) ? 'filtered' : outcomeOfThrown(error);
    }
  }

  private contextOf(event: Envelope): ContextId {
    const known = this.contexts.get(event);
    if (known) return known;
    const contextId = createContextId(event);
    this.moduleRef.registerRequestByContextId(event, contextId);
    this.contexts.set(event, contextId);
    return contextId;
  }

  private assertNothingLeftOut(handler: HandlerMethod): void {
    const { injectables } = handler.wrapper.host!;
    for (const { enhancer, means } of enhancersOf(handler)) {
      if (typeof enhancer !== 'function' || means in enhancer || injectables.has(enhancer)) continue;
      throw new WhatsAppConfigurationError(
        `it uses ${enhancer.name}, but Nest makes guards, interceptors, pipes and filters only for classes that it ` +
          'constructs itself. List the class of the handler among the providers, or give an instance: new ' +
          `${enhancer.name}().`,
      );
    }
    if (!this.withGlobals) return;
    const scoped = [
      ...this.config.getGlobalRequestGuards(),
      ...this.config.getGlobalRequestInterceptors(),
      ...this.config.getGlobalRequestPipes(),
      ...this.config.getGlobalRequestFilters(),
    ].map((global) => String(global.name));
    if (scoped.length === 0) return;
    throw new WhatsAppConfigurationError(
      `enhancers: 'all' takes global enhancers of default scope only, and these are request-scoped or transient: ` +
        `${scoped.join(', ')}. Put them on the handlers, or make them default-scoped.`,
    );
  }
}

/** Asks the application's durable strategy, if any; one that expects an HTTP request must not stop an event. */
function createContextId(event: Envelope): ContextId {
  try {
    return ContextIdFactory.getByRequest(event as unknown as Record<string, unknown>);
  } catch {
    return ContextIdFactory.create();
  }
}
