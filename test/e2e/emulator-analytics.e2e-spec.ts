import { CloudApiEmulator, SteppedClock } from 'nestjs-whatsapp-cloud/testing';
import { ANSWER, OWN_OFFER } from '../unit/calls/sdp-samples';
import { EmulatorClient } from './emulator-client';
import { Receiver } from './emulator-receiver';
import type { Json } from './emulator-receiver';

const START = Date.UTC(2026, 0, 10);

describe('the analyses of the emulator', () => {
  let emulator: CloudApiEmulator;
  let receiver: Receiver;
  let client: EmulatorClient;

  beforeEach(async () => {
    receiver = await Receiver.start();
    emulator = await CloudApiEmulator.start({ webhookUrl: receiver.url, clock: new SteppedClock(START) });
    client = new EmulatorClient(emulator);
  });
  afterEach(async () => {
    await emulator.stop();
    await receiver.stop();
  });

  const call = (method: string, path: string, body?: object): Promise<Json> =>
    client.call(method, path, body);
  const get = (path: string, token?: string): Promise<Json> => client.get(path, token);
  const post = (path: string, body?: object): Promise<Json> => client.post(path, body);
  const waba = (rest = ''): string => `${emulator.wabaId}${rest}`;

  it('count calls by what was really talked', async () => {
    const ann = emulator.user({ name: 'Ann', phone: '491700000001' });
    const incoming = await ann.calls();
    const answer = { sdp_type: 'answer', sdp: ANSWER };
    await post(`${emulator.phoneNumberId}/calls`, {
      messaging_product: 'whatsapp',
      call_id: incoming.id,
      action: 'accept',
      session: answer,
    });
    await emulator.advance(30_000);
    await incoming.hangsUp();
    await ann.allowsCalls();
    await post(`${emulator.phoneNumberId}/calls`, {
      messaging_product: 'whatsapp',
      to: '491700000001',
      action: 'connect',
      session: { sdp_type: 'offer', sdp: OWN_OFFER },
    });
    const outgoing = await ann.expectCall();
    await outgoing.accepts();
    await emulator.advance(120_000);
    await outgoing.hangsUp();
    const missed = await ann.calls();
    await missed.hangsUp();
    const field = `call_analytics.start(${START / 1000}).end(${START / 1000 + 3600}).granularity(HALF_HOUR)`;
    const { call_analytics } = await get(waba(`?fields=${field}.dimensions([DIRECTION,COUNTRY])`));
    const span = { start: START / 1000, end: START / 1000 + 1800, country: 'DE', count: 1 };
    expect(call_analytics.data_points).toEqual([
      { ...span, direction: 'USER_INITIATED', cost: 0, average_duration: 30 },
      { ...span, direction: 'BUSINESS_INITIATED', cost: 0.012, average_duration: 120 },
    ]);
    const edge = await get(
      waba(`/call_analytics?start=${START / 1000}&end=${START / 1000 + 3600}&granularity=DAILY`),
    );
    expect(edge.data[0].data_points).toMatchObject([{ count: 2, average_duration: 75 }]);
  });

  it('count messages by kind, country and delivery', async () => {
    const ann = emulator.user({ name: 'Ann', phone: '491700000001' });
    await ann.says('hello');
    emulator.templates.add({
      name: 'news',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'News' }],
    });
    const template = { name: 'news', language: { code: 'en_US' } };
    const send = (to: string, content: object): Promise<Json> =>
      post(`${emulator.phoneNumberId}/messages`, { messaging_product: 'whatsapp', to, ...content });
    await send('491700000001', { type: 'text', text: { body: 'Hi' } });
    await send('491700000001', { type: 'template', template });
    await send('5511900000001', { type: 'template', template });
    const [text, free, paid] = emulator.messages;
    await emulator.reportStatus(text!, 'read');
    await emulator.reportStatus(free!, 'delivered');
    await emulator.reportStatus(paid!, 'delivered');
    const range = `start(${START / 1000}).end(${START / 1000 + 3600})`;
    const points = async (field: string): Promise<Json> => {
      const answer = (await get(waba(`?fields=${encodeURIComponent(field)}`)))[field.split('.')[0] ?? ''];
      return answer.data_points ?? answer.data[0].data_points;
    };
    const span = { start: START / 1000, end: START / 1000 + 86_400 };
    expect(await points(`analytics.${range}.granularity(DAY)`)).toEqual([{ ...span, sent: 3, delivered: 3 }]);
    expect(
      await points(`analytics.${range}.granularity(DAY).product_types([0]).country_codes(["BR"])`),
    ).toEqual([{ ...span, sent: 1, delivered: 1 }]);
    expect(await points(`analytics.${range}.granularity(DAY).product_types([100])`)).toMatchObject([
      { sent: 1 },
    ]);
    const pricing = `pricing_analytics.${range}.granularity(MONTHLY).metric_types([COST])`;
    expect(await points(`${pricing}.dimensions(PRICING_TYPE,COUNTRY)`)).toEqual([
      {
        start: Date.UTC(2026, 0) / 1000,
        end: Date.UTC(2026, 1) / 1000,
        country: 'DE',
        pricing_type: 'FREE_CUSTOMER_SERVICE',
        cost: 0,
      },
      {
        start: Date.UTC(2026, 0) / 1000,
        end: Date.UTC(2026, 1) / 1000,
        country: 'BR',
        pricing_type: 'REGULAR',
        cost: 0.004,
      },
    ]);
  });

  it('count what users did with templates, and what went out by which product', async () => {
    await post(waba(), { is_enabled_for_insights: true });
    Object.assign(emulator.account(), { marketingMessagesOnboardingStatus: 'ONBOARDED' });
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    const buttons = [{ type: 'QUICK_REPLY', text: 'Stop' }];
    const components = [
      { type: 'BODY', text: 'Lamps' },
      { type: 'BUTTONS', buttons },
    ];
    const { id } = emulator.templates.add({ name: 'offer', category: 'MARKETING', components });
    const template = { name: 'offer', language: { code: 'en_US' } };
    for (const edge of ['messages', 'messages', 'marketing_messages'])
      await post(`${emulator.phoneNumberId}/${edge}`, {
        messaging_product: 'whatsapp',
        to: '15550100123',
        type: 'template',
        template,
      });
    const [first, second, third] = emulator.messages;
    await ann.reads(first);
    await ann.taps('Stop', { of: first! });
    await emulator.reportStatus(second!, 'delivered');
    await emulator.reportStatus(third!, 'delivered');
    const query = `start=${START / 1000}&end=${START / 1000 + 3600}&granularity=DAILY&template_ids=["${id}"]`;
    const span = { template_id: id, start: START / 1000, end: START / 1000 + 86_400 };
    const { data, paging } = await get(waba(`/template_analytics?${query}`));
    expect(data).toEqual([
      {
        granularity: 'DAILY',
        product_type: 'cloud_api',
        data_points: [
          {
            ...span,
            sent: 2,
            delivered: 2,
            read: 1,
            replied: 1,
            clicked: [{ type: 'quick_reply_button', button_content: 'Stop', count: 1 }],
            cost: [
              { type: 'amount_spent', value: 0.05 },
              { type: 'cost_per_delivered', value: 0.025 },
            ],
          },
        ],
      },
    ]);
    expect(paging.cursors).toEqual({ before: expect.any(String), after: expect.any(String) });
    const lite = await get(
      waba(`/template_analytics?${query}&product_type=MARKETING_MESSAGES_LITE_API&metric_types=["SENT"]`),
    );
    expect(lite.data[0].data_points).toEqual([{ ...span, sent: 1 }]);
  });

  it('count what happened in a group', async () => {
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    await post(`${emulator.phoneNumberId}/groups`, { messaging_product: 'whatsapp', subject: 'Lamps' });
    await emulator.idle();
    const [group] = emulator.groups;
    await ann.joins(group!);
    await call('DELETE', `${group!.id}/participants`, {
      messaging_product: 'whatsapp',
      participants: [{ user: '15550100123' }],
    });
    const query = `start=${START / 1000}&end=${START / 1000 + 1}&granularity=DAILY`;
    const { data } = await get(waba(`/group_analytics?${query}&group_ids=["${group!.id}"]`));
    expect(data[0].data_points).toMatchObject([
      { group_id: group!.id, sent: 0, participants_joined: 1, participants_left: 1 },
    ]);
  });
});
