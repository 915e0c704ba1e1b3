import type { ContextId } from '@nestjs/core';
import { ModuleRef } from '@nestjs/core';
import type { HandlerContexts } from './handler-contexts';
import type { HandlerMethod } from './handler-method';
import { isMadePerUse } from './handler-method';

/** Makes the function that runs a handler on one instance. */
export type HandlerBinder<T, R> = (instance: object, contextId?: ContextId) => (input: T) => Promise<R>;

/**
 * Makes the function that runs a handler: on the one instance there is, or on an instance for each input where the class,
 * or one of its enhancers, is made for each use.
 */
export function inScope<T extends object, R>(
  { wrapper }: HandlerMethod,
  contexts: HandlerContexts<T>,
  bind: HandlerBinder<T, R>,
): (input: T) => Promise<R> {
  if (!isMadePerUse(wrapper)) return bind(wrapper.instance as object);
  const moduleRef = wrapper.host!.getProviderByKey<ModuleRef>(ModuleRef).instance;
  return async (input) => {
    const contextId = contexts.of(input, moduleRef);
    let instance: object;
    try {
      instance = await moduleRef.resolve<object>(wrapper.token as string, contextId, { strict: true });
    } catch (error) {
      // Nest keeps a failed construction for good, so the next pass needs a context of its own.
      contexts.forget(input);
      throw error;
    }
    return bind(instance, contextId)(input);
  };
}
