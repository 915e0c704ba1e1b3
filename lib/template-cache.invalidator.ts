import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { TemplateDefinitions } from './config/template-definitions.interface';
import { WhatsAppEvents } from './events/whatsapp-events.service';
import type { TemplateUpdateBase } from './wire/inbound/template-update';

/**
 * Forgets what a template looks like as soon as Meta says that it changed, before the application's handlers hear of it.
 * It takes a stream, which counts as no handler and is not waited for.
 */
@Injectable()
export class TemplateCacheInvalidator implements OnModuleInit, OnApplicationShutdown {
  private subscription: Subscription | undefined;

  constructor(
    private readonly events: WhatsAppEvents,
    @Inject(TemplateDefinitions) private readonly definitions: TemplateDefinitions,
  ) {}

  onModuleInit(): void {
    this.subscription = this.events.stream('template.*').subscribe(({ wabaId, payload }) => {
      const { message_template_name: name } = payload as Partial<TemplateUpdateBase>;
      if (name !== undefined) this.definitions.invalidate({ wabaId, name });
    });
  }

  onApplicationShutdown(): void {
    this.subscription?.unsubscribe();
  }
}
