import { WhatsAppConfigurationError } from '../../errors/configuration.error';
import { ENHANCER_METADATA } from '../../http/webhook.constants';
import type { FlowHandlerMethod } from './flow-handler.pipeline';

/** The method that makes an object an enhancer. */
const MEANS = ['canActivate', 'intercept', 'transform', 'catch'];

/**
 * Nest makes guards, interceptors, pipes and filters only for classes that it constructs itself, and leaves them out of
 * others without a word. A guard that is left out is an open door, so the application does not start.
 * @throws WhatsAppConfigurationError
 */
export function assertEnhancersApply(id: string, { wrapper, prototype, method }: FlowHandlerMethod): void {
  const targets = [prototype.constructor, (prototype as Record<string, object>)[method] as object];
  for (const target of targets) {
    for (const key of ENHANCER_METADATA) {
      for (const enhancer of (Reflect.getMetadata(key, target) ?? []) as unknown[]) {
        const instance = typeof enhancer !== 'function' || MEANS.some((name) => name in enhancer);
        if (instance || wrapper.host?.injectables.has(enhancer as never)) continue;
        throw new WhatsAppConfigurationError(
          `@OnFlowRequest on ${id}: it uses ${enhancer.name}, which Nest would leave out. List the class of the handler ` +
            `among the providers, or give an instance: new ${enhancer.name}().`,
        );
      }
    }
  }
}
