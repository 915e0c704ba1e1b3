import type { Provider } from '@nestjs/common';
import { accountProviders } from './account.providers';
import { Clock, systemClock } from './clock';
import { sealOptions } from './sealed-options';
import { validateOptions } from './whatsapp-options.validator';
import type { WhatsAppModuleOptions } from './whatsapp-options.interface';
import { WHATSAPP_OPTIONS, WHATSAPP_RAW_OPTIONS, WHATSAPP_REGISTRATION } from './whatsapp.constants';

/** Options, checked and sealed; the clock; the accounts. Needs the raw options and the registration. */
export const configProviders: readonly Provider[] = [
  {
    provide: WHATSAPP_OPTIONS,
    inject: [WHATSAPP_RAW_OPTIONS, WHATSAPP_REGISTRATION],
    useFactory: (options: WhatsAppModuleOptions, registration: { readonly path: string | false }) =>
      sealOptions(
        validateOptions(options, { webhook: registration.path !== false, env: process.env['NODE_ENV'] }),
      ),
  },
  {
    provide: Clock,
    inject: [WHATSAPP_OPTIONS],
    useFactory: (options: WhatsAppModuleOptions): Clock => options.clock ?? systemClock,
  },
  ...accountProviders,
];
