import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { EventHandlersRegistry } from './event-handlers.registry';
import { EventMetadataAccessor } from './event-metadata.accessor';
import type { HandlerRecord } from './handler-record.interface';
import { HandlerRunFactory } from './handler-run.factory';
import { renderHandlerTable } from './handler-table';
import type { HandlerMethod, InstanceWrapper } from './nest-metadata';

/**
 * Finds the methods under `@OnWhatsAppEvent` when the application has started, in providers and controllers of all
 * modules, and hands them to the registry.
 */
@Injectable()
export class EventHandlersExplorer implements OnApplicationBootstrap {
  private readonly logger = new Logger('WhatsAppEvents');

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly accessor: EventMetadataAccessor,
    private readonly runs: HandlerRunFactory,
    private readonly registry: EventHandlersRegistry,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = this.explore();
    this.registry.add(handlers);
    if (handlers.length > 0) this.logger.log(renderHandlerTable(handlers));
    else
      this.logger.warn(
        'No handler: updates are taken in and dropped, unless listeners are added at run time. Put ' +
          '@OnWhatsAppEvent(...) on a method of a provider, and list the provider in a module.',
      );
  }

  /** @throws WhatsAppConfigurationError when a pattern does not exist, or an enhancer of a handler would not apply */
  explore(): readonly HandlerRecord[] {
    const used = new Map<string, number>();
    const idOf = (name: string): string => {
      const count = (used.get(name) ?? 0) + 1;
      used.set(name, count);
      return count === 1 ? name : `${name}#${count}`;
    };
    return this.hosts().flatMap(({ wrapper, prototype }) =>
      this.methodsOf(prototype).map((method) =>
        this.record({ id: idOf(`${nameOf(prototype)}.${method}`), wrapper, prototype, method }),
      ),
    );
  }

  private record(handler: HandlerMethod): HandlerRecord {
    const declarations = this.accessor.read((handler.prototype as Record<string, unknown>)[handler.method]);
    try {
      const bindings = declarations.map(({ patterns, options }) => this.registry.bind(patterns, options));
      const patterns = declarations.flatMap((declaration) => declaration.patterns);
      return { id: handler.id, patterns, bindings, run: this.runs.ofMethod(handler) };
    } catch (error) {
      if (!(error instanceof WhatsAppConfigurationError)) throw error;
      throw new WhatsAppConfigurationError(`@OnWhatsAppEvent on ${handler.id}: ${error.message}`);
    }
  }

  private methodsOf(prototype: object): string[] {
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => this.accessor.read((prototype as Record<string, unknown>)[name]).length > 0);
  }

  /** Everything that may hold handlers, each instance once. */
  private hosts(): { wrapper: InstanceWrapper; prototype: object }[] {
    const wrappers = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    const constructed = new Set<unknown>(
      wrappers.filter(isConstructed).map(({ instance }) => instance as unknown),
    );
    const seen = new Set<unknown>();
    return wrappers.flatMap((wrapper) => {
      if (wrapper.isAlias || !wrapper.host) return [];
      if (isMadePerUse(wrapper)) {
        return wrapper.isNotMetatype
          ? []
          : [{ wrapper, prototype: (wrapper.metatype as { prototype: object }).prototype }];
      }
      const instance: unknown = wrapper.instance;
      if (typeof instance !== 'object' || instance === null || seen.has(instance)) return [];
      // A factory may return what Nest constructed elsewhere: enhancers are known where it was constructed.
      if (wrapper.isNotMetatype && constructed.has(instance)) return [];
      seen.add(instance);
      const prototype: unknown = Object.getPrototypeOf(instance);
      return isScannable(prototype) ? [{ wrapper, prototype }] : [];
    });
  }
}

function isMadePerUse(wrapper: InstanceWrapper): boolean {
  return wrapper.isTransient || !wrapper.isDependencyTreeStatic();
}

function isConstructed(wrapper: InstanceWrapper): boolean {
  return !wrapper.isAlias && !wrapper.isNotMetatype && !isMadePerUse(wrapper);
}

function isScannable(prototype: unknown): prototype is object {
  return typeof prototype === 'object' && prototype !== null && prototype !== Object.prototype;
}

function nameOf(prototype: object): string {
  return prototype.constructor.name || 'anonymous';
}
