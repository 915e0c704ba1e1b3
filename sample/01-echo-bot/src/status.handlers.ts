import { Injectable, Logger } from '@nestjs/common';
import { OnWhatsAppEvent } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';

@Injectable()
export class StatusHandlers {
  private readonly logger = new Logger(StatusHandlers.name);

  @OnWhatsAppEvent('status.*')
  onStatus(event: WhatsAppEvent<'status.*'>): void {
    if (event.name === 'status.failed') {
      this.logger.warn(`not delivered: ${event.payload.errors?.map((e) => e.code).join(', ')}`);
    } else {
      this.logger.debug(`message is ${event.payload.status}`);
    }
  }
}
