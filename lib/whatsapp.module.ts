import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { WhatsAppModuleOptions } from './config/whatsapp-options.interface';
import { ConfigurableModuleClass } from './whatsapp.module-definition';
import type { ASYNC_OPTIONS_TYPE, OPTIONS_TYPE, WhatsAppModuleExtras } from './whatsapp.module-definition';
import { whatsAppExports, whatsAppProviders } from './whatsapp.providers';

/**
 * Adds the WhatsApp Business Platform (Meta's Cloud API) to a Nest application.
 *
 * @example
 * ```ts
 * WhatsAppModule.forRootAsync({
 *   inject: [ConfigService],
 *   useFactory: (config: ConfigService) => ({ accessToken: config.getOrThrow('WHATSAPP_ACCESS_TOKEN'), ... }),
 * })
 * ```
 * @publicApi
 */
@Module({
  imports: [HttpModule, DiscoveryModule],
  providers: [...whatsAppProviders],
  exports: [...whatsAppExports],
})
export class WhatsAppModule extends ConfigurableModuleClass {
  /**
   * Registers the module with options that are known when it is declared.
   * @param extras may also stand among the options
   * @throws WhatsAppConfigurationError when the application boots; the message names the option and the fix
   */
  static override forRoot(options: typeof OPTIONS_TYPE, extras: WhatsAppModuleExtras = {}): DynamicModule {
    return super.forRoot({ ...options, ...extras });
  }

  /**
   * Registers the module with options that come from a factory, a class or an existing provider.
   * @throws WhatsAppConfigurationError when the application boots; the message names the option and the fix
   */
  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    return super.forRootAsync(options);
  }
}

export type { WhatsAppModuleOptions };
