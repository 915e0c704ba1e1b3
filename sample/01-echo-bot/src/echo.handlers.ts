import { Injectable, UseFilters, UseGuards } from '@nestjs/common';
import { MessagesService, OnWhatsAppEvent } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import { ApologyFilter } from './apology.filter';
import { NotBlockedGuard } from './not-blocked.guard';

const COLOURS = ['Red', 'Green', 'Blue'];

@Injectable()
@UseGuards(NotBlockedGuard)
@UseFilters(ApologyFilter)
export class EchoHandlers {
  constructor(private readonly messages: MessagesService) {}

  @OnWhatsAppEvent('message.text')
  async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
    const chat = this.messages.to(event);
    const text = event.payload.text.body;
    switch (text.toLowerCase()) {
      case 'menu':
        await chat.buttons({
          body: 'What shall it be?',
          buttons: [
            { id: 'colours', title: 'Colours' },
            { id: 'thanks', title: 'Thanks' },
          ],
        });
        break;
      case 'crash':
        throw new Error('the echo chamber is closed');
      default:
        await chat.text({ body: `You said: ${text}` });
    }
  }

  @OnWhatsAppEvent('message.interactive.button_reply')
  async onButton(event: WhatsAppEvent<'message.interactive.button_reply'>): Promise<void> {
    const chat = this.messages.to(event);
    if (event.payload.interactive.button_reply.id === 'thanks') {
      await chat.react('🙏');
      return;
    }
    await chat.list({
      body: 'Pick a colour.',
      button: 'Colours',
      sections: [{ title: 'Colours', rows: COLOURS.map((title) => ({ id: title.toLowerCase(), title })) }],
    });
  }

  @OnWhatsAppEvent('message.interactive.list_reply')
  async onRow(event: WhatsAppEvent<'message.interactive.list_reply'>): Promise<void> {
    await this.messages.reply(event, {
      body: `${event.payload.interactive.list_reply.title} it is.`,
      quote: true,
    });
  }
}
