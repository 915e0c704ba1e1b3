import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  DeadLetters,
  MessagesService,
  OnWhatsAppEvent,
  WhatsAppConfigurationError,
  WhatsAppEvents,
  WhatsAppModule,
} from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent, WhatsAppModuleOptions, WhatsAppOptionsFactory } from 'nestjs-whatsapp-cloud';
import { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';
import { ADAPTERS, boot } from '../support/boot';
import type { Booted } from '../support/boot';

@Injectable()
class Echo {
  readonly seen: string[] = [];
  fail = 0;

  constructor(private readonly messages: MessagesService) {}

  @OnWhatsAppEvent('message.text')
  async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
    this.seen.push(event.payload.text.body);
    if (this.fail-- > 0) throw new Error('not now');
    await this.messages.reply(event, { body: `You said ${event.payload.text.body}` });
  }
}

describe.each(ADAPTERS)('WhatsAppModule on %s', (adapter) => {
  let booted: Booted | undefined;

  afterEach(async () => {
    await booted?.stop();
    booted = undefined;
  });

  async function start(setup: Parameters<typeof boot>[0] = {}): Promise<Booted & { echo: Echo }> {
    booted = await boot({ adapter, providers: [Echo], ...setup });
    return { ...booted, echo: booted.app.get(Echo) };
  }

  it('takes a signed webhook in and sends a reply out', async () => {
    const { emulator } = await start();
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    const { attempts } = (await ann.says('hé "llo" / 😀')).delivery ?? {};
    expect(attempts?.map(({ status }) => status)).toEqual([200]);
    await ann.expectReply('You said hé "llo" / 😀');
    await ann.expectNothing();
  });

  it('answers a user whose phone number is hidden', async () => {
    const { emulator } = await start();
    const ben = emulator.user({ name: 'Ben', userId: 'US.98765432109876543210', username: 'ben' });
    await ben.says('hello');
    await ben.expectReply('You said hello');
    const sent = emulator.requests.find(({ path }) => path.endsWith('/messages'));
    expect(sent?.body).toMatchObject({ recipient: 'US.98765432109876543210' });
    expect(sent?.body).not.toHaveProperty('to');
  });

  it('answers a group in the group', async () => {
    const { emulator } = await start();
    const ann = emulator.user({ name: 'Ann' });
    const ben = emulator.user({ name: 'Ben' });
    const group = emulator.group({ subject: 'Trip', participants: [ann, ben] });
    await ann.says('hello all', { group });
    await ben.expectReply('You said hello all');
  });

  it('handles an update once, in whatever grouping it is delivered again', async () => {
    const { emulator, echo } = await start();
    const ann = emulator.user({ name: 'Ann' });
    const delivery = await emulator.batch(async () => {
      await ann.says('one');
      await ann.says('two');
    });
    await emulator.deliverAgain();
    await emulator.redeliver(delivery, { regroup: true });
    expect(echo.seen).toEqual(['one', 'two']);
    await ann.expectReply('You said one');
    await ann.expectReply('You said two');
    await ann.expectNothing();
  });

  it('tries a handler again and then keeps the update as a dead letter that can be replayed', async () => {
    const { app, emulator, echo } = await start({ options: { delivery: { attempts: 2, retryDelayMs: 0 } } });
    echo.fail = 2;
    const ann = emulator.user({ name: 'Ann' });
    await ann.says('hello');
    expect(echo.seen).toEqual(['hello', 'hello']);
    await ann.expectNothing();

    const letters = app.get(DeadLetters);
    const [letter] = await letters.list();
    expect(letter).toMatchObject({ handler: 'Echo.onText', attempts: 2, envelope: { name: 'message.text' } });
    await letters.replay(letter!.id);
    await ann.expectReply('You said hello');
    expect(await letters.list()).toEqual([]);
  });

  it('lets Meta deliver again when asked to', async () => {
    const { emulator, echo } = await start({
      options: { delivery: { attempts: 1, onExhausted: 'redeliver' } },
    });
    echo.fail = 1;
    const ann = emulator.user({ name: 'Ann' });
    await ann.says('hello');
    expect(emulator.deliveries.at(-1)?.attempts.map(({ status }) => status)).toEqual([500]);
    await emulator.retryNow();
    expect(emulator.deliveries.at(-1)?.attempts.map(({ status }) => status)).toEqual([500, 200]);
    await ann.expectReply('You said hello');
  });

  it('publishes events to WhatsAppEvents too', async () => {
    const { app, emulator } = await start({ emulator: { autoStatuses: ['sent', 'delivered'] } });
    const names: string[] = [];
    app.get(WhatsAppEvents).on('status.*', (event) => void names.push(event.name));
    const ann = emulator.user({ name: 'Ann' });
    await ann.says('hello');
    await ann.expectReply('You said hello');
    await emulator.idle();
    expect(names).toEqual(['status.sent', 'status.delivered']);
  });

  it('serves two registrations with two paths and two secrets', async () => {
    const [first, second] = [
      await CloudApiEmulator.start({ appSecret: 'first secret', phoneNumberId: '200555000000011' }),
      await CloudApiEmulator.start({ appSecret: 'second secret', phoneNumberId: '200555000000022' }),
    ];
    @Injectable()
    class First {
      readonly seen: string[] = [];
      constructor(private readonly messages: MessagesService) {}
      @OnWhatsAppEvent('message.text', { accounts: ['200555000000011'] })
      async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
        this.seen.push(event.phoneNumberId ?? '');
        await this.messages.reply(event, { body: 'first' });
      }
    }
    @Injectable()
    class Second {
      constructor(private readonly messages: MessagesService) {}
      @OnWhatsAppEvent('message.text', { accounts: ['200555000000022'] })
      async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
        await this.messages.reply(event, { body: 'second' });
      }
    }
    const registration = (emulator: CloudApiEmulator, path: string) =>
      WhatsAppModule.forRoot({ ...emulator.moduleOptions(), isGlobal: false }, { path });
    @Module({ imports: [registration(first, 'hooks/first')], providers: [First] })
    class FirstModule {}
    @Module({ imports: [registration(second, 'hooks/second')], providers: [Second] })
    class SecondModule {}

    booted = await boot({ adapter, imports: [FirstModule, SecondModule], options: { path: 'hooks/third' } });
    const { url, app, emulator } = booted;
    await first.connect(`${url}/hooks/first`);
    await second.connect(`${url}/hooks/second`);
    const [ann, ben] = [first.user({ name: 'Ann' }), second.user({ name: 'Ben' })];
    await ann.says('hello');
    await ben.says('hello');
    await ann.expectReply('first');
    await ben.expectReply('second');
    await ann.expectNothing();
    expect(app.get(First).seen).toEqual(['200555000000011']);

    // Each path takes its own secret only.
    await first.connect(`${url}/hooks/second`, { handshake: false });
    const refused = (await ann.says('wrong door')).delivery;
    expect(refused?.attempts.at(-1)?.status).toBe(401);
    expect(emulator.deliveries).toEqual([]);
    await Promise.all([first.stop(), second.stop()]);
  });
});

