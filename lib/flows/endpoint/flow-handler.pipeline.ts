import type { ArgumentsHost } from '@nestjs/common';
import type { ContextId, DiscoveryService } from '@nestjs/core';
import { ApplicationConfig, ContextIdFactory, ExternalContextCreator, ModuleRef } from '@nestjs/core';
import { isObservable, lastValueFrom } from 'rxjs';
import { FLOW_CONTEXT_TYPE } from './flow-endpoint.constants';
import type { FlowAnswer, FlowRequest } from './flow-request';

/** Nest's record of a provider or controller. */
export type InstanceWrapper = ReturnType<DiscoveryService['getProviders']>[number];

type NestModule = NonNullable<InstanceWrapper['host']>;
type Container = Parameters<typeof ExternalContextCreator.fromContainer>[0];
type Run = (request: FlowRequest) => Promise<FlowAnswer>;

interface DeclaredFilter {
  readonly func: (error: unknown, host: ArgumentsHost) => unknown;
  readonly exceptionMetatypes: readonly (abstract new (...args: never[]) => unknown)[];
}
/** The part of Nest's creator that has no public seam; the same in Nest 10, 11 and 12. */
interface FilterSeam {
  filtersContextCreator: { create(...args: unknown[]): unknown };
}

const ROUTE_ARGS = '__routeArguments__';
const PARAMETERS_METADATA = 'whatsapp:flow-parameters';
/** Outside of the range that Nest uses for the parameter decorators of HTTP. */
const REQUEST_PARAMETER = -1;
const PARAMETER_FACTORY = {
  exchangeKeyForValue: (type: number, _data: unknown, args: readonly unknown[]): unknown =>
    type === REQUEST_PARAMETER ? args[0] : undefined,
};

/** A decorated method of a provider or controller. */
export interface FlowHandlerMethod {
  readonly wrapper: InstanceWrapper;
  readonly prototype: object;
  readonly method: string;
}

/**
 * Makes the function that runs a handler, with the guards, interceptors, pipes and filters of its class and method
 * around it. Nest's `ExternalContextCreator` does the work, in a view of the container that holds the handler's module
 * only, and without the application's global enhancers, which are made for its own HTTP requests.
 */
export function runOf(handler: FlowHandlerMethod): Run {
  const { wrapper } = handler;
  const creator = creatorFor(handler);
  if (!wrapper.isTransient && wrapper.isDependencyTreeStatic()) {
    return create(creator, handler, wrapper.instance as object);
  }
  const moduleRef = (wrapper.host as NestModule).getProviderByKey<ModuleRef>(ModuleRef).instance;
  return async (request) => {
    const contextId = ContextIdFactory.create();
    moduleRef.registerRequestByContextId(request, contextId);
    const instance = await moduleRef.resolve<object>(wrapper.token as string, contextId, { strict: true });
    return create(creator, handler, instance, contextId)(request);
  };
}

function create(
  creator: ExternalContextCreator,
  { wrapper, method }: FlowHandlerMethod,
  instance: object,
  contextId?: ContextId,
): Run {
  return creator.create(
    instance,
    (instance as Record<string, (...args: unknown[]) => unknown>)[method] as (...args: unknown[]) => unknown,
    method,
    PARAMETERS_METADATA,
    PARAMETER_FACTORY,
    contextId,
    wrapper.id,
    { guards: true, interceptors: true, filters: true },
    FLOW_CONTEXT_TYPE,
  ) as Run;
}

function creatorFor(handler: FlowHandlerMethod): ExternalContextCreator {
  const module = Object.create(handler.wrapper.host as object, {
    hasProvider: { value: () => true },
  }) as NestModule;
  const modules = new Map([['host', module]]);
  const container = { getModules: () => modules, applicationConfig: new ApplicationConfig() };
  const creator = ExternalContextCreator.fromContainer(container as unknown as Container);
  describeParameters(handler);
  takeOverFilters(creator);
  return creator;
}

/** The first parameter is the request unless it is decorated, so that the pipes of class and method see it too. */
function describeParameters({ prototype, method }: FlowHandlerMethod): void {
  const owner = prototype.constructor;
  const declared = (Reflect.getMetadata(ROUTE_ARGS, owner, method) ?? {}) as Record<
    string,
    { index: number }
  >;
  const first = Object.values(declared).some(({ index }) => index === 0)
    ? {}
    : { [`${REQUEST_PARAMETER}:0`]: { index: 0, data: undefined, pipes: [] } };
  Reflect.defineMetadata(PARAMETERS_METADATA, { ...declared, ...first }, owner, method);
}

/** What a filter returns is the answer. Nest's own handler would log the whole error, message included. */
function takeOverFilters(creator: ExternalContextCreator): void {
  const seam = creator as unknown as FilterSeam;
  const { filtersContextCreator: original } = seam;
  const declare = original.create.bind(original);
  seam.filtersContextCreator = {
    create: (...args) => {
      const { filters } = declare(...args) as { filters: readonly DeclaredFilter[] };
      return { next: (error: unknown, host: ArgumentsHost) => filter(filters, error, host) };
    },
  };
}

async function filter(
  filters: readonly DeclaredFilter[],
  error: unknown,
  host: ArgumentsHost,
): Promise<unknown> {
  const match = filters.find(
    ({ exceptionMetatypes: types }) => types.length === 0 || types.some((type) => error instanceof type),
  );
  if (!match) throw error;
  const result = await match.func(error, host);
  return isObservable(result) ? lastValueFrom(result, { defaultValue: undefined }) : result;
}
