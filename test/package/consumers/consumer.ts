import { Injectable, Module } from '@nestjs/common';
import { MessagesService, OnWhatsAppEvent, WhatsAppModule, parseWebhook } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';

@Injectable()
class Bot {
  constructor(private readonly messages: MessagesService) {}

  @OnWhatsAppEvent('message.text')
  async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
    await this.messages.reply(event, { body: event.payload.text.body });
  }

  // @ts-expect-error a status is not a message
  @OnWhatsAppEvent('status.failed')
  wrong(_event: WhatsAppEvent<'message.text'>): void {}
}

@Module({ imports: [WhatsAppModule.forRoot({ appSecret: 's', verifyToken: 'v' })], providers: [Bot] })
export class AppModule {}

export const names: string[] = parseWebhook({}).map((event) => event.name);
export const emulator: Promise<CloudApiEmulator> = CloudApiEmulator.start();
