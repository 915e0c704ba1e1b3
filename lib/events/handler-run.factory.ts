import { Inject, Injectable } from '@nestjs/common';
import type { ContextId } from '@nestjs/core';
import { ApplicationConfig, ContextIdFactory } from '@nestjs/core';
import { attempt, whenDone } from '../config/maybe-promise';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { assertNothingLeftOut } from '../handlers/enhancer-check';
import { HandlerContexts } from '../handlers/handler-contexts';
import type { HandlerMethod } from '../handlers/handler-method';
import { isMadePerUse } from '../handlers/handler-method';
import { inScope } from '../handlers/handler-scope';
import { enhancersOf, parameterPipesOf, parametersOf } from '../handlers/nest-metadata';
import type { Envelope } from './envelope.interface';
import { EventPipeline } from './event-pipeline';
import { finish, outcomeOfThrown } from './handler-outcome';
import type { HandlerRun } from './handler-record.interface';

/** Makes the function that runs a handler, as direct as its scope and its enhancers allow. */
@Injectable()
export class HandlerRunFactory {
  private readonly contexts = new HandlerContexts<Envelope>(createContextId);
  private readonly withGlobals: boolean;
  private readonly config: ApplicationConfig;

  constructor(
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
    const enhancers = [...enhancersOf(handler), ...parameterPipesOf(handler)];
    assertNothingLeftOut(handler, enhancers);
    this.assertGlobalsApply();

    const { wrapper, method } = handler;
    const isPlain = enhancers.length === 0 && Object.keys(parametersOf(handler)).length === 0;
    if (isPlain && !this.withGlobals && !isMadePerUse(wrapper)) {
      const instance = wrapper.instance as Record<string, (event: Envelope) => unknown>;
      return this.ofListener((event) => instance[method]!(event));
    }
    const pipeline = new EventPipeline(handler, this.config);
    return inScope(handler, this.contexts, (instance, contextId) => pipeline.bind(instance, contextId));
  }

  private assertGlobalsApply(): void {
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
