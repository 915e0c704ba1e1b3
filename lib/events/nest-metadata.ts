import 'reflect-metadata';
import type { DiscoveryService } from '@nestjs/core';

/** Nest's record of a provider or controller. */
export type InstanceWrapper = ReturnType<DiscoveryService['getProviders']>[number];

/** Nest's record of a module. */
export type NestModule = NonNullable<InstanceWrapper['host']>;

/** A class, as Nest keeps it in metadata. */
export type ClassRef = abstract new (...args: never[]) => unknown;

/** A decorated method of a provider or controller. */
export interface HandlerMethod {
  readonly id: string;
  readonly wrapper: InstanceWrapper;
  readonly prototype: object;
  readonly method: string;
}

// Nest exports these keys from no package root; they are the same in Nest 10, 11 and 12.
const ROUTE_ARGS = '__routeArguments__';
/** Kind of enhancer: its metadata key and the method that makes a class one. */
const ENHANCERS = {
  __guards__: 'canActivate',
  __interceptors__: 'intercept',
  __pipes__: 'transform',
  __exceptionFilters__: 'catch',
} as const;

/** An enhancer as it was declared. */
export interface Enhancer {
  /** The class, or an instance. */
  readonly enhancer: unknown;
  /** Name of the method that does the work. */
  readonly means: string;
}

/** What the parameter decorators left of one parameter. */
export interface ParameterMetadata {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes: readonly unknown[];
}

/** The class whose prototype holds the method, or inherits it. */
export function classOf({ prototype }: HandlerMethod): ClassRef {
  return prototype.constructor as unknown as ClassRef;
}

/** The decorated parameters of a method. */
export function parametersOf(handler: HandlerMethod): Readonly<Record<string, ParameterMetadata>> {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS, classOf(handler), handler.method);
  return (parameters ?? {}) as Record<string, ParameterMetadata>;
}

/** Guards, interceptors, pipes and filters of the class, the method and its parameters. */
export function enhancersOf(handler: HandlerMethod): readonly Enhancer[] {
  const targets = [classOf(handler), (handler.prototype as Record<string, object>)[handler.method]!];
  const declared = Object.entries(ENHANCERS).flatMap(([key, means]) =>
    targets.flatMap((target) =>
      ((Reflect.getMetadata(key, target) ?? []) as unknown[]).map((enhancer) => ({ enhancer, means })),
    ),
  );
  const pipes = Object.values(parametersOf(handler)).flatMap((parameter) =>
    parameter.pipes.map((enhancer) => ({ enhancer, means: ENHANCERS.__pipes__ })),
  );
  return [...declared, ...pipes];
}
