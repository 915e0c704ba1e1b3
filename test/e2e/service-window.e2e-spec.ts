import { Injectable } from '@nestjs/common';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import {
  MessagesService,
  OnWhatsAppEvent,
  OutsideWindowError,
  PayloadValidationError,
  defineTemplate,
} from 'nestjs-whatsapp-cloud';
import type { BusinessMessage, CloudApiEmulator, VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import { WHATSAPP_OPTIONS } from '../../lib/config/whatsapp.constants';
import type { Booted, BootSetup } from '../support/boot';
import { ADAPTERS, boot } from '../support/boot';
import { until } from '../support/fault-server';
import { ManualClock } from '../support/manual-clock';

const HOUR = 3_600_000;
const REMINDER = { name: 'reminder', language: 'en_US' } as const;

@Injectable()
class Watcher {
  /** Codes of the failures that the application was told of. */
  readonly failures: unknown[] = [];

  @OnWhatsAppEvent('status.failed')
  onFailure({ payload }: WhatsAppEvent<'status.failed'>): void {
    this.failures.push(payload.errors?.[0]?.code);
  }
}

describe.each(ADAPTERS)('the window of the emulator, on %s', (adapter) => {
  let booted: Booted;
  let emulator: CloudApiEmulator;
  let messages: MessagesService;
  let ana: VirtualUser;
  let running: Booted | undefined;

  async function start(
    options: BootSetup['options'] = {},
    emulated: BootSetup['emulator'] = {},
  ): Promise<void> {
    const clock = new ManualClock();
    booted = await boot({
      adapter,
      providers: [Watcher],
      emulator: { clock, enforceWindow: true, ...emulated },
      options: { clock, ...options },
    });
    running = booted;
    emulator = booted.emulator;
    messages = booted.app.get(MessagesService);
    ana = emulator.user({ name: 'Ana', phone: '16505551234' });
  }

  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  afterEach(stop);

  const clock = (): ManualClock => booted.app.get<{ clock: ManualClock }>(WHATSAPP_OPTIONS).clock;
  const failures = (): readonly unknown[] => booted.app.get(Watcher).failures;
  const sent = (): string[] => emulator.messages.map(({ type, status }) => `${type} ${status}`);
  const text = (options?: object, to = ana.profile.phone!) =>
    messages.sendText({ to, body: 'Hi', correlation: 'o-1' }, options);

  it('accepts a message for a user who never wrote, and lets it fail afterwards', async () => {
    await start();
    const { status, messageId } = await text();
    expect(status).toBe('accepted');
    await until(() => failures().length > 0);
    const [message] = emulator.messages as [BusinessMessage];
    expect([message.id, message.status, message.errorCode]).toEqual([messageId, 'failed', 131047]);
    expect(failures()).toEqual([131047]);
    expect(ana.inbox).toEqual([]);
    await messages.sendTemplate({ to: '16505551234', ...REMINDER });
    await ana.expectReply({ type: 'template' });
  });

  it('opens with a message, closes a day after the last one, and opens again', async () => {
    await start();
    await ana.says('Hi');
    await text();
    await clock().advance(24 * HOUR - 1);
    await text();
    await clock().advance(1);
    await text();
    await ana.says('Still here');
    await text();
    await emulator.idle();
    expect(sent()).toEqual(['text accepted', 'text accepted', 'text failed', 'text accepted']);
    expect(failures()).toEqual([131047]);
  });

  it('opens with a call, for one number and one user, and not with words in a group', async () => {
    await start({}, { numbers: [{ phoneNumberId: '299', displayPhoneNumber: '15550100099' }] });
    const ben = emulator.user({ name: 'Ben', username: 'ben' });
    const group = emulator.group({ subject: 'Trip', participants: [ana, ben] });
    await ana.says('Hi all', { group });
    await text();
    await text({}, ben.profile.userId);
    await messages.sendText({ to: { group: group.id }, body: 'Hi' });
    const settings = { calling: { status: 'ENABLED' } };
    await fetch(`${emulator.url}/v26.0/${emulator.phoneNumberId}/settings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(settings),
    });
    const call = await ben.calls();
    await call.hangsUp();
    await text({}, ben.profile.userId);
    await text({ phoneNumberId: '299' }, ben.profile.userId);
    await ben.says('And you?', { phoneNumberId: '299' });
    await text({ phoneNumberId: '299' }, ben.profile.userId);
    await emulator.idle();
    expect(sent()).toEqual([
      'text failed',
      'text failed',
      'text accepted',
      'text accepted',
      'text failed',
      'text accepted',
    ]);
  });

  it('does not open by notices of WhatsApp', async () => {
    await start();
    const { status } = await ana.raw({
      type: 'system',
      system: { type: 'user_changed_number', body: 'Ana has a new number', wa_id: '16505559999' },
    });
    expect(status).toBe(200);
    await text();
    await emulator.idle();
    expect(sent()).toEqual(['text failed']);
  });

  it('can be switched for one number while it runs', async () => {
    await start({}, { enforceWindow: false });
    await text();
    emulator.number().enforceWindow = true;
    await text();
    emulator.number().enforceWindow = false;
    await text();
    await emulator.idle();
    expect(sent()).toEqual(['text accepted', 'text failed', 'text accepted']);
  });

  describe('an application with a template to fall back on', () => {
    it('sends it exactly once when the failure is told later, however often', async () => {
      await start();
      const result = await text({ outsideWindow: REMINDER });
      expect(result.fallback).toBeUndefined();
      const template = await ana.expectReply({ type: 'template', template: { name: 'reminder' } });
      expect(template.payload.biz_opaque_callback_data).toBe('o-1');
      await emulator.idle();
      await emulator.redeliver(emulator.deliveries);
      await clock().advance(5000);
      await emulator.reportStatus(emulator.messages[0]!, 'failed', { code: 131047 });
      await emulator.idle();
      await stop();
      expect(sent()).toEqual(['text failed', 'template accepted']);
    });

    it('sends it exactly once for all parts of a text', async () => {
      await start();
      const input = { to: '16505551234', body: 'word '.repeat(2000), overflow: 'split' } as const;
      await messages.sendText(input, { outsideWindow: REMINDER });
      await ana.expectReply({ type: 'template' });
      await emulator.idle();
      await stop();
      expect(sent().filter((each) => each.startsWith('template'))).toHaveLength(1);
      expect(sent().filter((each) => each === 'text failed').length).toBeGreaterThan(0);
      expect(sent()).not.toContain('text accepted');
    });

    it('learns from the failure: the next message makes way at once', async () => {
      await start({ window: {} });
      await text({ outsideWindow: REMINDER });
      await ana.expectReply({ type: 'template' });
      await clock().advance(1000);
      const next = await text({ outsideWindow: REMINDER });
      expect(next.fallback).toBe(true);
      expect(sent()).toEqual(['text failed', 'template accepted', 'template accepted']);
    });

    it('needs none once the user has written', async () => {
      await start({ window: {} });
      await text({ outsideWindow: REMINDER });
      await ana.expectReply({ type: 'template' });
      await clock().advance(1000);
      await ana.says('I am back');
      const result = await text({ outsideWindow: REMINDER });
      expect(result.fallback).toBeUndefined();
      await ana.expectReply({ type: 'text' });
      await emulator.idle();
      expect(sent()).toEqual(['text failed', 'template accepted', 'text accepted']);
    });

    it('does not let a code stand in for a message to a user id', async () => {
      await start({ window: {} });
      const code = defineTemplate({ name: 'code', language: 'en_US', otp: '123456' });
      const refused = text({ outsideWindow: code }, ana.profile.userId);
      await expect(refused).rejects.toBeInstanceOf(PayloadValidationError);
      await expect(refused).rejects.toThrow(/131062/);
      expect(emulator.messages).toEqual([]);
      await text({ outsideWindow: code, validate: false }, ana.profile.userId);
      await emulator.idle();
      expect(sent()).toEqual(['text failed', 'template accepted']);
    });
  });

  describe('an application that throws', () => {
    it('sends nothing outside the window, and all inside', async () => {
      await start({ window: { outsideWindow: 'throw' } });
      await ana.says('Hi');
      await text();
      await clock().advance(24 * HOUR);
      await expect(text()).rejects.toBeInstanceOf(OutsideWindowError);
      await messages.sendTemplate({ to: '16505551234', ...REMINDER });
      await ana.says('Hello again');
      await text();
      await emulator.idle();
      expect(sent()).toEqual(['text accepted', 'template accepted', 'text accepted']);
      expect(failures()).toEqual([]);
    });

    it('knows a user by parent id, too', async () => {
      await start({ window: { outsideWindow: 'throw' } });
      await clock().advance(24 * HOUR);
      const eve = emulator.user({ name: 'Eve', username: 'eve', parentUserId: 'US.ENT.506847293015824' });
      await expect(text({}, 'US.ENT.506847293015824')).rejects.toBeInstanceOf(OutsideWindowError);
      await eve.says('Hi');
      await text({}, 'US.ENT.506847293015824');
      await text({}, eve.profile.userId);
      await emulator.idle();
      expect(sent()).toEqual(['text accepted', 'text accepted']);
    });

    it('throws after the first failure that it is told of', async () => {
      await start({ window: {} });
      await text();
      await until(() => failures().length > 0);
      await clock().advance(1000);
      await expect(text({ outsideWindow: 'throw' })).rejects.toBeInstanceOf(OutsideWindowError);
      await ana.says('Hi');
      await text({ outsideWindow: 'throw' });
      await emulator.idle();
      expect(sent()).toEqual(['text failed', 'text accepted']);
    });
  });
});
