import { sleep, systemClock } from '../../../lib/config/clock';
import { ManualClock } from '../../support/manual-clock';

describe('systemClock', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 1000 }));
  afterEach(() => void jest.useRealTimers());

  it('tells the time and calls back after a delay, unless cancelled', () => {
    const calls: string[] = [];
    systemClock.schedule(() => calls.push('kept'), 50);
    systemClock.schedule(() => calls.push('cancelled'), 50).cancel();
    jest.advanceTimersByTime(49);
    expect(calls).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(calls).toEqual(['kept']);
    expect(systemClock.now()).toBe(1050);
  });
});

describe('sleep', () => {
  it('resolves after its time, and lets go of the signal', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    const removed = jest.spyOn(signal, 'removeEventListener');
    const slept = sleep(clock, 10, signal);
    await clock.advance(10);
    await slept;
    await Promise.all([sleep(clock, 5), clock.advance(5)]);
    expect(removed).toHaveBeenCalledTimes(1);
  });

  it('rejects with the reason of the signal, now or later', async () => {
    const clock = new ManualClock();
    const reason = new Error('enough');
    await expect(sleep(clock, 10, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const slept = sleep(clock, 10, controller.signal);
    controller.abort(reason);
    await expect(slept).rejects.toBe(reason);
    expect(clock.pending).toBe(0);
  });
});
