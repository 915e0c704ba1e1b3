import type { LoggerService } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import { OnWhatsAppEvent, WhatsApp, WhatsAppConfigurationError } from 'nestjs-whatsapp-cloud';
import type { Booted } from '../support/boot';
import { boot } from '../support/boot';

const APP_ID = '100555000000001';

@Injectable()
class Handlers {
  @OnWhatsAppEvent('message.*', 'status.failed')
  onMessage(event: WhatsAppEvent<'message.*' | 'status.failed'>): string {
    return event.key;
  }

  @OnWhatsAppEvent('group.*')
  onGroup(event: WhatsAppEvent<'group.*'>): string {
    return event.key;
  }
}

class Lines implements LoggerService {
  lines: string[] = [];
  readonly log = (message: unknown, context?: unknown): void => {
    if (context === 'WebhookSubscriber') this.lines.push(String(message));
  };
  readonly warn = this.log;
  readonly error = this.log;
}

describe('webhook subscription from the handlers', () => {
  let booted: Booted;
  let whatsapp: WhatsApp;
  let logger: Lines;

  async function start(providers: (typeof Handlers)[]): Promise<void> {
    logger = new Lines();
    booted = await boot({
      providers,
      logger,
      emulator: { appId: APP_ID, appSecret: 'secret' },
      // The listener that this adds is the module's own.
      options: { appSecret: { appId: APP_ID, secret: 'secret' }, window: {} },
    });
    whatsapp = booted.app.get(WhatsApp);
  }

  afterEach(() => booted.stop());

  const fields = async (): Promise<string[]> => {
    const [subscription] = await whatsapp.app.subscriptions();
    return (subscription?.fields ?? [])
      .map((field) => (typeof field === 'string' ? field : field.name))
      .sort();
  };
  const GROUPS = ['lifecycle', 'participants', 'settings', 'status'].map((part) => `group_${part}_update`);

  it('subscribes to what handlers wait for, and the second time changes nothing and says so', async () => {
    await start([Handlers]);
    const { subscriber } = whatsapp;
    const first = await subscriber.subscribe({ url: booted.webhookUrl });
    expect(first.changes.map(({ step }) => step)).toEqual(['app-subscription', 'waba-subscription']);
    expect(first.warnings).toEqual([]);
    expect(await fields()).toEqual([...GROUPS, 'messages']);
    expect(logger.lines).toEqual([
      `Subscribed the app to webhooks at ${booted.webhookUrl}, new fields: ${[...GROUPS, 'messages'].join(', ')}`,
      'Subscribed the app to the WABA',
    ]);

    logger.lines = [];
    const second = await subscriber.subscribe({ url: booted.webhookUrl });
    expect(second).toMatchObject({ changes: [], warnings: [] });
    expect(logger.lines).toEqual(['Webhooks are set up as wanted; nothing was changed']);
  });

  it('adds a field that is missing at Meta and keeps what somebody else has subscribed to', async () => {
    await start([Handlers]);
    const { app, subscriber } = whatsapp;
    await subscriber.subscribe({ url: booted.webhookUrl });
    await app.subscribe({
      url: booted.webhookUrl,
      verifyToken: booted.emulator.verifyToken,
      fields: ['flows', 'messages'],
    });
    expect(await fields()).toEqual(['flows', 'messages']);
    const check = await subscriber.check();
    expect(check).toMatchObject({ fields: ['flows', 'messages'], missing: GROUPS, subscribed: true });
    expect(logger.lines.at(-1)).toContain(GROUPS.join(', '));
    expect(await fields()).toEqual(['flows', 'messages']);

    const { changes } = await subscriber.subscribe({ url: booted.webhookUrl });
    expect(changes).toMatchObject([{ step: 'app-subscription', added: GROUPS }]);
    expect(await fields()).toEqual(['flows', ...GROUPS, 'messages']);
    await expect(subscriber.check()).resolves.toMatchObject({ missing: [], warnings: [] });
  });

  it('follows listeners that are added at run time', async () => {
    await start([]);
    const off = whatsapp.events.on('flow.*', (event) => event.key);
    await whatsapp.subscriber.subscribe({ url: booted.webhookUrl });
    expect(await fields()).toEqual(['flows']);
    off();
    await expect(whatsapp.subscriber.check()).resolves.toMatchObject({ missing: [] });
  });

  it('wants to be told when there is no handler', async () => {
    await start([]);
    await expect(whatsapp.subscriber.subscribe({ url: booted.webhookUrl })).rejects.toThrow(
      WhatsAppConfigurationError,
    );
    await expect(whatsapp.app.subscriptions()).resolves.toEqual([]);
    const check = await whatsapp.subscriber.check();
    expect(check).toMatchObject({ fields: [], missing: [], subscribed: false });
    expect(check.warnings).toHaveLength(1);
  });
});
