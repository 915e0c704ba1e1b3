import fc from 'fast-check';
import { RecentKeys } from '../../../lib/delivery/recent-keys';

describe('RecentKeys', () => {
  it('remembers a key until its time', () => {
    const keys = new RecentKeys();
    keys.add('k', 10);
    expect(keys.see('k', 9)).toBe(true);
    expect(keys.see('k', 10)).toBe(false);
    expect(keys.see('other', 0)).toBe(false);
  });

  it('forgets the least recently seen key above the limit', () => {
    const keys = new RecentKeys();
    for (const key of ['1', '2', '3']) keys.add(key, 10);
    keys.see('1', 0);
    keys.trim(0, 2);
    expect(['1', '2', '3'].filter((key) => keys.see(key, 0))).toEqual(['1', '3']);
  });

  it('behaves like a plain list for any sequence of calls', () => {
    const key = fc.integer({ min: 0, max: 300 }).map(String);
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ op: fc.constant('add' as const), key, ms: fc.nat(50) }) },
      { weight: 2, arbitrary: fc.record({ op: fc.constant('see' as const), key }) },
      { weight: 1, arbitrary: fc.record({ op: fc.constant('trim' as const), limit: fc.nat(200) }) },
      { weight: 1, arbitrary: fc.record({ op: fc.constant('wait' as const), ms: fc.nat(20) }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 500, size: 'max' }), (steps) => {
        const real = new RecentKeys();
        let model: { key: string; until: number }[] = [];
        let now = 0;
        const take = (wanted: string) => {
          const found = model.find((entry) => entry.key === wanted);
          model = model.filter((entry) => entry !== found);
          return found;
        };
        for (const s of steps) {
          if (s.op === 'wait') now += s.ms;
          else if (s.op === 'add') {
            take(s.key);
            model.push({ key: s.key, until: now + s.ms });
            real.add(s.key, now + s.ms);
          } else if (s.op === 'see') {
            const known = model.some((entry) => entry.key === s.key && entry.until > now);
            const entry = known && take(s.key);
            if (entry) model.push(entry);
            expect(real.see(s.key, now)).toBe(known);
          } else {
            while (model[0] && (model[0].until <= now || model.length > s.limit)) model.shift();
            real.trim(now, s.limit);
          }
          expect(real.size).toBe(model.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
