import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import type { WindowEntry, WindowOptions, WindowStore } from '../../../lib/config/window-options.interface';
import { CustomerServiceWindow } from '../../../lib/window/customer-service-window.service';
import { MemoryWindowStore } from '../../../lib/window/memory-window.store';
import type { WindowEventLike } from '../../../lib/window/window-event';
import { ManualClock } from '../../support/manual-clock';

const HOUR = 3_600_000;
const ANA = { phoneNumberId: '100', user: '16505551234' };

function setup(window: WindowOptions | undefined = {}) {
  const clock = new ManualClock();
  const windows = new CustomerServiceWindow(window === undefined ? {} : { window }, clock);
  const event = (name: string, extra: Partial<WindowEventLike> = {}): WindowEventLike => ({
    name,
    phoneNumberId: '100',
    receivedAt: clock.now(),
    payload: { from: '16505551234' },
    ...extra,
  });
  return { clock, windows, event };
}

describe('CustomerServiceWindow', () => {
  it('is open for 24 hours after a message, by Meta’s time of it', async () => {
    const { clock, windows, event } = setup();
    await windows.observe(event('message.text', { timestamp: clock.now() - HOUR }));
    expect(await windows.closesAt(ANA)).toBe(clock.now() + 23 * HOUR);
    await clock.advance(23 * HOUR - 1);
    expect(await windows.stateOf(ANA)).toBe('open');
    await clock.advance(1);
    expect(await windows.stateOf(ANA)).toBe('closed');
    expect(await windows.closesAt(ANA)).toBeUndefined();
  });

  it.each<[string, Partial<WindowEventLike>]>([
    ['message.interactive.button_reply', {}],
    ['message.unknown', {}],
    ['standby.message', {}],
    ['call.connect', { payload: { from: '16505551234', direction: 'USER_INITIATED' } }],
  ])('is opened by %s', async (name, extra) => {
    const { windows, event } = setup();
    await windows.observe(event(name, extra));
    expect(await windows.stateOf(ANA)).toBe('open');
  });

  it('knows a user by every id that Meta tells', async () => {
    const { windows, event } = setup();
    await windows.observe(
      event('message.text', {
        payload: { from_user_id: 'US.1', from_parent_user_id: 'US.ENT.2' },
        contact: { wa_id: '', user_id: 'US.3', parent_user_id: 'US.ENT.4' },
      }),
    );
    for (const user of ['US.1', 'US.ENT.2', 'US.3', 'US.ENT.4'])
      expect(await windows.stateOf({ phoneNumberId: '100', user })).toBe('open');
    expect(await windows.stateOf({ phoneNumberId: '100', user: '' })).not.toBe('open');
  });

  it.each<[string, Partial<WindowEventLike>]>([
    ['echo.text', { payload: { from: '16505551234', to: '16505551234' } }],
    ['history.message', {}],
    ['standby.message_echo', {}],
    ['message.system.user_changed_number', {}],
    ['status.delivered', { payload: { recipient_id: '16505551234' } }],
    ['call.connect', { payload: { from: '16505551234', direction: 'BUSINESS_INITIATED' } }],
    ['call.terminate', { payload: { from: '16505551234', direction: 'USER_INITIATED' } }],
    ['message.text', { chat: { type: 'group' } }],
    ['message.text', { payload: { from: '16505551234', group_id: 'g' } }],
    ['message.text', { phoneNumberId: '101' }],
    ['message.text', { payload: null }],
  ])('is not opened by %s', async (name, extra) => {
    const { windows, event } = setup();
    await windows.observe(event(name, extra));
    expect(await windows.stateOf(ANA)).toBe('unknown');
  });

  it('finds a user by phone number in any spelling and by user id', async () => {
    const { windows, event } = setup();
    await windows.observe(
      event('message.text', {
        payload: { from: '5215512345678', from_user_id: 'MX.1' },
        contact: { wa_id: '5215512345678', user_id: 'MX.1' },
      }),
    );
    for (const user of ['+52 55 1234-5678', '5215512345678', 'MX.1']) {
      expect(await windows.stateOf({ phoneNumberId: '100', user })).toBe('open');
    }
    expect(await windows.stateOf({ phoneNumberId: '100', user: '525512345679' })).toBe('unknown');
  });

  it('does not go back when news come late, twice or from the future', async () => {
    const { clock, windows, event } = setup();
    const news = event('message.text', { timestamp: clock.now() + HOUR });
    await windows.observe(news);
    await windows.observe(event('message.text', { timestamp: clock.now() - 30 * HOUR }));
    await windows.observe(news);
    expect(await windows.closesAt(ANA)).toBe(clock.now() + 24 * HOUR);
  });

  it('learns from Meta that it is closed, until the user writes again', async () => {
    const { clock, windows, event } = setup();
    await windows.observe(event('message.text'));
    await clock.advance(1000);
    await windows.closed(ANA, clock.now());
    expect(await windows.stateOf(ANA)).toBe('closed');
    await clock.advance(1000);
    await windows.observe(event('message.text'));
    await windows.closed(ANA, clock.now() - 500);
    expect(await windows.stateOf(ANA)).toBe('open');
  });

  it('calls a user closed of whom nothing was heard for a whole day', async () => {
    const { clock, windows } = setup();
    await clock.advance(24 * HOUR - 1);
    expect(await windows.stateOf(ANA)).toBe('unknown');
    await clock.advance(1);
    expect(await windows.stateOf(ANA)).toBe('closed');
  });

  it('knows nothing unless it tracks', async () => {
    const clock = new ManualClock();
    const windows = new CustomerServiceWindow({}, clock);
    await windows.observe({
      name: 'message.text',
      phoneNumberId: '100',
      receivedAt: clock.now(),
      payload: { from: ANA.user },
    });
    await clock.advance(48 * HOUR);
    expect([windows.tracking, await windows.stateOf(ANA)]).toEqual([false, 'unknown']);
  });

  it('works with a store of the application, and goes on when it fails', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const entries = new Map<string, WindowEntry>();
    let broken = false;
    const guard = (): void => {
      if (broken) throw new Error(`no data base for ${ANA.user}`);
    };
    const store: WindowStore = {
      get: async (key) => (guard(), Promise.resolve(entries.get(key))),
      put: async (key, entry) => (guard(), void entries.set(key, entry), Promise.resolve()),
    };
    const { windows, event } = setup({ store });
    await windows.observe(event('message.text'));
    expect([...entries.keys()]).toEqual(['100:16505551234']);
    expect(await windows.stateOf(ANA)).toBe('open');
    broken = true;
    await windows.observe(event('message.text'));
    expect(await windows.stateOf(ANA)).toBe('unknown');
    expect(JSON.stringify(warn.mock.calls)).not.toContain(ANA.user);
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
});

describe('MemoryWindowStore', () => {
  it('holds no more users than it may, and never calls one of them complete whom it may have forgotten', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 5 })), {
          maxLength: 150,
        }),
        (maxUsers, steps) => {
          let now = 1000;
          const store = new MemoryWindowStore({ now: () => now }, maxUsers);
          const truth = new Map<string, number>();
          for (const [user, step] of steps) {
            now += step;
            truth.set(String(user), now);
            store.put(String(user), { at: now, open: true });
            expect(store.size).toBeLessThanOrEqual(maxUsers);
          }
          for (const [user, at] of truth) {
            const known = store.get(user);
            if (known) expect(known.at).toBe(at);
            else expect(at).toBeLessThanOrEqual(store.completeSince());
          }
        },
      ),
    );
  });
});
