import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudApiEmulator, EmulatorError, signWebhook, SteppedClock } from '../../lib/testing';
import type { CloudApiEmulatorOptions } from '../../lib/testing';
import { ManualClock } from '../support/manual-clock';
import { Receiver } from './emulator-receiver';
import type { Json } from './emulator-receiver';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const fixture = (name: string): Buffer => readFileSync(join(__dirname, '../fixtures/webhooks', name));

let emulator: CloudApiEmulator;
let app: Receiver;

async function start(options: CloudApiEmulatorOptions = {}): Promise<void> {
  emulator = await CloudApiEmulator.start({ clock: new SteppedClock(Date.UTC(2026, 0, 10)), ...options });
}

async function send(to: string, body = 'hello'): Promise<void> {
  const response = await fetch(`${emulator.url}/v26.0/${emulator.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.accessToken}` },
    body: JSON.stringify({ messaging_product: 'whatsapp', to, type: 'text', text: { body } }),
  });
  if (response.status !== 200) throw new Error(await response.text());
}

beforeEach(async () => {
  app = await Receiver.start();
});

afterEach(async () => {
  await emulator.stop();
  await app.stop();
});

describe('the handshake', () => {
  beforeEach(() => start());

  it('passes with the verify token and sends the mode and a challenge', async () => {
    let asked = new URLSearchParams();
    const answer = app.handshake;
    app.handshake = (query, response) => {
      asked = query;
      answer(query, response);
    };
    await emulator.connect(app.url);
    expect(Object.fromEntries(asked)).toEqual({
      'hub.mode': 'subscribe',
      'hub.challenge': expect.stringMatching(/^\d+$/),
      'hub.verify_token': 'emulator-verify-token',
    });
    await emulator.user({ name: 'Ann' }).says('hi');
    expect(app.items('messages')).toHaveLength(1);
  });

  it.each<[string, Receiver['handshake'], RegExp]>([
    ['a refusal', (_query, response) => response.writeHead(403).end(), /answered 403 .* verify token/],
    ['a wrong path', (_query, response) => response.writeHead(404).end(), /answered 404 .* Check the path/],
    [
      'a wrapped challenge',
      (query, response) => response.end(JSON.stringify({ data: query.get('hub.challenge') })),
      /instead of the plain challenge/,
    ],
    ['a broken connection', (_query, response) => response.destroy(), /ECONNRESET/],
  ])('explains %s', async (_what, handshake, message) => {
    app.handshake = handshake;
    await expect(emulator.connect(app.url)).rejects.toThrow(message);
    await expect(emulator.user({ name: 'Ann' }).says('hi')).rejects.toThrow('call connect(webhookUrl) first');
  });

  it('explains that nobody listens, and does not start then', async () => {
    const url = app.url;
    await app.stop();
    const starting = CloudApiEmulator.start({ webhookUrl: url });
    await expect(starting).rejects.toThrow(EmulatorError);
    await expect(starting).rejects.toThrow(/ECONNREFUSED.*listening/);
    app = await Receiver.start();
  });

  it('can be left out', async () => {
    app.handshake = (_query, response) => response.writeHead(403).end();
    await emulator.connect(app.url, { handshake: false });
    await emulator.user({ name: 'Ann' }).says('hi');
    expect(app.received).toHaveLength(1);
  });
});

