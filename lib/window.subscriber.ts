import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { ContinueHandling } from './events/continue-handling.error';
import { WhatsAppEvents } from './events/whatsapp-events.service';
import { CustomerServiceWindow } from './window/customer-service-window.service';

/**
 * Tells the customer-service windows of every message and call before the application's handlers see it, so that an answer
 * finds the window open; a store over the network is waited for. Does nothing unless windows are tracked.
 */
@Injectable()
export class WindowSubscriber implements OnModuleInit, OnApplicationShutdown {
  private off: (() => void) | undefined;

  constructor(
    private readonly events: WhatsAppEvents,
    private readonly window: CustomerServiceWindow,
  ) {}

  onModuleInit(): void {
    if (!this.window.tracking) return;
    this.off = this.events.on(
      ['message.*', 'call.connect', 'standby.message'],
      async (event) => {
        await this.window.observe(event);
        // Under `handling: 'first'` this one does not count.
        throw new ContinueHandling();
      },
      { priority: Infinity },
    );
  }

  onApplicationShutdown(): void {
    this.off?.();
  }
}
