import { Injectable } from '@nestjs/common';
import { FlowsService, MessagesService, OnWhatsAppEvent } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import { Calendar } from './calendar';
import { FLOW_NAME } from './flow.options';
import { Invitations } from './invitations';

/** The chat around the flow: invites to it, and confirms what was booked. */
@Injectable()
export class BookingHandlers {
  constructor(
    private readonly messages: MessagesService,
    private readonly flows: FlowsService,
    private readonly calendar: Calendar,
    private readonly invitations: Invitations,
  ) {}

  @OnWhatsAppEvent('message.text')
  async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
    await this.messages.to(event).flow({
      body: 'Book your appointment in a minute.',
      flowName: FLOW_NAME,
      cta: 'Book now',
      token: this.invitations.create(),
      action: 'data_exchange',
    });
  }

  @OnWhatsAppEvent('message.interactive.nfm_reply')
  async onCompletion(event: WhatsAppEvent<'message.interactive.nfm_reply'>): Promise<void> {
    const completed = this.flows.completion(event);
    const booking = this.calendar.find(Number(completed?.data['booking']));
    if (!booking) return;
    const summary = this.calendar.describe(booking.service, booking.time);
    await this.messages.reply(event, { body: `Booked: ${summary}. See you!` });
  }
}
