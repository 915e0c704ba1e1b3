import { Catch, ForbiddenException, Injectable } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { MessagesService } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';

/** An ordinary Nest exception filter: the user gets an apology instead of silence. */
@Catch()
@Injectable()
export class ApologyFilter implements ExceptionFilter {
  constructor(private readonly messages: MessagesService) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    // What the guard turned away needs no apology.
    if (error instanceof ForbiddenException) return;
    const [event] = host.getArgs<[WhatsAppEvent<'message.*'>]>();
    await this.messages.reply(event, { body: 'Sorry, that went wrong on our side.' });
  }
}
