import { Module } from '@nestjs/common';
import { WhatsAppModule } from 'nestjs-whatsapp-cloud';
import { Agents } from './agents';
import { AgentsController } from './agents.controller';
import { CallHandlers } from './call.handlers';
import { MediaServer } from './media-server';
import { OpeningHours } from './opening-hours';
import { whatsAppOptions } from './whatsapp.options';

@Module({
  imports: [WhatsAppModule.forRootAsync({ useFactory: whatsAppOptions, path: 'whatsapp/webhook' })],
  controllers: [AgentsController],
  providers: [Agents, CallHandlers, MediaServer, OpeningHours],
})
export class AppModule {}
