import { Module } from '@nestjs/common';
import { WhatsAppModule } from 'nestjs-whatsapp-cloud';
import { whatsAppOptions } from './whatsapp.options';
import { EchoHandlers } from './echo.handlers';
import { StatusHandlers } from './status.handlers';

@Module({
  imports: [WhatsAppModule.forRootAsync({ useFactory: whatsAppOptions, path: 'whatsapp/webhook' })],
  providers: [EchoHandlers, StatusHandlers],
})
export class AppModule {}