describe('bytes and signatures', () => {
  beforeEach(async () => {
    await start({ appSecret: 'test-app-secret' });
    await emulator.connect(app.url);
  });

  it("are Meta's: escaped, with the signature over the very bytes", async () => {
    await emulator.user({ name: 'José 🦙' }).says('https://example.test/ñ @ 50%');
    const [webhook] = app.received;
    expect(webhook?.bytes.toString('latin1')).toContain('Jos\\u00e9 \\ud83e\\udd99');
    expect(webhook?.bytes.toString('latin1')).toContain(
      'https:\\/\\/example.test\\/\\u00f1 \\u0040 50\\u0025',
    );
    expect(webhook?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-hub-signature-256': signWebhook(webhook?.bytes ?? '', 'test-app-secret'),
      'x-hub-signature': expect.stringMatching(/^sha1=[0-9a-f]{40}$/),
    });
    expect(webhook?.body.entry[0].changes[0].value.contacts[0].profile.name).toBe('José 🦙');
  });

  it('deliver a fixture byte for byte, or an object as Meta writes it', async () => {
    const bytes = fixture('envelope.unicode.json');
    await emulator.deliverBytes(bytes);
    await emulator.deliver(JSON.parse(bytes.toString()) as object);
    await emulator.deliver(bytes.toString());
    for (const webhook of app.received) {
      expect(webhook.bytes.equals(bytes)).toBe(true);
      expect(webhook.headers['x-hub-signature-256']).toBe(
        'sha256=f75055edbcd5e76852bab4eae0beeeb222638fe3d36d4137efbfe6fe6939195b',
      );
    }
    expect(app.received).toHaveLength(3);
  });

  it('may be no JSON at all', async () => {
    const delivery = await emulator.deliver('{"broken": ');
    expect(app.received[0]?.bytes.toString()).toBe('{"broken": ');
    expect(delivery).toMatchObject({ ok: true, body: undefined });
    expect(delivery.durationMs).toBeGreaterThan(0);
  });

  it('can be signed with another secret, wrongly, or not at all', async () => {
    await emulator.deliver({ a: 1 }, { appSecret: 'other' });
    await emulator.deliver({ a: 1 }, { signature: 'sha256=00', headers: { 'x-extra': '1' } });
    await emulator.deliver({ a: 1 }, { signature: null });
    const [other, wrong, none] = app.received.map((webhook) => webhook.headers);
    expect(other?.['x-hub-signature-256']).toBe(signWebhook('{"a":1}', 'other'));
    expect(wrong).toMatchObject({ 'x-hub-signature-256': 'sha256=00', 'x-extra': '1' });
    expect(wrong).not.toHaveProperty('x-hub-signature');
    expect(none).not.toHaveProperty('x-hub-signature-256');
  });

  it('let the messages of a fixture be read and quoted', async () => {
    await emulator.deliverBytes(fixture('messages.text.json'));
    const [{ id }] = app.items('messages');
    const post = (body: object): Promise<Response> =>
      fetch(`${emulator.url}/${emulator.phoneNumberId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${emulator.accessToken}` },
        body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
      });
    expect((await post({ status: 'read', message_id: id })).status).toBe(200);
    const reply = { to: '15550100123', type: 'text', text: { body: 'x' }, context: { message_id: id } };
    expect((await post(reply)).status).toBe(200);
    const reaction = { to: '15550100123', type: 'reaction', reaction: { message_id: id, emoji: '👍' } };
    expect((await post(reaction)).status).toBe(200);
    expect(emulator.messages.map((message) => message.status)).toEqual(['accepted', 'accepted']);
  });
});

