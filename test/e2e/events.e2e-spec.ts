import type { CanActivate, ExecutionContext, INestApplication } from '@nestjs/common';
import {
  Controller,
  Get,
  Global,
  Inject,
  Injectable,
  Module,
  Scope,
  UnauthorizedException,
  UseGuards,
  ValidationPipe,
} from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { WHATSAPP_OPTIONS } from '../../lib/config/whatsapp.constants';
import type { WhatsAppEvent } from '../../lib/events/event-patterns';
import { EventPayload } from '../../lib/events/event-params.decorator';
import { WHATSAPP_EVENT } from '../../lib/events/events.constants';
import { eventsProviders } from '../../lib/events/events.providers';
import { OnWhatsAppEvent } from '../../lib/events/on-whatsapp-event.decorator';
import { WhatsAppEvents } from '../../lib/events/whatsapp-events.service';

type Text = WhatsAppEvent<'message.text'>;

const ran: string[] = [];
beforeEach(() => void (ran.length = 0));

/** Written for HTTP: breaks on anything else. */
@Injectable()
class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string> }>();
    if (headers['authorization'] !== 'Bearer t') throw new UnauthorizedException();
    return true;
  }
}

/** Serves requests and events alike. */
@Injectable({ scope: Scope.REQUEST })
class Origin {
  constructor(@Inject(WHATSAPP_EVENT) private readonly source: { url?: string; name?: string }) {}
  describe(): string {
    return this.source.name ?? this.source.url ?? '';
  }
}

@Injectable()
class OwnNumber implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return context.getType<string>() === 'whatsapp' && context.getArgByIndex<Text>(0).phoneNumberId === '100';
  }
}

@Controller('orders')
class OrdersController {
  constructor(private readonly origin: Origin) {}

  @Get()
  list(): string {
    return this.origin.describe();
  }

  @OnWhatsAppEvent('message.text')
  @UseGuards(OwnNumber)
  onText(event: Text, @EventPayload('from') from: string): void {
    ran.push(`${this.origin.describe()} ${event.payload.text.body} ${from}`);
  }
}

@Global()
@Module({
  providers: [{ provide: WHATSAPP_OPTIONS, useValue: {} }, ...eventsProviders],
  exports: [WhatsAppEvents],
})
class EventsModule {}

@Module({
  imports: [EventsModule],
  controllers: [OrdersController],
  providers: [Origin, { provide: APP_GUARD, useClass: TokenGuard }],
})
class AppModule {}

const event = (phoneNumberId: string): Text => ({
  name: 'message.text',
  payload: { from: '15550001111', id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'hello' } },
  key: `message:${phoneNumberId}`,
  lane: 'message',
  wabaId: '200',
  phoneNumberId,
  receivedAt: 1,
  field: 'messages',
});

describe.each([
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
])('events in an application on %s', (_, adapter) => {
  let app: INestApplication;
  let url: string;
  let events: WhatsAppEvents;

  beforeAll(async () => {
    app = await NestFactory.create(AppModule, adapter(), { logger: false });
    app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    events = app.get(WhatsAppEvents);
  });
  afterAll(() => app.close());

  it('reach a controller that serves HTTP too, past guards and pipes that were written for HTTP', async () => {
    expect((await fetch(`${url}/orders`)).status).toBe(401);
    const response = await fetch(`${url}/orders`, { headers: { authorization: 'Bearer t' } });
    expect(await response.text()).toBe('/orders');

    expect(await events.emit(event('100'))).toEqual({ settled: ['OrdersController.onText'], failures: [] });
    expect(ran).toEqual(['message.text hello 15550001111']);
  });

  it('respect the guards of the handler', async () => {
    expect(await events.emit(event('101'))).toEqual({ settled: ['OrdersController.onText'], failures: [] });
    expect(ran).toEqual([]);
  });
});
