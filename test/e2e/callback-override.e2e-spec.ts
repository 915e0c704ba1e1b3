import { CloudApiEmulator, SteppedClock } from 'nestjs-whatsapp-cloud/testing';
import type { VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import { EmulatorClient } from './emulator-client';
import { Receiver } from './emulator-receiver';
import type { Json } from './emulator-receiver';

const SECOND = '200555000000002';
const OTHER_WABA_NUMBER = '200555000000003';

describe('callback overrides', () => {
  let emulator: CloudApiEmulator;
  let ann: VirtualUser;
  const receivers: Receiver[] = [];
  let [app, ofWaba, ofNumber] = [] as unknown as [Receiver, Receiver, Receiver];

  beforeEach(async () => {
    receivers.push(await Receiver.start(), await Receiver.start(), await Receiver.start());
    [app, ofWaba, ofNumber] = receivers as [Receiver, Receiver, Receiver];
    emulator = await CloudApiEmulator.start({
      webhookUrl: app.url,
      clock: new SteppedClock(Date.UTC(2026, 0, 10)),
      retryGapsMs: [60_000],
      numbers: [
        { phoneNumberId: SECOND, displayPhoneNumber: '15550100002' },
        {
          phoneNumberId: OTHER_WABA_NUMBER,
          displayPhoneNumber: '15550100003',
          wabaId: '300555000000002',
        },
      ],
    });
    ann = emulator.user({ name: 'Ann' });
  });
  afterEach(async () => {
    await emulator.stop();
    await Promise.all(receivers.splice(0).map((receiver) => receiver.stop()));
  });

  const post = (path: string, body: object): Promise<Json> => new EmulatorClient(emulator).post(path, body);
  const override = (url: string, token = emulator.verifyToken): object => ({
    override_callback_uri: url,
    verify_token: token,
  });
  const ofPhone = (configuration: object, id = emulator.phoneNumberId): Promise<Json> =>
    post(id, { webhook_configuration: configuration });
  async function overrideWaba(url: string): Promise<void> {
    await post(`${emulator.wabaId}/subscribed_apps`, {});
    await post(`${emulator.wabaId}/subscribed_apps`, override(url));
  }
  const callbacks = async (): Promise<Json> =>
    (await new EmulatorClient(emulator).get(`${emulator.phoneNumberId}?fields=webhook_configuration`))
      .webhook_configuration;
  const counts = (): number[] => receivers.map(({ received }) => received.length);

  it('ask the URL of a number for a challenge before they take effect', async () => {
    const asked: URLSearchParams[] = [];
    ofNumber.handshake = (query, response) => {
      asked.push(query);
      response.writeHead(200).end(query.get('hub.challenge'));
    };
    expect(await ofPhone(override(ofNumber.url, 'own token'))).toEqual({ status: 200, success: true });
    expect(asked.map((query) => [query.get('hub.mode'), query.get('hub.verify_token')])).toEqual([
      ['subscribe', 'own token'],
    ]);
    expect(await callbacks()).toEqual({ phone_number: ofNumber.url });
  });

  it.each([
    ['refuses the token', () => override(ofNumber.url, 'wrong')],
    ['is not there', () => override('http://127.0.0.1:1/webhook')],
  ])('are refused when the URL %s, and leave things as they were', async (_what, configuration) => {
    const { status, error } = await ofPhone(configuration());
    expect([status, error.code]).toEqual([400, 2200]);
    await ann.says('hi');
    expect([await callbacks(), counts()]).toEqual([{}, [1, 0, 0]]);
  });

  it.each([
    ['no URL', { override_callback_uri: 'webhook', verify_token: 'x' }],
    ['a URL of 201 characters', { override_callback_uri: `https://x/${'a'.repeat(191)}`, verify_token: 'x' }],
    ['no token', { override_callback_uri: 'https://example.com/webhook' }],
  ])('need a URL and a token: %s', async (_what, configuration) => {
    expect((await ofPhone(configuration)).error.code).toBe(100);
  });

  it('of the number go before those of the account, and these before the app', async () => {
    await overrideWaba(ofWaba.url);
    await ofPhone(override(ofNumber.url));
    expect(await callbacks()).toEqual({
      phone_number: ofNumber.url,
      whatsapp_business_account: ofWaba.url,
    });

    await ann.says('to the number');
    await ann.says('to its sibling', { phoneNumberId: SECOND });
    await ann.says('to another account', { phoneNumberId: OTHER_WABA_NUMBER });
    expect(receivers.map((receiver) => receiver.items('messages').map(({ text }) => text.body))).toEqual([
      ['to another account'],
      ['to its sibling'],
      ['to the number'],
    ]);

    await ofPhone({ override_callback_uri: '' });
    await ann.says('again');
    expect(counts()).toEqual([1, 2, 1]);
    await post(`${emulator.wabaId}/subscribed_apps`, {});
    await ann.says('and again');
    expect(counts()).toEqual([2, 2, 1]);
  });

  it('of the account get what concerns no number', async () => {
    await overrideWaba(ofWaba.url);
    await ofPhone(override(ofNumber.url));
    emulator.templates.add({ name: 'offer', components: [{ type: 'BODY', text: 'Lamps' }] });
    await emulator.templates.pause('offer');
    expect(counts()).toEqual([0, 1, 0]);
  });

  it('split what is delivered together', async () => {
    await ofPhone(override(ofNumber.url));
    const delivery = await emulator.batch(async () => {
      await ann.says('one');
      await ann.says('two', { phoneNumberId: SECOND });
      await ann.says('three');
    });
    expect(delivery.attempts).toMatchObject([{ url: ofNumber.url, status: 200 }]);
    expect(ofNumber.items('messages').map(({ text }) => text.body)).toEqual(['one', 'three']);
    expect(app.items('messages').map(({ text }) => text.body)).toEqual(['two']);
  });

  it('count for repeats as they are when these go out', async () => {
    await ofPhone(override(ofNumber.url));
    ofNumber.answer = () => 500;
    const { delivery } = await ann.says('hi');
    await ofPhone({ override_callback_uri: '' });
    await emulator.advance(60_000);
    expect(delivery.attempts).toMatchObject([
      { url: ofNumber.url, status: 500 },
      { url: app.url, status: 200 },
    ]);
  });

  it('are forgotten on reset', async () => {
    await ofPhone(override(ofNumber.url));
    emulator.reset();
    await emulator.user({ name: 'Ben' }).says('hi');
    expect(counts()).toEqual([1, 0, 0]);
  });
});
