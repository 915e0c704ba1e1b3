import { SteppedClock } from '../../../lib/testing';

describe('SteppedClock', () => {
  it('fires timers in order when it is advanced, at their time', () => {
    const clock = new SteppedClock(1000);
    const fired: [string, number][] = [];
    const note = (name: string) => () => void fired.push([name, clock.now()]);
    clock.schedule(note('late'), 20);
    clock.schedule(() => {
      note('early')();
      clock.schedule(note('inner'), 5);
      clock.schedule(note('too late'), 50);
    }, 10);
    clock.schedule(note('at once'), -5);
    clock.schedule(note('cancelled'), 10).cancel();
    expect(fired).toEqual([]);
    clock.advance(0);
    expect(fired).toEqual([['at once', 1000]]);
    clock.advance(30);
    expect(fired.slice(1)).toEqual([
      ['early', 1010],
      ['inner', 1015],
      ['late', 1020],
    ]);
    expect(clock.now()).toBe(1030);
  });

  it('shows the real time plus what was skipped, when it has no start', () => {
    const clock = new SteppedClock();
    const before = Date.now();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    clock.advance(3_600_000);
    expect(clock.now()).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(clock.now()).toBeLessThan(before + 3_660_000);
  });
});
