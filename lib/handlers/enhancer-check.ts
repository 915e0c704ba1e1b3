import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { HandlerMethod } from './handler-method';
import type { Enhancer } from './nest-metadata';

/**
 * Nest makes guards, interceptors, pipes and filters only for classes that it constructs itself, and leaves them out of
 * others without a word. A guard that is left out is an open door, so the application does not start.
 * @throws WhatsAppConfigurationError when Nest would leave out one of the enhancers
 */
export function assertNothingLeftOut({ wrapper }: HandlerMethod, enhancers: readonly Enhancer[]): void {
  const { injectables } = wrapper.host!;
  for (const { enhancer, means } of enhancers) {
    if (typeof enhancer !== 'function' || means in enhancer || injectables.has(enhancer)) continue;
    throw new WhatsAppConfigurationError(
      `it uses ${enhancer.name}, but Nest makes guards, interceptors, pipes and filters only for classes that it ` +
        'constructs itself. List the class of the handler among the providers, or give an instance: new ' +
        `${enhancer.name}().`,
    );
  }
}