describe('retries', () => {
  const failures = (...statuses: number[]): void => {
    app.answer = () => statuses.shift() ?? 200;
  };

  beforeEach(async () => {
    await start({ retryGapsMs: [0, 10 * SECOND, 60 * SECOND] });
    await emulator.connect(app.url);
  });

  it('do not happen by themselves', async () => {
    failures(500);
    const said = await emulator.user({ name: 'Ann' }).says('hi');
    expect(said).toMatchObject({ status: 500, attempts: 1 });
    expect(said.delivery.state).toBe('waiting');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(app.received).toHaveLength(1);
  });

  it('come when the clock says so, with the same bytes, until the answer is 200', async () => {
    failures(500, 503, 404);
    const { delivery } = await emulator.user({ name: 'Ann' }).says('hi');
    await emulator.advance(0);
    expect(delivery.attempts.map(({ status }) => status)).toEqual([500, 503]);
    await emulator.advance(10 * SECOND - 1);
    expect(delivery.attempts).toHaveLength(2);
    await emulator.advance(1);
    expect(delivery.attempts.map(({ status }) => status)).toEqual([500, 503, 404]);
    await emulator.advance(60 * SECOND);
    expect(delivery).toMatchObject({ ok: true, status: 200, state: 'accepted', retryAt: undefined });
    const start = delivery.attempts[0]?.at ?? 0;
    expect(delivery.attempts.map(({ at }) => at - start)).toEqual([0, 0, 10 * SECOND, 70 * SECOND]);
    expect(new Set(app.received.map(({ bytes }) => bytes.toString())).size).toBe(1);
    await emulator.advance(DAY);
    expect(app.received).toHaveLength(4);
  });

  it('take no other 2xx for an answer, and end after 7 days', async () => {
    await emulator.stop();
    await start({ retryGapsMs: [DAY] });
    await emulator.connect(app.url);
    app.answer = () => 204;
    const { delivery } = await emulator.user({ name: 'Ann' }).says('hi');
    await emulator.advance(30 * DAY);
    expect(delivery).toMatchObject({ state: 'given-up', ok: false, status: 204 });
    expect(delivery.attempts).toHaveLength(8);
  });

  it('can be had at once', async () => {
    failures(500, 500);
    const ann = emulator.user({ name: 'Ann' });
    await ann.says('one');
    await ann.says('two');
    const repeated = await emulator.retryNow();
    expect(repeated.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await emulator.retryNow()).toEqual([]);
    await emulator.advance(DAY);
    expect(app.received).toHaveLength(4);
  });

  it('follow a connection that breaks, and an application that is away', async () => {
    app.answer = (_webhook, response) => void response.socket?.resetAndDestroy();
    const ann = emulator.user({ name: 'Ann' });
    const { delivery } = await ann.says('hi');
    expect(delivery.attempts).toEqual([
      { at: expect.any(Number), url: app.url, durationMs: expect.any(Number), error: 'ECONNRESET' },
    ]);
    expect(delivery).toMatchObject({ status: undefined, state: 'waiting' });
    await app.stop();
    await emulator.advance(0);
    expect(delivery.attempts[1]).toMatchObject({ error: 'ECONNREFUSED' });
    app = await Receiver.start();
    await emulator.connect(app.url);
    await emulator.advance(10 * SECOND);
    expect(app.items('messages').map((message) => message.text.body)).toEqual(['hi']);
  });

  it('follow an answer that does not come', async () => {
    await emulator.stop();
    await start({ answerTimeoutMs: 30 });
    await emulator.connect(app.url);
    app.answer = () => undefined;
    const { delivery } = await emulator.user({ name: 'Ann' }).says('hi');
    expect(delivery.attempts[0]).toMatchObject({ error: 'no answer within 30 ms' });
    expect(delivery.attempts[0]?.durationMs).toBeGreaterThanOrEqual(29);
  });

  it('run on the clock of the application, and do not wait for one that waits for the clock', async () => {
    await emulator.stop();
    const clock = new ManualClock();
    await start({ clock, retryGapsMs: [SECOND] });
    await emulator.connect(app.url);
    let answers = 0;
    app.answer = () =>
      new Promise((resolve) => clock.schedule(() => resolve(++answers === 1 ? 503 : 200), 8 * SECOND));
    const said = emulator.user({ name: 'Ann' }).says('hi');
    while (app.received.length === 0) await new Promise(setImmediate);
    await emulator.advance(8 * SECOND);
    const { delivery } = await said;
    expect(delivery.status).toBe(503);
    await emulator.advance(SECOND);
    expect(delivery.state).toBe('posting');
    await emulator.advance(8 * SECOND);
    await emulator.idle();
    expect(delivery.ok).toBe(true);
  });

  it('run on their own with a clock that does', async () => {
    await emulator.stop();
    const clock = {
      now: () => Date.now(),
      schedule: (callback: () => void, ms: number) => ({
        cancel: clearTimeout.bind(null, setTimeout(callback, ms)),
      }),
    };
    await start({ clock, retryGapsMs: [1] });
    await emulator.connect(app.url);
    failures(500);
    const again = new Promise<void>((resolve) => emulator.on('delivery', ({ ok }) => ok && resolve()));
    await emulator.user({ name: 'Ann' }).says('hi');
    await again;
    expect(app.received).toHaveLength(2);
    await expect(emulator.advance(1)).rejects.toThrow('runs on its own');
  });

  it('need gaps that end in more than nothing', async () => {
    await expect(CloudApiEmulator.start({ retryGapsMs: [5, 0] })).rejects.toThrow('retryGapsMs');
  });
});

