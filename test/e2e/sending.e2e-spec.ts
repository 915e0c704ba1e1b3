import { Injectable } from '@nestjs/common';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import {
  MessagesService,
  OnWhatsAppEvent,
  SendOutcomeUnknownError,
  WhatsAppModule,
} from 'nestjs-whatsapp-cloud';
import type { VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import { WHATSAPP_OPTIONS } from '../../lib/config/whatsapp.constants';
import { OutsideWindowError } from '../../lib/errors/outside-window.error';
import { InProcessPacer } from '../../lib/pacing/in-process.pacer';
import { sendingProviders } from '../../lib/sending.providers';
import { CustomerServiceWindow } from '../../lib/window/customer-service-window.service';
import type { Booted, BootSetup } from '../support/boot';
import { boot } from '../support/boot';
import { until } from '../support/fault-server';
import { ManualClock } from '../support/manual-clock';

const HOUR = 3_600_000;
const REMINDER = { name: 'reminder', language: 'en_US' } as const;

/** Answers only where it may. */
@Injectable()
class Echo {
  constructor(private readonly messages: MessagesService) {}

  @OnWhatsAppEvent('message.text')
  async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
    await this.messages.reply(event, { body: 'Hello' }, { outsideWindow: 'throw' });
  }
}

describe('what stands around sending', () => {
  let booted: Booted;
  let running: Booted | undefined;
  let ana: VirtualUser;
  const clock = (): ManualClock => booted.app.get<{ clock: ManualClock }>(WHATSAPP_OPTIONS).clock;
  const types = (): string[] => booted.emulator.messages.map(({ type }) => type);
  const phone = (): string => ana.profile.phone!;

  async function start({ options, ...setup }: BootSetup = {}): Promise<MessagesService> {
    const time = new ManualClock();
    booted = await boot({
      ...setup,
      emulator: { clock: time, ...setup.emulator },
      options: { clock: time, ...options },
    });
    running = booted;
    ana = booted.emulator.user({ name: 'Ana', phone: '16505551234' });
    return booted.app.get(MessagesService);
  }

  beforeAll(() => {
    const providers = Reflect.getMetadata('providers', WhatsAppModule) as unknown[];
    for (const provider of sendingProviders) if (!providers.includes(provider)) providers.push(provider);
  });
  afterEach(() => stop());

  /** Waits for all that is under way. */
  async function stop(): Promise<void> {
    await running?.stop();
    running = undefined;
  }

  describe('the customer-service window', () => {
    it('is open when the handler of a message answers, and closed a day later', async () => {
      const messages = await start({ options: { window: {}, handling: 'first' }, providers: [Echo] });
      await ana.says('Hi');
      await ana.expectReply(/Hello/);
      await clock().advance(23 * HOUR);
      await messages.sendText({ to: phone(), body: 'Still there?' }, { outsideWindow: 'throw' });
      await clock().advance(HOUR);
      await expect(
        messages.sendText({ to: phone(), body: 'Too late' }, { outsideWindow: 'throw' }),
      ).rejects.toBeInstanceOf(OutsideWindowError);
      expect(types()).toEqual(['text', 'text']);
      const window = booted.app.get(CustomerServiceWindow, { strict: false });
      expect(await window.stateOf({ phoneNumberId: booted.emulator.phoneNumberId, user: phone() })).toBe(
        'closed',
      );
    });

    it('is tried by default, and templates go out in any case', async () => {
      const messages = await start({ options: { window: { outsideWindow: 'throw' } } });
      await clock().advance(24 * HOUR);
      await messages.sendTemplate({ to: phone(), ...REMINDER });
      await messages.sendText({ to: phone(), body: 'Hi' }, { outsideWindow: 'try' });
      await expect(messages.sendText({ to: phone(), body: 'Hi' })).rejects.toBeInstanceOf(OutsideWindowError);
      expect(types()).toEqual(['template', 'text']);
    });

    it('says what to set when nothing tracks it', async () => {
      const messages = await start();
      await expect(
        messages.sendText({ to: phone(), body: 'Hi' }, { outsideWindow: 'throw' }),
      ).rejects.toThrow(/window: \{\}/);
      expect(types()).toEqual([]);
    });

    it('sends the template at once when it is known to be closed, one for all parts of a text', async () => {
      const messages = await start({ options: { window: {} } });
      await clock().advance(24 * HOUR);
      const result = await messages.sendText(
        { to: phone(), body: 'word '.repeat(2000), overflow: 'split', correlation: 'o-1' },
        { outsideWindow: REMINDER },
      );
      expect(result.fallback).toBe(true);
      expect(types()).toEqual(['template']);
      expect(booted.emulator.messages[0]!.payload).toMatchObject({
        to: phone(),
        biz_opaque_callback_data: 'o-1',
        template: { name: 'reminder', language: { code: 'en_US' } },
      });
    });

    it('sends the template when Meta refuses the message, and learns from it', async () => {
      const messages = await start({ options: { window: {} } });
      booted.emulator.failNext({ path: '/messages', code: 131047 });
      const result = await messages.sendText({ to: phone(), body: 'Hi' }, { outsideWindow: REMINDER });
      expect(result.fallback).toBe(true);
      await clock().advance(1000);
      await expect(
        messages.sendText({ to: phone(), body: 'Hi' }, { outsideWindow: 'throw' }),
      ).rejects.toBeInstanceOf(OutsideWindowError);
      expect(types()).toEqual(['template']);
    });

    it('does not send the template for another refusal', async () => {
      const messages = await start();
      booted.emulator.failNext({ path: '/messages', code: 131026 });
      await expect(
        messages.sendText({ to: phone(), body: 'Hi' }, { outsideWindow: REMINDER }),
      ).rejects.toMatchObject({ code: 131026 });
      expect(types()).toEqual([]);
    });
  });

  describe('a message that fails later', () => {
    it('sends its template once, however often the failure is told', async () => {
      const messages = await start();
      const result = await messages.sendText({ to: phone(), body: 'Hi' }, { outsideWindow: REMINDER });
      expect(result.fallback).toBeUndefined();
      const [message] = booted.emulator.messages;
      const told = await booted.emulator.reportStatus(message!, 'failed', { code: 131047 });
      await until(() => types().length === 2);
      await booted.emulator.redeliver(told);
      // Another time of the status makes it another item, which deduplication lets pass.
      await clock().advance(5000);
      await booted.emulator.reportStatus(message!, 'failed', { code: 131047 });
      await booted.emulator.idle();
      await stop();
      expect(types()).toEqual(['text', 'template']);
    });

    it('sends one template for all parts of a text', async () => {
      const messages = await start();
      const body = 'word '.repeat(2000);
      const { parts } = await messages.sendText(
        { to: phone(), body, overflow: 'split' },
        { outsideWindow: REMINDER },
      );
      expect(parts!.length).toBeGreaterThan(1);
      const sent = [...booted.emulator.messages];
      await booted.emulator.batch(() =>
        Promise.all(sent.map((message) => booted.emulator.reportStatus(message, 'failed', { code: 131047 }))),
      );
      await until(() => types().includes('template'));
      await stop();
      expect(types().filter((type) => type === 'template')).toHaveLength(1);
    });

    it('sends one template to a group in which several members are not reached', async () => {
      const messages = await start();
      const ben = booted.emulator.user({ name: 'Ben', phone: '16505550000' });
      const group = booted.emulator.group({ subject: 'Trip', participants: [ana, ben] });
      await messages.sendText({ to: { group: group.id }, body: 'Hi' }, { outsideWindow: REMINDER });
      const [message] = booted.emulator.messages;
      const statuses = [ana, ben].map(({ profile }) => ({
        id: message!.id,
        status: 'failed',
        timestamp: String(clock().now() / 1000),
        recipient_type: 'group',
        recipient_id: group.id,
        recipient_participant_id: profile.phone,
        errors: [{ code: 131047, title: 'Re-engagement message' }],
      }));
      const { phoneNumberId, wabaId, displayPhoneNumber } = booted.emulator;
      const metadata = { phone_number_id: phoneNumberId, display_phone_number: displayPhoneNumber };
      const value = { messaging_product: 'whatsapp', metadata, statuses };
      await booted.emulator.deliver({
        object: 'whatsapp_business_account',
        entry: [{ id: wabaId, changes: [{ field: 'messages', value }] }],
      });
      await until(() => types().length > 1);
      await stop();
      expect(types()).toEqual(['text', 'template']);
      expect(booted.emulator.messages[1]!.payload).toMatchObject({ to: group.id, recipient_type: 'group' });
    });

    it('sends nothing for another failure, nor for a failure of the template', async () => {
      const messages = await start();
      await messages.sendText({ to: phone(), body: 'Hi' }, { outsideWindow: REMINDER });
      await messages.sendText({ to: phone(), body: 'Hi' }, { outsideWindow: REMINDER });
      const [other, closed] = booted.emulator.messages;
      await booted.emulator.reportStatus(other!, 'failed', { code: 131026 });
      await booted.emulator.reportStatus(closed!, 'failed', { code: 131047 });
      await until(() => types().length === 3);
      await booted.emulator.reportStatus(booted.emulator.messages[2]!, 'failed', { code: 131047 });
      await stop();
      expect(types()).toEqual(['text', 'text', 'template']);
    });
  });

  describe('a send whose answer was lost', () => {
    const sendAndLose = async (messages: MessagesService): Promise<SendOutcomeUnknownError> => {
      booted.emulator.failNext({ path: '/messages', resetSocket: 'after' });
      const error: unknown = await messages
        .sendText({ to: phone(), body: 'Pay', correlation: 'order-7' })
        .catch((caught: unknown) => caught);
      if (!(error instanceof SendOutcomeUnknownError)) throw new Error('the answer came');
      return error;
    };

    it('settles as accepted when a status tells of it, and is not sent again', async () => {
      const error = await sendAndLose(await start());
      expect(error.correlation).toBe('order-7');
      const [message] = booted.emulator.messages;
      await booted.emulator.reportStatus(message!, 'delivered');
      expect(await error.outcome).toEqual({
        status: 'accepted',
        messageId: message!.id,
        reported: 'delivered',
      });
      expect(types()).toEqual(['text']);
    });

    it('is told of to those who listen for all of them', async () => {
      const messages = await start();
      const told: unknown[] = [];
      const subscription = messages.outcomes.subscribe((settled) => told.push(settled));
      await sendAndLose(messages);
      const [message] = booted.emulator.messages;
      await booted.emulator.reportStatus(message!, 'sent');
      await until(() => told.length > 0);
      subscription.unsubscribe();
      expect(told).toEqual([
        {
          correlation: 'order-7',
          outcome: { status: 'accepted', messageId: message!.id, reported: 'sent' },
        },
      ]);
    });

    it('stays unknown when nothing is heard of it', async () => {
      const error = await sendAndLose(await start());
      await clock().advance(600_000);
      expect(await error.outcome).toEqual({ status: 'unknown' });
    });
  });

  describe('pacing', () => {
    it('keeps a number below the limit that Meta enforces', async () => {
      const limit = { messagesPerSecond: 20 };
      const messages = await start({ options: { pacing: limit, http: { maxAttempts: 1 } }, emulator: limit });
      const sends = Promise.all(
        Array.from({ length: 60 }, (_, i) => messages.sendText({ to: phone(), body: String(i) })),
      );
      const pacer = booted.app.get(InProcessPacer, { strict: false });
      await until(() => pacer.waiting > 0);
      while (pacer.waiting > 0) await clock().advance(50);
      await sends;
      expect(types()).toHaveLength(60);
      const seconds = (clock().now() - Date.UTC(2026, 0, 10)) / 1000;
      expect(seconds).toBeGreaterThan(2.9);
      expect(seconds).toBeLessThan(3.5);
    });

    it('asks for the throughput of a number once, and again when Meta told of an upgrade', async () => {
      const messages = await start({ options: { pacing: {} } });
      const asked = (): number => booted.emulator.requests.filter(({ method }) => method === 'GET').length;
      for (const body of ['1', '2']) await messages.sendText({ to: phone(), body });
      await until(() => asked() > 0);
      const { wabaId, displayPhoneNumber } = booted.emulator;
      const value = { display_phone_number: displayPhoneNumber, event: 'THROUGHPUT_UPGRADE' };
      await booted.emulator.deliver({
        object: 'whatsapp_business_account',
        entry: [{ id: wabaId, time: 1, changes: [{ field: 'phone_number_quality_update', value }] }],
      });
      expect(asked()).toBe(1);
      for (const body of ['3', '4']) await messages.sendText({ to: phone(), body });
      await until(() => asked() > 1);
      expect(asked()).toBe(2);
    });

    const waiting = (): number => booted.app.get(InProcessPacer, { strict: false }).waiting;

    it('holds the whole number when one message is refused and repeated', async () => {
      const messages = await start({ options: { pacing: { messagesPerSecond: 1000 } } });
      booted.emulator.failNext({ path: '/messages', code: 130429 });
      const repeated = messages.sendText({ to: phone(), body: '1' });
      await until(() => booted.emulator.requests.some(({ code }) => code === 130429));
      await new Promise((resolve) => setTimeout(resolve, 20));
      const other = messages.sendText({ to: '16505550000', body: '2' });
      await until(() => waiting() === 1);
      while (types().length < 2) await clock().advance(100);
      await Promise.all([repeated, other]);
    });

    it('keeps to the limit of a pair that Meta enforces, and lets other users through', async () => {
      const messages = await start({
        options: { pacing: { messagesPerSecond: 1000, pairs: true, maxWaitMs: 120_000 } },
        emulator: { limitPairs: true },
      });
      const sends = Promise.all(
        Array.from({ length: 50 }, (_, i) => messages.sendText({ to: phone(), body: String(i) })),
      );
      await until(() => waiting() === 5);
      await messages.sendText({ to: '16505550000', body: 'Hi' });
      while (waiting() > 0) await clock().advance(1000);
      await sends;
      expect(types()).toHaveLength(51);
      expect(booted.emulator.requests.filter(({ code }) => code === 131056)).toEqual([]);
    });

    it('slows a pair down when a status tells that it was too fast', async () => {
      const messages = await start({ options: { pacing: { messagesPerSecond: 1000 } } });
      await messages.sendText({ to: phone(), body: '1' });
      await booted.emulator.reportStatus(booted.emulator.messages[0]!, 'failed', { code: 131056 });
      const next = messages.sendText({ to: phone(), body: '2' });
      await until(() => waiting() === 1);
      await messages.sendText({ to: '16505550000', body: '3' });
      while (waiting() > 0) await clock().advance(500);
      await next;
      expect(types()).toHaveLength(3);
    });

    it('stops a number when an event tells that it was too fast', async () => {
      const messages = await start({ options: { pacing: { messagesPerSecond: 1000 } } });
      const { phoneNumberId, wabaId, displayPhoneNumber } = booted.emulator;
      const metadata = { phone_number_id: phoneNumberId, display_phone_number: displayPhoneNumber };
      const errors = [{ code: 130429, title: 'Rate limit hit', message: 'Rate limit hit' }];
      const value = { messaging_product: 'whatsapp', metadata, errors };
      await booted.emulator.deliver({
        object: 'whatsapp_business_account',
        entry: [{ id: wabaId, changes: [{ field: 'messages', value }] }],
      });
      const next = messages.sendText({ to: phone(), body: '1' });
      await until(() => waiting() === 1);
      while (waiting() > 0) await clock().advance(500);
      await next;
    });

    it('is refused by Meta without it', async () => {
      const messages = await start({
        options: { http: { maxAttempts: 1 } },
        emulator: { messagesPerSecond: 20 },
      });
      const sends = await Promise.allSettled(
        Array.from({ length: 60 }, () => messages.sendText({ to: phone(), body: 'x' })),
      );
      expect(sends.filter(({ status }) => status === 'rejected')).toHaveLength(40);
    });
  });
});
