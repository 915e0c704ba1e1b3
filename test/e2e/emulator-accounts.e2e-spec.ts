import { CloudApiEmulator, SteppedClock } from 'nestjs-whatsapp-cloud/testing';
import { EmulatorClient } from './emulator-client';
import { Receiver } from './emulator-receiver';
import type { Json } from './emulator-receiver';

const SECOND_WABA = '300555000000002';
const START = Date.UTC(2026, 0, 10);

describe('accounts of the emulator, without any library', () => {
  let emulator: CloudApiEmulator;
  let receiver: Receiver;
  let client: EmulatorClient;

  beforeEach(async () => {
    receiver = await Receiver.start();
    emulator = await CloudApiEmulator.start({
      seed: 'accounts',
      webhookUrl: receiver.url,
      clock: new SteppedClock(START),
      numbers: [
        { phoneNumberId: '200555000000002', displayPhoneNumber: '15550100002', wabaId: SECOND_WABA },
        {
          phoneNumberId: '200555000000003',
          displayPhoneNumber: '15550100003',
          wabaId: '300555000000003',
          accessToken: 'other',
        },
      ],
    });
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

  describe('fields', () => {
    it('come as they are asked for, always with the id', async () => {
      expect(await get(waba('?fields=currency,phone_numbers{verified_name}'))).toEqual({
        status: 200,
        id: emulator.wabaId,
        currency: 'USD',
        phone_numbers: { data: [{ id: emulator.phoneNumberId, verified_name: 'Emulator' }] },
      });
      expect(Object.keys(await get(waba())).sort()).toEqual([
        'currency',
        'id',
        'message_template_namespace',
        'name',
        'status',
        'timezone_id',
      ]);
    });

    it('that do not exist are refused', async () => {
      expect((await get(waba('?fields=colour'))).error).toMatchObject({
        code: 100,
        message: '(#100) Tried accessing nonexisting field (colour) on node type (WhatsAppBusinessAccount)',
      });
    });

    it('give back creative features as Meta shows them', async () => {
      const features = { image_touchups: { enroll_status: 'OPT_IN' } };
      await post(waba(), { degrees_of_freedom_spec: { creative_features_spec: features } });
      expect((await get(waba('?fields=degrees_of_freedom_spec'))).degrees_of_freedom_spec).toEqual({
        data: [{ creative_features_spec: [{ image_touchups: 'OPT_IN' }] }],
      });
    });
  });

  describe('refusals', () => {
    it('of ids that do not exist are 100 with subcode 33', async () => {
      await post(waba(), { is_enabled_for_insights: true });
      const insights = `start=${START / 1000}&end=${START / 1000 + 1}&granularity=DAILY`;
      const bad = [
        await get('999'),
        await get('999/assigned_users?business=1'),
        await get(waba(`/template_analytics?${insights}&template_ids=[9]`)),
        await get(waba(`/group_analytics?${insights}&group_ids=["g"]`)),
        await post(waba('/default_messaging_customer_base'), { messaging_customer_base_id: '9' }),
        await post(waba('/migrate_message_templates'), { source_waba_id: '9' }),
        await post(`${emulator.phoneNumberId}/message_qrdls`, { code: 'A', prefilled_message: 'x' }),
        await call('DELETE', `${emulator.phoneNumberId}/message_qrdls/A`),
        await get('300555000000003'),
      ];
      expect(bad.map(({ status, error }) => [status, error?.code, error?.error_subcode])).toEqual(
        bad.map(() => [400, 100, 33]),
      );
    });

    it('of tokens are 104 and 190, of permissions 10, of the app token 200', async () => {
      const { permissions } = emulator.account();
      permissions.delete('whatsapp_business_management');
      expect((await get(waba())).error).toMatchObject({ code: 10, type: 'OAuthException' });
      expect((await get(waba('/message_templates'))).status).toBe(403);
      expect((await get(SECOND_WABA)).status).toBe(200);
      expect((await get(waba(), 'nonsense')).error.code).toBe(190);
      expect((await get(waba(), `${emulator.appId}|${emulator.appSecret}`)).error.code).toBe(200);
      permissions.delete('whatsapp_business_messaging');
      const text = { messaging_product: 'whatsapp', to: '15550100123', type: 'text', text: { body: 'x' } };
      expect((await post(`${emulator.phoneNumberId}/messages`, text)).error.code).toBe(10);
      permissions.delete('business_management');
      expect((await get('400555000000001', emulator.accessToken)).status).toBe(403);
      const info = await get(`debug_token?input_token=${emulator.accessToken}`);
      expect(info.data.granular_scopes[0].target_ids).toEqual([SECOND_WABA]);
    });

    it.each([
      ['assigned users without a business', 'GET', '/assigned_users', undefined],
      ['an unknown task', 'POST', '/assigned_users', { user: '6', tasks: ['SLEEP'] }],
      ['activities of 91 days', 'GET', '/activities?since=0&until=7862401', undefined],
      ['no change', 'POST', '', {}],
      ['analytics without a start', 'GET', '?fields=analytics.granularity(DAY)', undefined],
      ['an unknown granularity', 'GET', '?fields=analytics.start(1).end(2).granularity(WEEK)', undefined],
      ['an end before the start', 'GET', '?fields=analytics.start(2).end(1).granularity(DAY)', undefined],
      [
        'an unknown dimension',
        'GET',
        '?fields=pricing_analytics.start(1).end(2).granularity(DAILY).dimensions(["MOON"])',
        undefined,
      ],
      ['a cursor that is none', 'GET', '/signups?after=x', undefined],
    ])('of %s are 100', async (_what, method, rest, body) => {
      expect(await call(method, waba(rest), body)).toMatchObject({ status: 400, error: { code: 100 } });
    });

    it('of template insights that are off, and of switching them off again', async () => {
      const query = `start=${START / 1000}&end=${START / 1000 + 1}&granularity=DAILY&template_ids=[1]`;
      expect((await get(waba(`/template_analytics?${query}`))).error.code).toBe(200007);
      expect((await post(waba(), { is_enabled_for_insights: false })).error.code).toBe(200006);
    });

    it('of signups tell by their subcode what is wrong', async () => {
      const signup = {
        signup_message: 'Offers',
        confirmation_message: 'Thanks',
        privacy_policy_url: 'https://example.com',
      };
      const tos = 'https://www.facebook.com/legal/ads-manager-marketing-messages-terms';
      const policy = { tos, accepted: true };
      const subcode = async (change: object): Promise<unknown> =>
        (await post(waba('/signups'), { ...signup, ...change })).error?.error_subcode;
      expect(await subcode({})).toBe(2494168);
      expect(await subcode({ policy: { ...policy, tos: 'https://example.com' } })).toBe(2494177);
      expect(await subcode({ policy, confirmation_message: '{{name}}' })).toBe(2494166);
      expect(await subcode({ policy, confirmation_message: '{{promo_code}}' })).toBe(2494167);
      expect(await subcode({ policy, website_url: 'http://example.com' })).toBe(2494179);
      expect(await subcode({ policy })).toBeUndefined();
      expect(await subcode({ policy })).toBe(2494176);
    });
  });

  it('keep to the limits: a number has 2000 QR codes', async () => {
    const { qrCodes } = emulator.number();
    for (let i = 0; i < 1999; i++) qrCodes.set(`C${i}`, { code: `C${i}`, prefilledMessage: 'x' });
    const create = (): Promise<Json> =>
      post(`${emulator.phoneNumberId}/message_qrdls`, { prefilled_message: 'x' });
    expect((await create()).status).toBe(200);
    expect((await create()).error.code).toBe(100);
  });

  it('list in pages, forth and back, to the very ends', async () => {
    for (const id of ['61', '62', '63', '64', '65'])
      await post(waba('/assigned_users'), { user: id, tasks: ['MANAGE'] });
    const edge = waba('/assigned_users?business=400555000000001&limit=2');
    const ids = ({ data }: Json): string[] => data.map(({ id }: Json) => id);
    const first = await get(`${edge}&summary=total_count`);
    expect([ids(first), first.summary]).toEqual([['61', '62'], { total_count: 5 }]);
    const second = await get(`${edge}&after=${first.paging.cursors.after}`);
    const third = await get(`${edge}&after=${second.paging.cursors.after}`);
    expect([ids(second), ids(third), third.paging.next]).toEqual([['63', '64'], ['65'], undefined]);
    const back = await get(`${edge}&before=${third.paging.cursors.before}`);
    expect([ids(back), 'previous' in back.paging, 'previous' in first.paging]).toEqual([
      ['63', '64'],
      true,
      false,
    ]);
  });

  it('list the accounts of a portfolio as it is asked', async () => {
    emulator.account(SECOND_WABA).createdAt = START + 60_000;
    const edge = '400555000000001/owned_whatsapp_business_accounts?fields=id';
    const ids = async (query: string): Promise<string[]> =>
      (await get(`${edge}${query}`)).data.map(({ id }: Json) => id);
    const after = JSON.stringify([
      { field: 'creation_time', operator: 'GREATER_THAN', value: String(START / 1000) },
    ]);
    expect(await ids('&sort=creation_time_descending')).toEqual([SECOND_WABA, emulator.wabaId]);
    expect(await ids(`&filtering=${encodeURIComponent(after)}`)).toEqual([SECOND_WABA]);
    expect(await ids(`&find=${emulator.wabaId}`)).toEqual([emulator.wabaId]);
    expect((await get(`${edge}&filtering=x`)).error.code).toBe(100);
  });

  it('make the same ids in every run', async () => {
    const other = await CloudApiEmulator.start({ seed: 'accounts', clock: new SteppedClock(START) });
    const create = async (url: string): Promise<string> => {
      const response = await fetch(`${url}/400555000000001/messaging_customer_base`, {
        method: 'POST',
        headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ messaging_customer_base_name: 'All' }),
      });
      return ((await response.json()) as Json).messaging_customer_base_id;
    };
    await post('400555000000001/unknown');
    // The handshake of the first emulator has used one id, and the refusal another.
    await other.connect(receiver.url);
    await fetch(`${other.url}/400555000000001/unknown?access_token=${other.accessToken}`, { method: 'POST' });
    expect(await create(other.url)).toBe(await create(emulator.url));
    await other.stop();
  });
});