describe('WhatsAppModule.forRootAsync', () => {
  const handler = { provide: 'unused', useValue: 0 };

  async function talks(module: ReturnType<typeof WhatsAppModule.forRootAsync>, emulator: CloudApiEmulator) {
    @Module({ imports: [module], providers: [Echo, handler] })
    class AppModule {}
    const app = await NestFactory.create(AppModule, { logger: false });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    await emulator.connect(`http://127.0.0.1:${port}/hooks/whatsapp`);
    const ann = emulator.user({ name: 'Ann' });
    await ann.says('hello');
    await ann.expectReply('You said hello');
    await app.close();
    await emulator.stop();
  }

  it('takes useFactory with inject and imports', async () => {
    const emulator = await CloudApiEmulator.start();
    @Module({ providers: [{ provide: 'CONFIG', useValue: emulator.moduleOptions() }], exports: ['CONFIG'] })
    class ConfigModule {}
    await talks(
      WhatsAppModule.forRootAsync({
        imports: [ConfigModule],
        inject: ['CONFIG'],
        useFactory: async (config: WhatsAppModuleOptions) => Promise.resolve(config),
        path: 'hooks/whatsapp',
        isGlobal: true,
      }),
      emulator,
    );
  });

  it('takes useClass and useExisting', async () => {
    for (const kind of ['useClass', 'useExisting'] as const) {
      const emulator = await CloudApiEmulator.start();
      @Injectable()
      class Factory implements WhatsAppOptionsFactory {
        createWhatsAppOptions(): WhatsAppModuleOptions {
          return emulator.moduleOptions();
        }
      }
      @Module({ providers: [Factory], exports: [Factory] })
      class FactoryModule {}
      const path = 'hooks/whatsapp';
      await talks(
        kind === 'useClass'
          ? WhatsAppModule.forRootAsync({ useClass: Factory, path })
          : WhatsAppModule.forRootAsync({ imports: [FactoryModule], useExisting: Factory, path }),
        emulator,
      );
    }
  });
});

describe('boot checks', () => {
  it('refuses to boot without an app secret, and says where to find it', async () => {
    const failure = boot({ options: { appSecret: undefined } as never });
    await expect(failure).rejects.toThrow(WhatsAppConfigurationError);
    await expect(boot({ options: { appSecret: undefined } as never })).rejects.toThrow(
      /appSecret.*App settings/s,
    );
  });

  it('needs no secret in a process that only sends', async () => {
    const booted = await boot({
      options: { appSecret: undefined, verifyToken: undefined, path: false } as never,
    });
    const ann = booted.emulator.user({ name: 'Ann', phone: '15550100123' });
    await booted.app.get(MessagesService).sendText({ to: '15550100123', body: 'hello' });
    await ann.expectReply('hello');
    await booted.stop();
  });
});
