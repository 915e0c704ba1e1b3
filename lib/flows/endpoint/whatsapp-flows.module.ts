import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { DiscoveryModule, HttpAdapterHost } from '@nestjs/core';
import { AppSecretStore } from '../../http/app-secret.store';
import { RawBodyInstaller } from '../../http/raw-body/raw-body.installer';
import { WebhookLog } from '../../http/webhook-log.service';
import { FlowDispatcher } from './flow-dispatcher.service';
import { FLOW_ENDPOINT_REGISTRATION } from './flow-endpoint.constants';
import type { FlowEndpointRegistration } from './flow-endpoint-options.interface';
import { FlowHandlersExplorer } from './flow-handlers.explorer';
import { FlowHandlersRegistry } from './flow-handlers.registry';
import { FlowKeyBootCheck } from './flow-key.check';
import { FlowKeyStore } from './flow-key.store';
import { ConfigurableModuleClass } from './whatsapp-flows.module-definition';
import type { ASYNC_OPTIONS_TYPE, OPTIONS_TYPE } from './whatsapp-flows.module-definition';

/** Keeps the bytes of the endpoint's requests, up to its own limit. */
const rawBody: Provider = {
  provide: RawBodyInstaller,
  inject: [{ token: HttpAdapterHost, optional: true }, FLOW_ENDPOINT_REGISTRATION, WebhookLog],
  useFactory: (host: HttpAdapterHost | undefined, registration: FlowEndpointRegistration, log: WebhookLog) =>
    new RawBodyInstaller(host, registration, { webhook: { bodyLimit: registration.bodyLimit } }, log),
};

/**
 * Adds the data endpoint of WhatsApp Flows: decrypts requests, hands them to `@OnFlowRequest` methods and encrypts their
 * answers. Needs `WhatsAppModule` for the app secret. An untouched main.ts will do, on Express and Fastify.
 *
 * @example
 * ```ts
 * WhatsAppFlowsModule.forRootAsync({
 *   path: 'whatsapp/flows',
 *   inject: [ConfigService],
 *   useFactory: (config: ConfigService) => ({
 *     privateKeys: { key: config.getOrThrow('FLOW_PRIVATE_KEY'), passphrase: config.get('FLOW_PASSPHRASE') },
 *   }),
 * })
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 * @publicApi
 */
@Module({
  imports: [DiscoveryModule],
  providers: [
    WebhookLog,
    AppSecretStore,
    rawBody,
    FlowKeyStore,
    FlowKeyBootCheck,
    FlowHandlersRegistry,
    FlowHandlersExplorer,
    FlowDispatcher,
  ],
})
export class WhatsAppFlowsModule extends ConfigurableModuleClass {
  /**
   * Registers an endpoint with options that are known when it is declared.
   * @throws WhatsAppConfigurationError when the application boots and a key cannot be used
   */
  static override forRoot(options: typeof OPTIONS_TYPE): DynamicModule {
    return super.forRoot(options);
  }

  /**
   * Registers an endpoint with options that come from a factory, a class or an existing provider.
   * @throws WhatsAppConfigurationError when the application boots and a key cannot be used
   */
  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    return super.forRootAsync(options);
  }
}
