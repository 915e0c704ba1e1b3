import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { WhatsAppConfigurationError } from '../../errors/configuration.error';
import {
  FLOW_ENDPOINT_OPTIONS,
  FLOW_ENDPOINT_REGISTRATION,
  FLOW_HANDLER_METADATA,
} from './flow-endpoint.constants';
import type { FlowEndpointOptions, FlowEndpointRegistration } from './flow-endpoint-options.interface';
import { assertEnhancersApply } from './flow-handler.enhancers';
import { runOf } from './flow-handler.pipeline';
import type { InstanceWrapper } from './flow-handler.pipeline';
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
    this.registry.set(this.hosts().flatMap((host) => this.handlersOf(host.wrapper, host.prototype)));
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

  private handlersOf(wrapper: InstanceWrapper, prototype: object): FlowHandler[] {
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const value = (prototype as Record<string, unknown>)[method];
      const filters = filtersOf(value).filter(
        ({ endpoint }) => endpoint === undefined || endpoint === this.registration.endpoint,
      );
      if (filters.length === 0) return [];
      const id = `${prototype.constructor.name}.${method}`;
      assertEnhancersApply(id, { wrapper, prototype, method });
      const run = runOf({ wrapper, prototype, method });
      return filters.map((filter) => ({ id, filter, run }));
    });
  }

  /** Everything that may hold handlers, each instance once. */
  private hosts(): { wrapper: InstanceWrapper; prototype: object }[] {
    const seen = new Set<unknown>();
    const wrappers = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    // A factory may return what Nest constructed elsewhere: enhancers are known where it was constructed.
    wrappers.sort((a, b) => Number(a.isNotMetatype) - Number(b.isNotMetatype));
    return wrappers.flatMap((wrapper) => {
      if (wrapper.isAlias || !wrapper.host) return [];
      const perUse = wrapper.isTransient || !wrapper.isDependencyTreeStatic();
      const instance: unknown = wrapper.instance;
      const prototype: unknown = perUse
        ? (wrapper.metatype as { prototype?: unknown } | null)?.prototype
        : typeof instance === 'object' && instance !== null && Object.getPrototypeOf(instance);
      const identity = perUse ? wrapper.metatype : instance;
      if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return [];
      if (seen.has(identity)) return [];
      seen.add(identity);
      return [{ wrapper, prototype }];
    });
  }
}

function filtersOf(method: unknown): readonly FlowRequestFilter[] {
  if (typeof method !== 'function') return [];
  return (Reflect.getMetadata(FLOW_HANDLER_METADATA, method) ?? []) as FlowRequestFilter[];
}
