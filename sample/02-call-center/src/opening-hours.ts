import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { SettingsService, saturday, weekdays } from 'nestjs-whatsapp-cloud';

/** Tells WhatsApp when somebody is here. Holidays that were set elsewhere stay. */
@Injectable()
export class OpeningHours implements OnApplicationBootstrap {
  private readonly logger = new Logger(OpeningHours.name);

  constructor(private readonly settings: SettingsService) {}

  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.settings.update({
        calling: {
          status: 'ENABLED',
          callback_permission_status: 'ENABLED',
          call_hours: {
            status: 'ENABLED',
            timezone_id: 'Europe/Berlin',
            weekly_operating_hours: [...weekdays('09:00', '17:00'), saturday('10:00', '14:00')],
          },
        },
      });
    } catch (error) {
      this.logger.error(`call hours were not set: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
