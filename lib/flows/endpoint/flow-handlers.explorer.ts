import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { WhatsAppConfigurationError } from '../../errors/configuration.error';
import { assertNothingLeftOut } from '../../handlers/enhancer-check';
import { findHandlers, naming } from '../../handlers/handler-discovery';
import { isMadePerUse } from '../../handlers/handler-method';
import type { HandlerMethod, InstanceWrapper } from '../../handlers/handler-method';
import { enhancersOf, parameterPipesOf } from '../../handlers/nest-metadata';
import {
  FLOW_ENDPOINT_OPTIONS,
  FLOW_ENDPOINT_REGISTRATION,
  FLOW_HANDLER_METADATA,
} from './flow-endpoint.constants';
import type { FlowEndpointOptions, FlowEndpointRegistration } from './flow-endpoint-options.interface';
import { runOf } from './flow-handler.pipeline';
import { FlowHandlersRegistry } from './flow-handlers.registry';
import type { FlowHandler } from './flow-handlers.registry';
import type { FlowRequestFilter } from './on-flow-request.decorator';

/** Finds the methods under `@OnFlowRequest` when the application has started. */
@Injectable()
export class FlowHandlersExplorer implements OnApplicationBootstrap {
  private readonly logger = new Logger('WhatsAppFlows');

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly registry: FlowHandlersRegistry,
    @Inject(FLOW_ENDPOINT_OPTIONS) private readonly options: FlowEndpointOptions,
    @Inject(FLOW_ENDPOINT_REGISTRATION) private readonly registration: FlowEndpointRegistration,
  ) {}

  /** @throws WhatsAppConfigurationError when two handlers want the same requests, or an enhancer would not apply */
  onApplicationBootstrap(): void {
    this.registry.set(this.handlers());
    const { path } = this.registration;
    if (this.registry.size === 0) {
      this.logger.warn(
        `Flow endpoint ${path}: no handler. Put @OnFlowRequest(...) on a method of a provider.`,
      );
      return;
    }
    if (this.registry.byName && !this.options.flowOf) {
      throw new WhatsAppConfigurationError(
        '@OnFlowRequest with `name` needs the option `flowOf` of WhatsAppFlowsModule.',
      );
    }
    this.logger.log(`Flow endpoint ${path}:\n${this.registry.describe()}`);
  }

  private handlers(): FlowHandler[] {
    const isOurs = (method: unknown): boolean => this.filtersOf(method).length > 0;
    return oncePerClass(findHandlers(this.discovery, this.scanner, isOurs)).flatMap((handler) => {
      const { id, prototype, method } = handler;
      const run = naming('@OnFlowRequest', handler, () => {
        assertNothingLeftOut(handler, [...enhancersOf(handler), ...parameterPipesOf(handler)]);
        return runOf(handler);
      });
      const filters = this.filtersOf((prototype as Record<string, unknown>)[method]);
      return filters.map((filter) => ({ id, filter, run }));
    });
  }

  /** What stands on a method for this endpoint. */
  private filtersOf(method: unknown): readonly FlowRequestFilter[] {
    if (typeof method !== 'function') return [];
    const all = (Reflect.getMetadata(FLOW_HANDLER_METADATA, method) ?? []) as FlowRequestFilter[];
    return all.filter(({ endpoint }) => endpoint === undefined || endpoint === this.registration.endpoint);
  }
}

/** A class that is made for each request answers once, in however many modules it stands. */
function oncePerClass(handlers: readonly HandlerMethod[]): HandlerMethod[] {
  const first = new Map<object, InstanceWrapper>();
  return handlers.filter(({ wrapper, prototype }) => {
    if (!isMadePerUse(wrapper)) return true;
    if (!first.has(prototype)) first.set(prototype, wrapper);
    return first.get(prototype) === wrapper;
  });
}
