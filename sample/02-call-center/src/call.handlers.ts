import { Injectable, Logger } from '@nestjs/common';
import { CallsService, OnWhatsAppEvent, errorsOf } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import { Agents } from './agents';
import { MediaServer } from './media-server';

const userCalls = ({ payload }: WhatsAppEvent<'call.connect'>): boolean =>
  payload.direction === 'USER_INITIATED';

/** Takes a call when somebody is free, refuses it otherwise. */
@Injectable()
export class CallHandlers {
  private readonly logger = new Logger(CallHandlers.name);

  constructor(
    private readonly calls: CallsService,
    private readonly agents: Agents,
    private readonly media: MediaServer,
  ) {}

  @OnWhatsAppEvent('call.connect', { where: userCalls })
  async onCall(event: WhatsAppEvent<'call.connect'>): Promise<void> {
    const call = this.calls.of(event);
    const agent = this.agents.assign(call.id);
    if (agent === undefined || call.sdp === undefined) {
      await call.reject();
      return;
    }
    try {
      await call.preAccept({ sdp: this.media.answer(call.sdp) });
      await call.accept({ tracker: { agent } });
    } catch (error) {
      this.agents.release(call.id);
      throw error;
    }
  }

  @OnWhatsAppEvent('call.terminate')
  onEnd(event: WhatsAppEvent<'call.terminate'>): void {
    this.agents.release(event.payload.id);
    for (const error of errorsOf(event.errors)) this.logger.warn(`a call failed: ${error.message}`);
    this.logger.log(`call ended after ${event.payload.duration ?? 0} s`);
  }
}