describe('grouping', () => {
  beforeEach(async () => {
    await start();
    await emulator.connect(app.url);
  });

  it('puts what happens in a batch into one webhook', async () => {
    const [ann, bob] = [emulator.user({ name: 'Ann' }), emulator.user({ name: 'Bob' })];
    const delivery = await emulator.batch(async () => {
      const first = await ann.says('one');
      expect(first.status).toBeUndefined();
      await bob.says('two');
      await ann.says('three');
    });
    expect(delivery).toMatchObject({ status: 200, ok: true });
    expect(app.received).toHaveLength(1);
    const [change, ...others] = app.received[0]?.body.entry[0].changes;
    expect(others).toEqual([]);
    expect(change.value.messages.map((message: Json) => message.text.body)).toEqual(['one', 'two', 'three']);
    expect(change.value.contacts.map((contact: Json) => contact.profile.name)).toEqual(['Ann', 'Bob']);
  });

  it('holds until the release', async () => {
    emulator.hold();
    expect(() => emulator.hold()).toThrow('release() first');
    expect(await emulator.release()).toBeUndefined();
    await expect(emulator.release()).rejects.toThrow('hold() first');
    await expect(emulator.batch(() => undefined)).rejects.toThrow('Nothing was sent');
    await expect(emulator.batch(() => Promise.reject(new Error('own')))).rejects.toThrow('own');
    expect(emulator.deliveries).toEqual([]);
    await emulator.user({ name: 'Ann' }).says('at once');
    expect(app.received).toHaveLength(1);
  });

  it('delivers again, the same or otherwise grouped', async () => {
    const ann = emulator.user({ name: 'Ann' });
    const one = await ann.says('one');
    const again = await emulator.deliverAgain();
    expect(again.bytes.equals(one.delivery.bytes)).toBe(true);
    const two = await ann.says('two');
    const [merged] = await emulator.redeliver([one.delivery, two.delivery], { regroup: true });
    expect(app.received.map(({ body }) => body.entry[0].changes[0].value.messages.length)).toEqual([
      1, 1, 1, 2,
    ]);
    const split = await emulator.redeliver(merged ?? [], { regroup: true });
    expect(split.map(({ body }) => body)).toEqual([one.delivery.body, two.delivery.body]);
    expect(
      app.received.every(
        ({ bytes, headers }) => headers['x-hub-signature-256'] === signWebhook(bytes, emulator.appSecret),
      ),
    ).toBe(true);
  });

  it('says when there is nothing to deliver again', async () => {
    await expect(emulator.deliverAgain()).rejects.toThrow('Nothing has been delivered');
    const odd = await emulator.deliver('{"object":"page"}');
    await expect(emulator.redeliver(odd, { regroup: true })).rejects.toThrow('holds no updates');
  });
});

