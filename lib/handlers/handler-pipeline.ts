import type { CanActivate } from '@nestjs/common';
import { ForbiddenException } from '@nestjs/common';
import type { ContextId } from '@nestjs/core';
import { ExternalContextCreator } from '@nestjs/core';
import { takeOverFilters } from './filter-chain';
import type { HandlerMethod, NestModule } from './handler-method';
import { classOf } from './handler-method';
import type { HandlerTraits } from './handler-traits.interface';
import { lastValue } from './last-value';
import { parametersOf } from './nest-metadata';

type Container = Parameters<typeof ExternalContextCreator.fromContainer>[0];
type Guarded = (args: unknown[]) => Promise<void>;

const PARAMETERS_METADATA = 'whatsapp:handler-parameters';
/** Outside of the range that Nest uses for the parameter decorators of HTTP. */
const INPUT_PARAMETER = -1;
const PARAMETER_FACTORY = {
  exchangeKeyForValue: (type: number, _data: unknown, args: readonly unknown[]): unknown =>
    type === INPUT_PARAMETER ? args[0] : undefined,
};

/**
 * Puts Nest's guards, interceptors, pipes and exception filters around one method. Nest's own
 * `ExternalContextCreator` does the work, in a view of the container that holds the handler's module only: Nest finds
 * enhancers through the module that provides a class, which fails for controllers and for classes under other tokens,
 * and then leaves guards out without a word.
 */
export class HandlerPipeline<T extends object> {
  private readonly creator: ExternalContextCreator;

  constructor(
    private readonly handler: HandlerMethod,
    private readonly traits: HandlerTraits,
  ) {
    const module = Object.create(handler.wrapper.host!, {
      hasProvider: { value: () => true },
    }) as NestModule;
    const modules = new Map([['host', module]]);
    this.creator = ExternalContextCreator.fromContainer({
      getModules: () => modules,
      applicationConfig: traits.config,
    } as unknown as Container);
    describeParameters(handler);
    takeOverFilters(this.creator, traits.settle);
    if (traits.onRefusal) this.watchGuards(traits.onRefusal);
    if (traits.mayBeEmpty) this.creator.transformToResult = lastValue;
  }

  /** The method of an instance, with everything around it. */
  bind(instance: object, contextId?: ContextId): (input: T) => Promise<unknown> {
    const { method, wrapper } = this.handler;
    return this.creator.create(
      instance,
      (instance as Record<string, (...args: unknown[]) => unknown>)[method]!,
      method,
      PARAMETERS_METADATA,
      PARAMETER_FACTORY,
      contextId,
      wrapper.id,
      { guards: true, interceptors: true, filters: true },
      this.traits.contextType,
    ) as (input: T) => Promise<unknown>;
  }

  private watchGuards(onRefusal: (error: ForbiddenException) => void): void {
    const createGuardsFn = this.creator.createGuardsFn.bind(this.creator);
    this.creator.createGuardsFn = (guards: CanActivate[], instance, callback, type) => {
      const activate = createGuardsFn(guards, instance, callback, type) as Guarded | null;
      if (!activate) return null;
      return async (args: unknown[]): Promise<void> => {
        try {
          await activate(args);
        } catch (error) {
          if (error instanceof ForbiddenException) onRefusal(error);
          throw error;
        }
      };
    };
  }
}

/** The first parameter is the input unless it is decorated, so that the pipes of class and method see it too. */
function describeParameters(handler: HandlerMethod): void {
  const declared = parametersOf(handler);
  const first = Object.values(declared).some(({ index }) => index === 0)
    ? {}
    : { [`${INPUT_PARAMETER}:0`]: { index: 0, data: undefined, pipes: [] } };
  Reflect.defineMetadata(PARAMETERS_METADATA, { ...declared, ...first }, classOf(handler), handler.method);
}
