import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { SetMetadata } from '@nestjs/common';
import { ApplicationConfig, DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { findHandlers } from '../../../lib/handlers/handler-discovery';
import type { HandlerMethod } from '../../../lib/handlers/handler-method';
import type { HandlerTraits } from '../../../lib/handlers/handler-traits.interface';

/** Stands for the decorators of events and flows. */
export const Handle = (): MethodDecorator => SetMetadata('test:handler', true);

/** Boots an application and finds what stands under `@Handle()`. */
export async function handlersIn(
  metadata: ModuleMetadata,
): Promise<{ app: INestApplicationContext; handlers: HandlerMethod[] }> {
  const app = await Test.createTestingModule({
    ...metadata,
    imports: [DiscoveryModule, ...(metadata.imports ?? [])],
  }).compile();
  await app.init();
  const handlers = findHandlers(
    app.get(DiscoveryService),
    new MetadataScanner(),
    (method) => typeof method === 'function' && Reflect.hasMetadata('test:handler', method),
  );
  return { app, handlers };
}

/** The only handler of an application. */
export async function onlyHandler(metadata: ModuleMetadata): Promise<HandlerMethod> {
  const { handlers } = await handlersIn(metadata);
  expect(handlers).toHaveLength(1);
  return handlers[0]!;
}

/** Traits under which filters answer. */
export const traits = (overrides: Partial<HandlerTraits> = {}): HandlerTraits => ({
  contextType: 'test',
  config: new ApplicationConfig(),
  mayBeEmpty: false,
  settle: (_error, filter) => filter(),
  ...overrides,
});