describe('statuses', () => {
  it('are reported in order for every message, when asked for in the options', async () => {
    await start({ autoStatuses: ['sent', 'delivered'] });
    await emulator.connect(app.url);
    const ann = emulator.user({ name: 'Ann', phone: '15550100123', userId: 'US.5550' });
    await send('15550100123');
    await emulator.idle();
    expect(app.items('statuses')).toEqual(
      ['sent', 'delivered'].map((status) => ({
        id: ann.lastMessage?.id,
        status,
        timestamp: '1768003200',
        recipient_id: '15550100123',
        recipient_user_id: 'US.5550',
      })),
    );
    expect(ann.lastMessage).toMatchObject({ status: 'delivered', ticks: '✓✓' });
  });

  it('are kept without an application, and are none by default', async () => {
    await start({ autoStatuses: ['sent'] });
    await send('15550109999');
    await emulator.idle();
    expect(emulator.messages[0]?.status).toBe('sent');
    await emulator.stop();
    await start();
    await emulator.connect(app.url);
    await send('15550109999');
    await emulator.idle();
    expect(app.received).toEqual([]);
  });

  it('report a failure with its code, without a contact, and never go back', async () => {
    await start();
    await emulator.connect(app.url);
    emulator.user({ name: 'Ann', phone: '15550100123', userId: 'US.5550' });
    await send('15550100123');
    const message = emulator.messages[0]!;
    const delivery = await emulator.reportStatus(message, 'failed', {
      code: 131047,
      details: 'More than 24 hours.',
    });
    expect(delivery.ok).toBe(true);
    const { value } = app.received[0]?.body.entry[0].changes[0];
    expect(value).not.toHaveProperty('contacts');
    expect(value.statuses[0]).toMatchObject({
      status: 'failed',
      errors: [
        { code: 131047, title: 'Re-engagement message', error_data: { details: 'More than 24 hours.' } },
      ],
    });
    await emulator.reportStatus(message, 'sent');
    expect(message).toMatchObject({ status: 'failed', errorCode: 131047, ticks: '✗ failed (131047)' });
  });

  it('carry the data of the sender, and the participants of a group', async () => {
    await start({ autoStatuses: ['sent', 'delivered'] });
    await emulator.connect(app.url);
    const [ann, bob] = [
      emulator.user({ name: 'Ann', phone: '15550100123' }),
      emulator.user({ name: 'Bob', username: 'bob' }),
    ];
    const group = emulator.group({ subject: 'Trip', participants: [ann, bob] });
    await fetch(`${emulator.url}/${emulator.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.accessToken}` },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'group',
        to: group.id,
        type: 'text',
        text: { body: 'x' },
        biz_opaque_callback_data: 'mine',
      }),
    });
    await emulator.idle();
    const shared = { recipient_id: group.id, recipient_type: 'group', biz_opaque_callback_data: 'mine' };
    const statuses = app.items('statuses');
    expect(statuses).toMatchObject([
      { status: 'sent', ...shared },
      {
        status: 'delivered',
        ...shared,
        recipient_participant_id: '15550100123',
        recipient_participant_user_id: ann.profile.userId,
      },
      { status: 'delivered', ...shared, recipient_participant_user_id: bob.profile.userId },
    ]);
    expect(statuses[0]).not.toHaveProperty('recipient_participant_user_id');
    expect(statuses[2]).not.toHaveProperty('recipient_participant_id');
    expect(app.received).toHaveLength(2);
  });
});

describe('life', () => {
  it('lets two emulators run side by side', async () => {
    await start();
    const second = await CloudApiEmulator.start({ phoneNumberId: '200555000000002', appSecret: 'second' });
    await emulator.connect(app.url);
    await second.connect(app.url);
    const first = await emulator.user({ name: 'Ann' }).says('to the first');
    const other = await second.user({ name: 'Ann' }).says('to the second');
    expect(first.id).not.toBe(other.id);
    expect(app.received.map(({ body }) => body.entry[0].changes[0].value.metadata.phone_number_id)).toEqual([
      '200555000000001',
      '200555000000002',
    ]);
    await second.stop();
    await emulator.user({ name: 'Bob' }).says('still there');
    expect(app.received).toHaveLength(3);
  });

  it('gives a module all it needs', async () => {
    await start();
    expect(emulator.moduleOptions()).toEqual({
      accessToken: 'emulator-access-token',
      phoneNumberId: '200555000000001',
      wabaId: '300555000000001',
      appSecret: 'emulator-app-secret',
      verifyToken: 'emulator-verify-token',
      graphUrl: emulator.url,
      allowedHosts: [emulator.url.slice('http://'.length)],
    });
  });

  it('forgets everything on reset but the connection, and never repeats an id', async () => {
    await start();
    await emulator.connect(app.url);
    app.answer = () => 500;
    emulator.failNext({ status: 500, times: 100 });
    const before = await emulator.user({ name: 'Ann', phone: '15550100123' }).says('before');
    emulator.reset();
    app.answer = () => 200;
    expect([emulator.messages, emulator.requests, emulator.deliveries, emulator.transcript]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    const after = await emulator.user({ name: 'Ann', phone: '15550100123' }).says('after');
    await emulator.advance(DAY);
    expect(app.received).toHaveLength(2);
    expect(after.id).not.toBe(before.id);
    await send('15550100123');
  });
});
