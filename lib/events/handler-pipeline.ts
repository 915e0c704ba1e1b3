import type { ArgumentsHost, CanActivate } from '@nestjs/common';
import { ForbiddenException } from '@nestjs/common';
import type { ApplicationConfig, ContextId } from '@nestjs/core';
import { ExternalContextCreator } from '@nestjs/core';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Envelope } from './envelope.interface';
import { WHATSAPP_CONTEXT_TYPE } from './events.constants';
import { isSignal } from './handler-outcome';
import type { ClassRef, HandlerMethod, NestModule } from './nest-metadata';
import { classOf, parametersOf } from './nest-metadata';

type Container = Parameters<typeof ExternalContextCreator.fromContainer>[0];
type Guarded = (args: unknown[]) => Promise<void>;

/** The one part of Nest's creator that has no public seam; the same in Nest 10, 11 and 12. */
interface FilterSeam {
  filtersContextCreator: {
    create(...args: unknown[]): { readonly filters: readonly DeclaredFilter[] } | EventFilters;
  };
}
interface DeclaredFilter {
  readonly func: (error: unknown, host: ArgumentsHost) => unknown;
  readonly exceptionMetatypes: readonly ClassRef[];
}
interface EventFilters {
  next(error: unknown, host: ArgumentsHost): Promise<void>;
}

const PARAMETERS_METADATA = 'whatsapp:event-parameters';
/** Outside of the range that Nest uses for the parameter decorators of HTTP. */
const EVENT_PARAMETER = -1;
const EVENT_PARAMETER_FACTORY = {
  exchangeKeyForValue: (type: number, _data: unknown, args: readonly unknown[]): unknown =>
    type === EVENT_PARAMETER ? args[0] : undefined,
};

/**
 * Puts Nest's guards, interceptors, pipes and exception filters around one method. Nest's own
 * `ExternalContextCreator` does the work, in a view of the container that holds the handler's module only: Nest finds
 * enhancers through the module that provides a class, which fails for controllers and for classes under other tokens,
 * and then leaves guards out without a word.
 */
export class HandlerPipeline {
  private readonly creator: ExternalContextCreator;
  /** What guards refused with: no other `ForbiddenException` means that the handler did not run. */
  private readonly denials = new WeakSet<object>();

  constructor(
    private readonly handler: HandlerMethod,
    config: ApplicationConfig,
  ) {
    const module = Object.create(handler.wrapper.host!, {
      hasProvider: { value: () => true },
    }) as NestModule;
    const modules = new Map([['host', module]]);
    this.creator = ExternalContextCreator.fromContainer({
      getModules: () => modules,
      applicationConfig: config,
    } as unknown as Container);
    this.describeParameters();
    this.markDenials();
    this.takeOverFilters();
    // An interceptor may drop the result; that is no failure.
    this.creator.transformToResult = (result: unknown) =>
      isObservable(result) ? lastValueFrom(result, { defaultValue: undefined }) : Promise.resolve(result);
  }

  /** The method of an instance, with everything around it. */
  create(instance: object, contextId?: ContextId): (event: Envelope) => Promise<unknown> {
    const { method, wrapper } = this.handler;
    return this.creator.create(
      instance,
      (instance as Record<string, (...args: unknown[]) => unknown>)[method]!,
      method,
      PARAMETERS_METADATA,
      EVENT_PARAMETER_FACTORY,
      contextId,
      wrapper.id,
      { guards: true, interceptors: true, filters: true },
      WHATSAPP_CONTEXT_TYPE,
    ) as (event: Envelope) => Promise<unknown>;
  }

  /** True when this is what a guard refused the event with. */
  isDenial(error: unknown): boolean {
    return typeof error === 'object' && error !== null && this.denials.has(error);
  }

  /** The first parameter is the event unless it is decorated, so that the pipes of class and method see it too. */
  private describeParameters(): void {
    const declared = parametersOf(this.handler);
    const first = Object.values(declared).some(({ index }) => index === 0)
      ? {}
      : { [`${EVENT_PARAMETER}:0`]: { index: 0, data: undefined, pipes: [] } };
    Reflect.defineMetadata(
      PARAMETERS_METADATA,
      { ...declared, ...first },
      classOf(this.handler),
      this.handler.method,
    );
  }

  private markDenials(): void {
    const createGuardsFn = this.creator.createGuardsFn.bind(this.creator);
    this.creator.createGuardsFn = (guards: CanActivate[], instance, callback, type) => {
      const activate = createGuardsFn(guards, instance, callback, type) as Guarded | null;
      if (!activate) return null;
      return async (args: unknown[]): Promise<void> => {
        try {
          await activate(args);
        } catch (error) {
          if (error instanceof ForbiddenException) this.denials.add(error);
          throw error;
        }
      };
    };
  }

  /**
   * Nest's external handler logs the whole error, message included, and takes a filter that returns nothing for one that
   * did not handle it; neither suits a handler that has no caller to answer.
   */
  private takeOverFilters(): void {
    const seam = this.creator as unknown as FilterSeam;
    const original = seam.filtersContextCreator;
    const create = original.create.bind(original);
    seam.filtersContextCreator = {
      create: (...args) => {
        const { filters } = create(...args) as { filters: readonly DeclaredFilter[] };
        return { next: (error, host) => this.filter(filters, error, host) };
      },
    };
  }

  private async filter(
    filters: readonly DeclaredFilter[],
    error: unknown,
    host: ArgumentsHost,
  ): Promise<void> {
    if (isSignal(error)) throw error;
    const match = filters.find(
      ({ exceptionMetatypes: types }) => types.length === 0 || types.some((type) => error instanceof type),
    );
    if (!match) throw error;
    const result = await match.func(error, host);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    if (this.isDenial(error)) throw error;
  }
}
