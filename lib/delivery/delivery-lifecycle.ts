import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { resolveDeliveryOptions } from './delivery-defaults';
import { DeliveryEngine } from './delivery-engine.interface';

/**
 * Ends delivery when the application closes: the webhook answers 503 from then on, and running handlers get
 * `delivery.drainTimeoutMs` to finish. Starts at the first hook that Nest calls, while other providers still work.
 */
@Injectable()
export class DeliveryLifecycle implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger('WhatsAppDelivery');
  private drained: Promise<void> | undefined;

  constructor(
    @Inject(DeliveryEngine) private readonly engine: DeliveryEngine,
    @Inject(WHATSAPP_OPTIONS) private readonly options: WhatsAppModuleOptions,
  ) {}

  onModuleDestroy(): Promise<void> {
    return (this.drained ??= this.drain());
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.onModuleDestroy();
  }

  private async drain(): Promise<void> {
    const { ack, drainTimeoutMs } = resolveDeliveryOptions(this.options.delivery);
    const left = (await this.engine.drain?.(drainTimeoutMs)) ?? 0;
    if (left === 0) return;
    const rest =
      ack === 'immediate'
        ? 'Meta has its answer already (delivery.ack is immediate), so they are lost if the process ends now.'
        : 'their claims are released and Meta will deliver them again.';
    this.logger.warn(
      `Shutdown: ${left} item(s) unfinished after ${drainTimeoutMs} ms (delivery.drainTimeoutMs); ${rest}`,
    );
  }
}
