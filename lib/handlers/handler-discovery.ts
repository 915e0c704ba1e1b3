import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { HandlerMethod, InstanceWrapper } from './handler-method';
import { isMadePerUse } from './handler-method';

type Host = Pick<HandlerMethod, 'wrapper' | 'prototype'>;

/** The methods of providers and controllers of all modules that `isHandler` takes, those of each instance once. */
export function findHandlers(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  isHandler: (method: unknown) => boolean,
): HandlerMethod[] {
  return hostsOf(discovery).flatMap(({ wrapper, prototype }) =>
    scanner
      .getAllMethodNames(prototype)
      .filter((method) => isHandler((prototype as Record<string, unknown>)[method]))
      .map((method) => ({ id: `${nameOf(prototype)}.${method}`, wrapper, prototype, method })),
  );
}

/** Runs a step of the boot; what is wrong with the configuration of the handler is told with the handler's name. */
export function naming<T>(decorator: string, { id }: HandlerMethod, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof WhatsAppConfigurationError)) throw error;
    throw new WhatsAppConfigurationError(`${decorator} on ${id}: ${error.message}`);
  }
}

/** Everything that may hold handlers, each instance once. */
function hostsOf(discovery: DiscoveryService): Host[] {
  const wrappers = [...discovery.getProviders(), ...discovery.getControllers()];
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

function isConstructed(wrapper: InstanceWrapper): boolean {
  return !wrapper.isAlias && !wrapper.isNotMetatype && !isMadePerUse(wrapper);
}

function isScannable(prototype: unknown): prototype is object {
  return typeof prototype === 'object' && prototype !== null && prototype !== Object.prototype;
}

function nameOf(prototype: object): string {
  return prototype.constructor.name || 'anonymous';
}
