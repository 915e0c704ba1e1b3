import type { DiscoveryService } from '@nestjs/core';

/** Nest's record of a provider or controller. */
export type InstanceWrapper = ReturnType<DiscoveryService['getProviders']>[number];

/** Nest's record of a module. */
export type NestModule = NonNullable<InstanceWrapper['host']>;

/** A class, as Nest keeps it in metadata. */
export type ClassRef = abstract new (...args: never[]) => unknown;

/** A decorated method of a provider or controller. */
export interface HandlerMethod {
  /** `Class.method`: its name in logs and errors. */
  readonly id: string;
  readonly wrapper: InstanceWrapper;
  readonly prototype: object;
  readonly method: string;
}

/** The class whose prototype holds the method, or inherits it. */
export function classOf({ prototype }: HandlerMethod): ClassRef {
  return prototype.constructor as unknown as ClassRef;
}

/** True when there is no one instance: the class, one of its dependencies or of its enhancers has a scope. */
export function isMadePerUse(wrapper: InstanceWrapper): boolean {
  return wrapper.isTransient || !wrapper.isDependencyTreeStatic();
}
