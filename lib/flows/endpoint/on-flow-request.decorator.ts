import 'reflect-metadata';
import { WhatsAppConfigurationError } from '../../errors/configuration.error';
import type { FlowJson } from '../json/flow-json.interface';
import type { FlowScreenId } from '../json/types/flow-values';
import { FLOW_HANDLER_METADATA } from './flow-endpoint.constants';
import type { FlowAnswer, FlowRequest, FlowRequestAction } from './flow-request';

/** Which requests a handler takes. What is left out fits every request. */
export interface FlowRequestFilter<
  F extends FlowJson = FlowJson,
  S extends FlowScreenId<F> = FlowScreenId<F>,
  A extends FlowRequestAction = FlowRequestAction,
> {
  /** The flow, from `defineFlow`: gives the request its types, and limits it to the screens of the flow. */
  readonly flow?: F;
  /** Name of the flow, as the option `flowOf` tells it. */
  readonly name?: string;
  /** Name of the endpoint, where there are several. */
  readonly endpoint?: string;
  /** Screen or screens that ask. */
  readonly screen?: S | readonly S[];
  /** `INIT`, `data_exchange`, `BACK` or `navigate`. */
  readonly action?: A | readonly A[];
}

/** Any method, whatever its parameters. */
type AnyMethod = (...args: never[]) => unknown;

/** The handler's first parameter does not take every request that the filter lets through. */
export interface FlowHandlerParameterMismatch<Request> {
  readonly expected: Request;
}
/** The handler does not return an answer: make it with `request.show`, `request.fail` or `request.close`. */
export interface FlowHandlerResultMismatch<Result> {
  readonly result: Result;
}

type AcceptsRequest<T extends AnyMethod, Request> =
  Parameters<T> extends []
    ? unknown
    : [Request] extends [Parameters<T>[0]]
      ? unknown
      : FlowHandlerParameterMismatch<Request>;

type ReturnsAnswer<T extends AnyMethod> = [Awaited<ReturnType<T>>] extends [FlowAnswer]
  ? unknown
  : FlowHandlerResultMismatch<Awaited<ReturnType<T>>>;

/** Decorates a method that answers flow requests. */
export type FlowRequestHandlerDecorator<
  F extends FlowJson,
  S extends FlowScreenId<F>,
  A extends FlowRequestAction,
> = <T extends AnyMethod>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<T> & AcceptsRequest<T, FlowRequest<F, S, A>> & ReturnsAnswer<T>,
) => void;

/**
 * Hands requests of the flow endpoint to a method of a provider or controller, which answers with the next screen. Of
 * several handlers that fit, the one that asks for most (screen, then action) answers. The method is a normal Nest
 * handler: guards, pipes, interceptors and exception filters of class and method apply, with context type
 * `'whatsapp-flow'`. `ping` and error notifications are answered by the module.
 *
 * @throws WhatsAppConfigurationError at once when it stands on anything but an instance method with a name, and at boot
 * when two handlers want the same requests
 * @example
 * ```ts
 * @OnFlowRequest({ flow: booking, screen: 'SLOT', action: 'data_exchange' })
 * async onSlot(request: FlowRequest<typeof booking, 'SLOT', 'data_exchange'>): Promise<FlowAnswer> {
 *   return (await this.free(request.data.slot))
 *     ? request.show('SUMMARY', { text: request.data.slot })
 *     : request.fail('This time is taken.');
 * }
 * ```
 * @publicApi
 */
export function OnFlowRequest<
  F extends FlowJson = FlowJson,
  const S extends FlowScreenId<F> = FlowScreenId<F>,
  const A extends FlowRequestAction = FlowRequestAction,
>(filter: FlowRequestFilter<F, S, A> = {}): FlowRequestHandlerDecorator<F, S, A> {
  return (target: object, key: string | symbol, descriptor: PropertyDescriptor) => {
    const method: unknown = descriptor?.value;
    if (typeof target === 'function' || typeof key !== 'string' || typeof method !== 'function') {
      throw new WhatsAppConfigurationError(
        `@OnFlowRequest goes on instance methods of providers and controllers only, under a name; it stands on ${String(key)}.`,
      );
    }
    const earlier = (Reflect.getOwnMetadata(FLOW_HANDLER_METADATA, method) ?? []) as FlowRequestFilter[];
    Reflect.defineMetadata(FLOW_HANDLER_METADATA, [filter, ...earlier], method);
  };
}
