import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { findHandlers, naming } from '../handlers/handler-discovery';
import type { HandlerMethod } from '../handlers/handler-method';
import { EventHandlersRegistry } from './event-handlers.registry';
import { EventMetadataAccessor } from './event-metadata.accessor';
import type { HandlerRecord } from './handler-record.interface';
import { HandlerRunFactory } from './handler-run.factory';
import { renderHandlerTable } from './handler-table';

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
    const isHandler = (method: unknown): boolean => this.accessor.read(method).length > 0;
    return findHandlers(this.discovery, this.scanner, isHandler).map((handler) =>
      this.record({ ...handler, id: idOf(handler.id) }),
    );
  }

  private record(handler: HandlerMethod): HandlerRecord {
    const declarations = this.accessor.read((handler.prototype as Record<string, unknown>)[handler.method]);
    return naming('@OnWhatsAppEvent', handler, () => {
      const bindings = declarations.map(({ patterns, options }) => this.registry.bind(patterns, options));
      const patterns = declarations.flatMap((declaration) => declaration.patterns);
      return { id: handler.id, patterns, bindings, run: this.runs.ofMethod(handler) };
    });
  }
}
