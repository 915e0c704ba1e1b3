import { toCallPermissions } from '../../../lib/calls/call-permissions';
import type { CallPermissionsResponse } from '../../../lib/wire/call/call-permission';
import { setup } from './support';

const NOW = Date.UTC(2026, 0, 10);
const seconds = (ms: number): number => ms / 1000;

/** Meta's example. */
const ANSWER: CallPermissionsResponse = {
  messaging_product: 'whatsapp',
  permission: { status: 'temporary', expiration_time: seconds(NOW) + 60 },
  actions: [
    {
      action_name: 'send_call_permission_request',
      can_perform_action: true,
      limits: [
        { time_period: 'PT24H', max_allowed: 1, current_usage: 0 },
        { time_period: 'P7D', max_allowed: 2, current_usage: 1, limit_expiration_time: seconds(NOW) + 300 },
      ],
    },
    {
      action_name: 'start_call',
      can_perform_action: false,
      limits: [{ time_period: 'PT24H', max_allowed: 10, current_usage: 10 }],
    },
  ],
};

const read = (answer: CallPermissionsResponse) => toCallPermissions(answer, NOW);

describe('calls.permissions', () => {
  it('S0 CallPermissions: asks by phone number or by user id', async () => {
    const { calls, graph } = setup();
    graph.answer = () => ANSWER;
    await calls.permissions('+15550100123');
    await calls.permissions({ userId: 'US.13491208655302741918' }, { phoneNumberId: '42' });
    expect(graph.requests).toMatchObject([
      { method: 'GET', path: '100/call_permissions', query: { user_wa_id: '+15550100123' } },
      { method: 'GET', path: '42/call_permissions', query: { recipient: 'US.13491208655302741918' } },
    ]);
    await expect(calls.permissions({ group: 'g' } as never)).rejects.toThrow('user: must be a user');
  });

  it("S0 CallPermissions.permission and .actions: are read with Meta's answer beside them", () => {
    const result = read(ANSWER);
    expect(result).toMatchObject({ canStartCall: false, canRequestPermission: true });
    expect(result.actions.map(({ actionName }) => actionName)).toEqual([
      'send_call_permission_request',
      'start_call',
    ]);
    expect(result.raw).toBe(ANSWER);
  });

  it('S0 CallPermission: status and end', () => {
    expect(read(ANSWER).permission).toEqual({
      status: 'temporary',
      permanent: false,
      expiresAt: new Date(NOW + 60_000),
      isExpired: false,
    });
  });

  it.each([
    ['no_permission', 'no_permission', false],
    ['temporary', 'temporary', false],
    ['permanent', 'permanent', true],
    ['PERMANENT', 'permanent', true],
    ['something_new', 'something_new', false],
  ])('S0 CallPermission.status and CallPermissionStatus: %s', (status, expected, permanent) => {
    const { permission } = read({ permission: { status } });
    expect(permission).toEqual({ status: expected, permanent, isExpired: false });
  });

  it('S0 CallPermission.expiration_time: absent for permanent ones, text or number, past or not', () => {
    const permission = (members: object) => read({ permission: members }).permission;
    expect(permission({ status: 'permanent' })).not.toHaveProperty('expiresAt');
    expect(permission({ expiration_time: String(seconds(NOW)) })).toMatchObject({
      expiresAt: new Date(NOW),
      isExpired: true,
    });
    expect(permission({ expiration: seconds(NOW) + 1 }).isExpired).toBe(false);
    expect(permission({ expiration_time: null })).not.toHaveProperty('expiresAt');
  });

  it('S0 CallPermissionAction: .action_name, .can_perform_action', () => {
    expect(read(ANSWER).actions[1]).toMatchObject({ actionName: 'start_call', canPerformAction: false });
  });

  it('S0 CallPermissionAction.limits: may be missing or null', () => {
    const action = { action_name: 'start_call', can_perform_action: true };
    const { actions, canStartCall } = read({ actions: [action, { ...action, limits: null }] });
    expect(actions.map(({ limits }) => limits)).toEqual([[], []]);
    expect(canStartCall).toBe(true);
    expect(read({ actions: null })).toMatchObject({ actions: [], canStartCall: false });
    expect(read({}).permission.status).toBe('no_permission');
  });

  it('S0 CallPermissionActionLimit: .max_allowed, .current_usage, .limit_expiration_time', () => {
    expect(read(ANSWER).actions[0]?.limits).toEqual([
      { timePeriod: 'PT24H', timePeriodMs: 86_400_000, maxAllowed: 1, currentUsage: 0, remaining: 1 },
      {
        timePeriod: 'P7D',
        timePeriodMs: 604_800_000,
        maxAllowed: 2,
        currentUsage: 1,
        remaining: 1,
        limitExpiresAt: new Date(NOW + 300_000),
      },
    ]);
    const over = { time_period: 'PT24H', max_allowed: 5, current_usage: 9 };
    const { actions } = read({
      actions: [{ action_name: 'start_call', can_perform_action: false, limits: [over] }],
    });
    expect(actions[0]?.limits[0]?.remaining).toBe(0);
  });

  it.each([
    ['PT24H', 86_400_000],
    ['P7D', 604_800_000],
    ['P1DT1H30M5S', 91_805_000],
    ['P1W', 604_800_000],
    ['24h', 86_400_000],
    ['P', undefined],
    ['P1M', undefined],
    ['a day', undefined],
  ])('S0 CallPermissionActionLimit.time_period: %s', (time_period, ms) => {
    const limits = [{ time_period, max_allowed: 1, current_usage: 0 }];
    const { actions } = read({ actions: [{ action_name: 'start_call', can_perform_action: true, limits }] });
    expect(actions[0]?.limits[0]).toMatchObject({ timePeriod: time_period });
    expect(actions[0]?.limits[0]?.timePeriodMs).toBe(ms);
  });
});
