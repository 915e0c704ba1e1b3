import type { Provider } from '@nestjs/common';
import { AccountDirectory } from './account-directory';
import { AccountResolver } from './account.interface';
import { OptionsAccountResolver } from './options-account.resolver';
import type { WhatsAppModuleOptions } from './whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from './whatsapp.constants';

/** The account resolver (the application's, or the one that reads the options) and the directory in front of it. */
export const accountProviders: readonly Provider[] = [
  {
    provide: AccountResolver,
    inject: [WHATSAPP_OPTIONS],
    useFactory: (options: WhatsAppModuleOptions): AccountResolver =>
      options.accountResolver ?? new OptionsAccountResolver(options),
  },
  AccountDirectory,
];
