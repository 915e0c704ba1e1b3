import 'reflect-metadata';
import type { HandlerMethod } from './handler-method';
import { classOf } from './handler-method';

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

/** The decorated parameters of a method. */
export function parametersOf(handler: HandlerMethod): Readonly<Record<string, ParameterMetadata>> {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS, classOf(handler), handler.method);
  return (parameters ?? {}) as Record<string, ParameterMetadata>;
}

/** Guards, interceptors, pipes and filters of the class and the method. */
export function enhancersOf(handler: HandlerMethod): readonly Enhancer[] {
  const targets = [classOf(handler), (handler.prototype as Record<string, object>)[handler.method]!];
  return Object.entries(ENHANCERS).flatMap(([key, means]) =>
    targets.flatMap((target) =>
      ((Reflect.getMetadata(key, target) ?? []) as unknown[]).map((enhancer) => ({ enhancer, means })),
    ),
  );
}

/** Pipes of the decorated parameters. */
export function parameterPipesOf(handler: HandlerMethod): readonly Enhancer[] {
  return Object.values(parametersOf(handler)).flatMap(({ pipes }) =>
    pipes.map((enhancer) => ({ enhancer, means: ENHANCERS.__pipes__ })),
  );
}
