import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudApiEmulator, SteppedClock, formatTranscript } from 'nestjs-whatsapp-cloud/testing';
import type { VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import { ANSWER, OWN_OFFER } from '../unit/calls/sdp-samples';
import { Receiver } from './emulator-receiver';
import type { Json } from './emulator-receiver';

const fixture = (name: string): Json =>
  JSON.parse(readFileSync(join(__dirname, '../fixtures/webhooks', `calls.${name}.json`), 'utf8'));

/** The names of all members, in whatever order, with the type of each value. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [key, shapeOf(inner)]),
  );
}

describe('the emulator and calls, without any library', () => {
  let emulator: CloudApiEmulator;
  let receiver: Receiver;
  let ann: VirtualUser;

  beforeEach(async () => {
    receiver = await Receiver.start();
    emulator = await CloudApiEmulator.start({
      webhookUrl: receiver.url,
      clock: new SteppedClock(Date.UTC(2026, 0, 10)),
    });
    ann = emulator.user({ name: 'Robin Vale', phone: '15550100123' });
  });
  afterEach(async () => {
    await emulator.stop();
    await receiver.stop();
  });

  async function post(body: object, edge = 'calls'): Promise<{ status: number; json: Json }> {
    const response = await fetch(`${emulator.url}/v26.0/${emulator.phoneNumberId}/${edge}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...(edge === 'calls' && { messaging_product: 'whatsapp' }), ...body }),
    });
    return { status: response.status, json: await response.json() };
  }

  async function get(edge: string): Promise<Json> {
    const response = await fetch(`${emulator.url}/v26.0/${emulator.phoneNumberId}/${edge}`, {
      headers: { authorization: `Bearer ${emulator.accessToken}` },
    });
    return response.json();
  }

  const code = async (body: object): Promise<number> => (await post(body)).json.error?.code;
  const answer = { sdp_type: 'answer', sdp: ANSWER };
  const offer = { sdp_type: 'offer', sdp: OWN_OFFER };
  const last = (): Json => receiver.received.at(-1)?.body;

  it('tells of a call as Meta does', async () => {
    const call = await ann.calls();
    expect(shapeOf(last())).toEqual(shapeOf(fixture('connect.user_initiated')));
    await post({ call_id: call.id, action: 'accept', session: answer, biz_opaque_callback_data: 'x' });
    await call.hangsUp();
    expect(shapeOf(last())).toEqual(
      shapeOf({
        ...fixture('terminate.completed'),
        entry: fixture('terminate.completed').entry.map((entry: Json) => {
          entry.changes[0].value.calls[0].biz_opaque_callback_data = 'x';
          return entry;
        }),
      }),
    );
  });

  it('tells of a call of the business as Meta does', async () => {
    await ann.allowsCalls();
    const { json } = await post({ to: '15550100123', action: 'connect', session: offer });
    expect(json).toEqual({
      messaging_product: 'whatsapp',
      calls: [{ id: expect.stringMatching(/^wacid\./) }],
    });
    const call = await ann.expectCall();
    await emulator.idle();
    const bodies = receiver.received.map(({ body }) => body);
    expect(shapeOf(bodies.at(-2))).toEqual(shapeOf(fixture('connect.business_initiated')));
    expect(shapeOf(bodies.at(-1))).toEqual(shapeOf(fixture('status.ringing')));
    await call.rejects();
    const [refused, ended] = receiver.received.slice(-2).map(({ body }) => body);
    expect(shapeOf(refused)).toEqual(shapeOf(fixture('status.rejected')));
    expect(shapeOf(ended)).toEqual(shapeOf(fixture('terminate.not_answered')));
  });

  it('tells of a call that failed as Meta does', async () => {
    await ann.allowsCalls();
    await post({ to: '15550100123', action: 'connect', session: offer });
    await (await ann.expectCall()).fails({ code: 138021 });
    expect(shapeOf(last())).toEqual(shapeOf(fixture('terminate.failed')));
  });

  it('tells of users who hide their number as Meta does', async () => {
    const ben = emulator.user({
      name: 'Robin Vale',
      username: 'robin.vale',
      parentUserId: 'US.ENT.55501001230000000009',
    });
    await ben.calls();
    expect(shapeOf(last())).toEqual(shapeOf(fixture('connect.bsuid_no_phone')));
  });

  it('refuses requests that make no sense', async () => {
    const call = await ann.calls();
    const on = { call_id: call.id };
    expect(await code({ ...on, action: 'answer' })).toBe(100);
    expect(await code({ action: 'accept', session: answer })).toBe(100);
    expect(await code({ call_id: 'wacid.other', action: 'reject' })).toBe(100);
    expect(await code({ ...on, action: 'accept' })).toBe(100);
    expect(await code({ ...on, action: 'accept', session: { ...answer, sdp_type: 'offer' } })).toBe(100);
    expect(
      await code({ ...on, action: 'accept', session: answer, biz_opaque_callback_data: 'x'.repeat(513) }),
    ).toBe(100);
    expect(await code({ ...on, action: 'accept', session: answer, recording: { status: 'ENABLED' } })).toBe(
      100,
    );
    expect(await code({ action: 'connect', session: offer })).toBe(100);
    expect(await code({ messaging_product: 'sms', action: 'reject' })).toBe(100);
    expect(call.state).toBe('ringing');
  });

  it.each<[why: string, sdp: string]>([
    ['not SDP', 'hello'],
    ['line feeds alone', ANSWER.replaceAll('\r\n', '\n')],
    ['no audio', ANSWER.replace('m=audio', 'm=video')],
    ['plain RTP', ANSWER.replace('UDP/TLS/RTP/SAVPF', 'RTP/AVP')],
    ['several fingerprints', ANSWER.replace('a=setup', 'a=fingerprint:sha-1 AA\r\na=setup')],
    ['no credentials', ANSWER.replace(/a=ice-pwd.*\r\n/, '')],
    ['the setup of an offer', ANSWER.replace('setup:active', 'setup:actpass')],
  ])('refuses an answer with 138008: %s', async (_why, sdp) => {
    const call = await ann.calls();
    expect(await code({ call_id: call.id, action: 'pre_accept', session: { sdp_type: 'answer', sdp } })).toBe(
      138008,
    );
  });

  it("refuses the caller's own offer and another answer than was pre-accepted", async () => {
    const call = await ann.calls();
    const on = { call_id: call.id };
    const echo = { sdp_type: 'answer', sdp: call.whatsAppSdp.replace('actpass', 'active') };
    expect(await code({ ...on, action: 'accept', session: echo })).toBe(138008);
    await post({ ...on, action: 'pre_accept', session: answer });
    expect(await code({ ...on, action: 'pre_accept', session: answer })).toBe(100);
    const other = { ...answer, sdp: answer.sdp.replace('s=-', 's=x') };
    expect(await code({ ...on, action: 'accept', session: other })).toBe(138008);
    expect((await post({ ...on, action: 'accept', session: answer })).json).toEqual({
      messaging_product: 'whatsapp',
      success: true,
    });
  });

  it('refuses what comes too late', async () => {
    const call = await ann.calls();
    const on = { call_id: call.id };
    await post({ ...on, action: 'accept', session: answer });
    expect(await code({ ...on, action: 'accept', session: answer })).toBe(100);
    expect(await code({ ...on, action: 'reject' })).toBe(100);
    await post({ ...on, action: 'terminate' });
    expect(await code({ ...on, action: 'terminate' })).toBe(100);
    await expect(call.hangsUp()).rejects.toThrow('The call of Robin Vale is over');
  });

  it('takes no answer for a call of the business, and lets no user answer their own', async () => {
    await ann.allowsCalls();
    const { json } = await post({ recipient: ann.profile.userId, action: 'connect', session: offer });
    const call_id = json.calls[0].id;
    expect(await code({ call_id, action: 'accept', session: answer })).toBe(100);
    expect(await code({ call_id, action: 'reject' })).toBe(100);
    const ringing = await ann.expectCall();
    await ringing.accepts();
    await expect(ringing.rejects()).rejects.toThrow('it is accepted');
    await expect((await ann.calls()).accepts()).rejects.toThrow('the application does that');
  });

  it('limits the calls of a day, and says when the next is allowed', async () => {
    await ann.allowsCalls({ permanent: true });
    for (let n = 0; n < 100; n++) {
      await post({ to: '15550100123', action: 'connect', session: offer });
      const call = await ann.expectCall();
      await call.accepts();
      await call.hangsUp();
    }
    const { json } = await post({ to: '15550100123', action: 'connect', session: offer });
    expect(json.error).toMatchObject({
      code: 138012,
      error_data: { details: 'The next call is allowed after 2026-01-11T00:00:00.000Z.' },
    });
    expect((await get('call_permissions?user_wa_id=15550100123')).actions[1]).toEqual({
      action_name: 'start_call',
      can_perform_action: false,
      limits: [
        { time_period: 'PT24H', max_allowed: 100, current_usage: 100, limit_expiration_time: 1768089600 },
      ],
    });
  });

  it('answers questions about permissions of anybody', async () => {
    expect((await get('call_permissions')).error.code).toBe(100);
    expect((await get('call_permissions?recipient=US.1')).permission).toEqual({ status: 'no_permission' });
    expect((await get('call_permissions?user_wa_id=%2B19995550123')).actions).toHaveLength(2);
  });

  it('says what it waited for', async () => {
    const call = await ann.calls();
    await expect(call.expectAnswer({ timeoutMs: 5 })).rejects.toThrow(
      'The call of Robin Vale was to be accepted within 5 ms. What happened: nothing.',
    );
    await expect(ann.expectCall({ timeoutMs: 5 })).rejects.toThrow('Robin Vale expected a call within 5 ms.');
    await call.hangsUp();
    await expect(call.expectAnswer()).rejects.toThrow('before it ended');
  });

  it('writes calls down', async () => {
    await ann.allowsCalls();
    await post({ to: '15550100123', action: 'connect', session: offer });
    await emulator.idle();
    await emulator.advance(60_000);
    await emulator.idle();
    const heard: string[] = [];
    emulator.on('call', ({ text }) => heard.push(text));
    await ann.calls();
    expect(heard).toEqual(['calls']);
    expect(formatTranscript(emulator.transcript).split('\n').slice(1)).toEqual([
      '00:00:00  Business    ☎ calls Robin Vale',
      '00:01:00  Robin Vale  ☎ is not answered',
      '00:01:00  Robin Vale  ☎ calls',
    ]);
  });

  it('forgets calls, permissions and settings when it is reset', async () => {
    await ann.allowsCalls();
    await ann.calls();
    await post({ calling: { status: 'DISABLED' } }, 'settings');
    emulator.reset();
    await emulator.advance(60_000);
    expect(emulator.deliveries).toEqual([]);
    expect((await get('settings?fields=calling')).calling.status).toBe('ENABLED');
    const again = emulator.user({ name: 'Robin Vale', phone: '15550100123' });
    expect((await get(`call_permissions?recipient=${again.profile.userId}`)).permission.status).toBe(
      'no_permission',
    );
  });

  it('takes one feature of the settings at a time', async () => {
    const both = {
      calling: { status: 'ENABLED' },
      user_identity_change: { enable_identity_key_check: true },
    };
    expect((await post(both, 'settings')).json.error.code).toBe(100);
    expect((await post({}, 'settings')).json.error.code).toBe(100);
    expect((await post({ later: {} }, 'settings')).json.error.code).toBe(100);
    expect((await get('settings?fields=later')).error.code).toBe(100);
  });

  it.each<[why: string, settings: object]>([
    [
      'an unknown time zone',
      { call_hours: { status: 'ENABLED', timezone_id: 'Nowhere', weekly_operating_hours: [] } },
    ],
    ['one even while hours are off', { call_hours: { status: 'DISABLED', timezone_id: 'Nowhere' } }],
    ['lower case', { status: 'enabled' }],
    ['two SIP servers', { sip: { servers: [{ hostname: 'a' }, { hostname: 'b' }] } }],
    ['more than 20 holidays', { call_hours: { status: 'DISABLED', holiday_schedule: Array(21).fill({}) } }],
    [
      'hours that close before they open',
      {
        call_hours: {
          status: 'DISABLED',
          weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '1700', close_time: '0900' }],
        },
      },
    ],
  ])('refuses settings with %s', async (_why, calling) => {
    expect((await post({ calling }, 'settings')).json.error.code).toBe(100);
  });
});
