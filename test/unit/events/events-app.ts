import type {
  INestApplication,
  INestApplicationContext,
  LoggerService,
  ModuleMetadata,
} from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { WHATSAPP_OPTIONS } from '../../../lib/config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../../../lib/config/whatsapp-options.interface';
import type { DispatchReport } from '../../../lib/events/dispatch.interface';
import { EventDispatch } from '../../../lib/events/dispatch.interface';
import type { Envelope } from '../../../lib/events/envelope.interface';
import { EventHandlersRegistry } from '../../../lib/events/event-handlers.registry';
import { eventsProviders } from '../../../lib/events/events.providers';
import { WhatsAppEvents } from '../../../lib/events/whatsapp-events.service';

/** Log lines by level, as text. */
export class MemoryLogger implements LoggerService {
  readonly lines: { level: string; text: string }[] = [];
  log = this.keep('log');
  error = this.keep('error');
  warn = this.keep('warn');
  debug = this.keep('debug');
  verbose = this.keep('verbose');
  fatal = this.keep('fatal');

  at(...levels: string[]): string[] {
    return this.lines.filter(({ level }) => levels.includes(level)).map(({ text }) => text);
  }

  private keep(level: string) {
    return (...args: unknown[]): void => {
      this.lines.push({ level, text: args.map(String).join(' ') });
    };
  }
}

/** A small Nest application around the event providers. */
export interface EventsApp {
  readonly app: INestApplicationContext;
  readonly events: WhatsAppEvents;
  readonly dispatcher: EventDispatch;
  readonly registry: EventHandlersRegistry;
  readonly logger: MemoryLogger;
  dispatch(event: Envelope, settled?: ReadonlySet<string>): Promise<DispatchReport>;
}

export async function startEvents(
  metadata: ModuleMetadata,
  options: WhatsAppModuleOptions = {},
  prepare: (app: INestApplication) => void = () => undefined,
): Promise<EventsApp> {
  @Global()
  @Module({
    providers: [{ provide: WHATSAPP_OPTIONS, useValue: options }, ...eventsProviders],
    exports: [WhatsAppEvents],
  })
  class EventsModule {}

  const logger = new MemoryLogger();
  const testing = await Test.createTestingModule({
    ...metadata,
    imports: [EventsModule, ...(metadata.imports ?? [])],
  })
    .setLogger(logger)
    .compile();
  const app = testing.createNestApplication({ logger });
  prepare(app);
  await app.init();
  const dispatcher = app.get<EventDispatch>(EventDispatch, { strict: false });
  return {
    app,
    dispatcher,
    logger,
    events: app.get(WhatsAppEvents),
    registry: app.get(EventHandlersRegistry, { strict: false }),
    dispatch: async (event, settled) => dispatcher.dispatch(event, settled),
  };
}

let serial = 0;

/** An envelope of a text message, or of what the overrides make of it. */
export function textEvent(overrides: Partial<Envelope> = {}): Envelope {
  serial++;
  return {
    name: 'message.text',
    payload: { from: '15550001111', id: `wamid.${serial}`, type: 'text', text: { body: 'hello' } },
    key: `message:15550001111:wamid.${serial}`,
    lane: 'message:100:15550001111',
    wabaId: '200',
    phoneNumberId: '100',
    receivedAt: 1,
    field: 'messages',
    ...overrides,
  };
}
