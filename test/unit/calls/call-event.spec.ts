import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callDeadline, callDirection, callSdp, callUser } from '../../../lib/calls/call-event';
import { parseWebhook } from '../../../lib/webhook/webhook.parser';
import { callEvent, userCall } from './support';

function event(fixture: string) {
  const file = join(__dirname, '../../fixtures/webhooks', `calls.${fixture}.json`);
  const [first] = parseWebhook(JSON.parse(readFileSync(file, 'utf8')), { receivedAt: 0 });
  return first!;
}

describe('callDeadline', () => {
  it("is 30 to 60 seconds after Meta told of a user's call", () => {
    const told = 1768004229 * 1000;
    expect(callDeadline(event('connect.user_initiated'))).toEqual({
      safe: told + 30_000,
      last: told + 60_000,
    });
  });

  it('counts from the receipt when Meta tells no time', () => {
    const call = { ...userCall(), timestamp: undefined, receivedAt: 5 };
    expect(callDeadline(call)).toEqual({ safe: 30_005, last: 60_005 });
    expect(callDeadline({ ...call, receivedAt: undefined })).toBeUndefined();
  });

  it('does not exist for calls of the business and for other events', () => {
    expect(callDeadline(event('connect.business_initiated'))).toBeUndefined();
    expect(callDeadline(event('terminate.completed'))).toBeUndefined();
  });
});

describe('callSdp', () => {
  it.each(['connect.user_initiated', 'connect.business_initiated', 'connect.legacy_connection'])(
    'reads the session description of %s',
    (fixture) => {
      expect(callSdp(event(fixture))).toMatch(/^v=0\r\n/);
    },
  );

  it('is undefined where there is none, or none that can be read', () => {
    expect(callSdp(event('terminate.completed'))).toBeUndefined();
    expect(
      callSdp(callEvent('call.connect', { connection: { webrtc: { sdp: '{"sdp":' } } })),
    ).toBeUndefined();
    expect(callSdp({ payload: undefined })).toBeUndefined();
  });

  it('takes plain text in the older form too', () => {
    expect(callSdp(callEvent('call.connect', { connection: { webrtc: { sdp: 'v=0\r\n' } } }))).toBe(
      'v=0\r\n',
    );
  });
});

describe('callUser and callDirection', () => {
  it.each([
    ['connect.user_initiated', 'user', { phone: '15550100123' }],
    ['connect.bsuid_no_phone', 'user', { userId: 'US.55501001230000000001' }],
    ['terminate.completed', 'user', { phone: '15550100123' }],
    ['connect.business_initiated', 'business', { phone: '15550100123' }],
    ['terminate.business_initiated', 'business', { phone: '15550100123' }],
    ['status.ringing', 'business', { phone: '15550100123' }],
    ['status.bsuid', 'business', { userId: 'US.55501001230000000001' }],
  ])('of %s', (fixture, direction, user) => {
    const call = event(fixture);
    expect(callDirection(call)).toBe(direction);
    expect(callUser(call)).toEqual(user);
  });

  it('throws when the event names nobody', () => {
    expect(() => callUser(callEvent('call.terminate'))).toThrow('event: names no user who could be called');
  });
});
