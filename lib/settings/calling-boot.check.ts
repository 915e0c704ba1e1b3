import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { errorLabel } from '../errors/redact';
import { SettingsService } from './settings.service';

/**
 * Reads the calling settings of the default number when the application starts, and warns of what keeps calls from
 * reaching it. Opt-in: list it among the providers of your module. It never keeps the application from starting.
 * @example
 * ```ts
 * @Module({ imports: [WhatsAppModule.forRoot(options)], providers: [CallingBootCheck] })
 * ```
 * @publicApi
 */
@Injectable()
export class CallingBootCheck implements OnApplicationBootstrap {
  private readonly logger = new Logger('WhatsApp');

  constructor(private readonly settings: SettingsService) {}

  async onApplicationBootstrap(): Promise<void> {
    try {
      const { calling } = await this.settings.get({ fields: ['calling'] });
      if (calling?.sip?.status === 'ENABLED') {
        this.logger.warn(
          'SIP is enabled on the phone number: the call endpoints do not work and no call events arrive.',
        );
      } else if (calling?.status !== 'ENABLED') {
        this.logger.warn(
          "Calling is not enabled on the phone number: settings.update({ calling: { status: 'ENABLED' } }).",
        );
      }
      for (const { type } of calling?.restrictions?.restrictions_list ?? []) {
        this.logger.warn(`Meta has put a restriction on the calls of the phone number: ${type}.`);
      }
    } catch (error) {
      this.logger.warn(`The calling settings could not be read: ${errorLabel(error)}`);
    }
  }
}
