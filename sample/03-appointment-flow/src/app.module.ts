import { Module } from '@nestjs/common';
import { WhatsAppFlowsModule, WhatsAppModule } from 'nestjs-whatsapp-cloud';
import { BookingHandlers } from './booking.handlers';
import { BookingScreens } from './booking.screens';
import { Calendar } from './calendar';
import { FlowPublisher } from './flow-publisher';
import { flowOptions } from './flow.options';
import { InvitationGuard } from './invitation.guard';
import { Invitations } from './invitations';
import { whatsAppOptions } from './whatsapp.options';

@Module({
  imports: [
    WhatsAppModule.forRootAsync({ useFactory: whatsAppOptions, path: 'whatsapp/webhook' }),
    WhatsAppFlowsModule.forRootAsync({ useFactory: flowOptions, path: 'whatsapp/flows' }),
  ],
  providers: [BookingHandlers, BookingScreens, Calendar, FlowPublisher, InvitationGuard, Invitations],
})
export class AppModule {}
