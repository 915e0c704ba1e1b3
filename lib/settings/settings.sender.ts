import { Inject, Injectable, Optional } from '@nestjs/common';
import type { WhatsAppAccount } from '../config/account.interface';
import { GraphClient } from '../graph/graph-client.service';
import { phoneNumberPath } from '../graph/graph-url';
import { assertSuccess, onNumber } from '../graph/node-request';
import type { CallOptions, GraphRequest } from '../graph/graph-request.interface';
import type { PhoneNumberSettings, PhoneNumberSettingsChange } from '../wire/settings/phone-number-settings';
import { readSettings } from './read-settings';
import type { GetSettingsOptions } from './settings-options.interface';
import { SettingsObserver } from './settings-observer.interface';

/** Reads and writes the settings of numbers at Meta. */
@Injectable()
export class SettingsSender {
  constructor(
    private readonly graph: GraphClient,
    @Optional() @Inject(SettingsObserver) private readonly observer?: SettingsObserver,
  ) {}

  async read(options: GetSettingsOptions): Promise<PhoneNumberSettings> {
    const { fields, includeSipCredentials } = options;
    const { answer, phoneNumberId } = await this.request(
      {
        method: 'GET',
        query: {
          fields: fields?.length ? fields.join(',') : undefined,
          include_sip_credentials: includeSipCredentials ? true : undefined,
        },
      },
      options,
    );
    const settings = readSettings(answer);
    this.tell(phoneNumberId, settings);
    return settings;
  }

  /** Writes one feature. Repeated safely: it is the same afterwards, however often it was sent. */
  async write(feature: object, options: CallOptions): Promise<void> {
    const { answer, phoneNumberId } = await this.request(
      { method: 'POST', body: feature, kind: 'safe' },
      options,
    );
    assertSuccess(answer, 'POST /{id}/settings');
    this.tell(phoneNumberId, feature);
  }

  private async request(
    request: Omit<GraphRequest, 'path'>,
    options: CallOptions,
  ): Promise<{ answer: unknown; phoneNumberId: string | undefined }> {
    let phoneNumberId: string | undefined;
    const answer = await this.graph.request({
      ...request,
      ...onNumber(options),
      path: (account: WhatsAppAccount) => {
        ({ phoneNumberId } = account);
        return `${phoneNumberPath(account)}/settings`;
      },
    });
    return { answer, phoneNumberId };
  }

  private tell(
    phoneNumberId: string | undefined,
    settings: PhoneNumberSettings | PhoneNumberSettingsChange,
  ): void {
    if (phoneNumberId !== undefined) this.observer?.settingsKnown(phoneNumberId, settings);
  }
}
