import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { CanActivate, Type } from '@nestjs/common';
import type { WebhookDecorator, WebhookRegistration } from './config/webhook-registration.interface';
import {
  DEFAULT_WEBHOOK_PATH,
  WHATSAPP_RAW_OPTIONS,
  WHATSAPP_REGISTRATION,
} from './config/whatsapp.constants';
import type { WhatsAppModuleOptions } from './config/whatsapp-options.interface';
import { createWebhookController } from './webhook/webhook-controller.factory';

/**
 * What must be known when the module is declared, for `forRoot` and `forRootAsync` alike.
 * @publicApi
 */
export interface WhatsAppModuleExtras {
  /**
   * Makes the services injectable everywhere. Set it to `false` when one application has several registrations, and
   * import each where it is used.
   * @default true
   */
  isGlobal?: boolean;
  /**
   * Path of the webhook endpoint, below the application's global prefix; `false` for processes that only send.
   * @default 'whatsapp/webhook'
   */
  path?: string | false;
  /**
   * Your own decorators for the generated controller and its methods, e.g. `[Public(), SkipThrottle()]`.
   * @default []
   */
  decorators?: readonly WebhookDecorator[];
  /**
   * Guard of webhook POSTs, usually a subclass of `WebhookSignatureGuard`.
   * @default WebhookSignatureGuard
   */
  guard?: Type<CanActivate> | undefined;
}

const defaults: Required<WhatsAppModuleExtras> = {
  isGlobal: true,
  path: DEFAULT_WEBHOOK_PATH,
  decorators: [],
  guard: undefined,
};

let registrations = 0;

export const { ConfigurableModuleClass, OPTIONS_TYPE, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<WhatsAppModuleOptions>({ optionsInjectionToken: WHATSAPP_RAW_OPTIONS })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createWhatsAppOptions')
    .setExtras<WhatsAppModuleExtras>(defaults, (definition, extras) => {
      const { isGlobal, path, decorators, guard } = { ...defaults, ...extras };
      // The id also keeps two registrations apart where Nest tells modules apart by their serialised metadata.
      const id = `whatsapp-${++registrations}`;
      const registration: WebhookRegistration | { readonly id: string; readonly path: false } =
        path === false ? { id, path } : { id, path, decorators, ...(guard && { guard }) };
      return {
        ...definition,
        global: isGlobal,
        controllers: registration.path === false ? [] : [createWebhookController(registration)],
        providers: [
          ...(definition.providers ?? []),
          { provide: WHATSAPP_REGISTRATION, useValue: registration },
        ],
      };
    })
    .build();
