import fc from 'fast-check';
import { MemoryDeduplicationStore } from '../../../lib/delivery/memory-deduplication.store';
import { ManualClock } from '../../support/manual-clock';

const LEASE = 1_000;
const TTL = 60_000;

describe('MemoryDeduplicationStore', () => {
  let clock: ManualClock;
  let store: MemoryDeduplicationStore;
  beforeEach(() => {
    clock = new ManualClock();
    store = new MemoryDeduplicationStore(clock, 3);
  });

  it('lets one owner claim an item, and reports it as done afterwards', () => {
    expect(store.claim('k', 'a', LEASE)).toEqual({ state: 'claimed', settled: [] });
    expect(store.claim('k', 'b', LEASE).state).toBe('busy');
    store.complete('k', TTL);
    expect(store.claim('k', 'a', LEASE).state).toBe('done');
    expect(store.claim('k', 'b', LEASE).state).toBe('done');
  });

  it('gives an owner its own claim again', () => {
    store.claim('k', 'a', LEASE);
    expect(store.claim('k', 'a', LEASE).state).toBe('claimed');
    expect(store.size).toBe(1);
  });

  it('forgets a done item after its time', async () => {
    store.claim('k', 'a', LEASE);
    store.complete('k', TTL);
    await clock.advance(TTL - 1);
    expect(store.claim('k', 'b', LEASE).state).toBe('done');
    await clock.advance(1);
    expect(store.claim('k', 'b', LEASE)).toEqual({ state: 'claimed', settled: [] });
  });

  it('lets another owner take an item when the lease has run out', async () => {
    store.claim('k', 'a', LEASE);
    await clock.advance(LEASE - 1);
    expect(store.claim('k', 'b', LEASE).state).toBe('busy');
    await clock.advance(1);
    expect(store.claim('k', 'b', LEASE).state).toBe('claimed');
    expect(store.renew('k', 'a', LEASE)).toBe(false);
    expect(store.renew('k', 'b', LEASE)).toBe(true);
  });

  it('extends a lease', async () => {
    store.claim('k', 'a', LEASE);
    await clock.advance(LEASE - 1);
    expect(store.renew('k', 'a', LEASE)).toBe(true);
    await clock.advance(LEASE - 1);
    expect(store.claim('k', 'b', LEASE).state).toBe('busy');
  });

  it('does not renew what is unknown or done', () => {
    expect(store.renew('k', 'a', LEASE)).toBe(false);
    store.claim('k', 'a', LEASE);
    store.complete('k', TTL);
    expect(store.renew('k', 'a', LEASE)).toBe(false);
  });

  it('hands recorded handlers to the next owner, after a release and after a lease that ran out', async () => {
    store.claim('k', 'a', LEASE);
    store.record('k', ['X'], TTL);
    store.record('k', ['X', 'Y'], TTL);
    store.release('k', 'a');
    expect(store.claim('k', 'b', LEASE)).toEqual({ state: 'claimed', settled: ['X', 'Y'] });
    await clock.advance(LEASE);
    expect(store.claim('k', 'c', LEASE)).toEqual({ state: 'claimed', settled: ['X', 'Y'] });
  });

  it('forgets recorded handlers after their time', async () => {
    store.claim('k', 'a', LEASE);
    store.record('k', ['X'], TTL);
    store.release('k', 'a');
    await clock.advance(TTL);
    expect(store.claim('k', 'b', LEASE)).toEqual({ state: 'claimed', settled: [] });
  });

  it('records for an item that nobody holds, and not for one that is done', async () => {
    store.record('k', ['X'], TTL);
    await clock.advance(TTL / 2);
    store.record('k', ['Y'], TTL);
    await clock.advance(TTL - 1);
    expect(store.claim('k', 'a', LEASE)).toEqual({ state: 'claimed', settled: ['X', 'Y'] });
    store.complete('k', TTL);
    store.record('k', ['Z'], TTL);
    expect(store.claim('k', 'a', LEASE)).toEqual({ state: 'done', settled: [] });
  });

  it('releases only for the owner, and keeps nothing of an untouched item', () => {
    store.claim('k', 'a', LEASE);
    store.release('k', 'b');
    expect(store.claim('k', 'b', LEASE).state).toBe('busy');
    store.release('k', 'a');
    store.release('unknown', 'a');
    expect(store.size).toBe(0);
    expect(store.claim('k', 'b', LEASE).state).toBe('claimed');
  });

  it('completes an item whoever holds it, even one that it has never seen', () => {
    store.complete('k', TTL);
    expect(store.claim('k', 'a', LEASE).state).toBe('done');
    store.complete('k', TTL);
    expect(store.size).toBe(1);
  });

  it('drops the least recently seen done item at the limit', () => {
    for (const key of ['1', '2', '3']) {
      store.claim(key, 'a', LEASE);
      store.complete(key, TTL);
    }
    expect(store.claim('1', 'a', LEASE).state).toBe('done');
    store.claim('4', 'a', LEASE);
    expect(store.size).toBe(3);
    expect(store.claim('1', 'b', LEASE).state).toBe('done');
    expect(store.claim('3', 'b', LEASE).state).toBe('done');
    expect(store.claim('2', 'b', LEASE).state).toBe('claimed');
  });

  it('never drops a live claim, and drops done items first', () => {
    store.complete('done', TTL);
    for (const key of ['1', '2', '3', '4']) store.claim(key, 'a', LEASE);
    expect(store.size).toBe(4);
    for (const key of ['1', '2', '3', '4']) expect(store.claim(key, 'b', LEASE).state).toBe('busy');
  });

  it('drops claims of dead owners when it is over the limit', async () => {
    for (const key of ['1', '2', '3']) store.claim(key, 'a', LEASE);
    await clock.advance(LEASE);
    expect(store.size).toBe(3);
    store.claim('4', 'b', LEASE);
    store.claim('5', 'b', LEASE);
    expect(store.size).toBe(3);
    expect(store.claim('4', 'c', LEASE).state).toBe('busy');
  });

  it('drops the oldest recorded handlers of items that nobody holds when it is over the limit', () => {
    for (const key of ['1', '2', '3', '4']) store.record(key, ['X'], TTL);
    expect(store.size).toBe(3);
    expect(store.claim('4', 'a', LEASE).settled).toEqual(['X']);
    expect(store.claim('1', 'a', LEASE).settled).toEqual([]);
  });

  it('keeps recorded handlers of items under a live claim, whatever the limit', () => {
    for (const key of ['1', '2', '3']) {
      store.claim(key, 'a', LEASE);
      store.record(key, ['X'], TTL);
    }
    for (const key of ['1', '2', '3']) expect(store.claim(key, 'a', LEASE).settled).toEqual(['X']);
  });

  it('gives memory back as items expire', async () => {
    for (const key of ['1', '2']) store.complete(key, TTL);
    await clock.advance(TTL);
    store.claim('3', 'a', LEASE);
    expect(store.size).toBe(1);
  });

  it('behaves like a plain model for any sequence of calls', async () => {
    const key = fc.constantFrom('p', 'q', 'r');
    const owner = fc.constantFrom('a', 'b');
    const step = fc.oneof(
      fc.record({ op: fc.constant('claim' as const), key, owner }),
      fc.record({ op: fc.constant('renew' as const), key, owner }),
      fc.record({ op: fc.constant('release' as const), key, owner }),
      fc.record({ op: fc.constant('complete' as const), key }),
      fc.record({ op: fc.constant('record' as const), key, handler: fc.constantFrom('X', 'Y') }),
      fc.record({ op: fc.constant('wait' as const), ms: fc.constantFrom(1, LEASE, 2 * LEASE, TTL) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const time = new ManualClock();
        const real = new MemoryDeduplicationStore(time, 100);
        const model = new Model(time);
        for (const s of steps) {
          if (s.op === 'wait') await time.advance(s.ms);
          else if (s.op === 'claim')
            expect(real.claim(s.key, s.owner, LEASE)).toEqual(model.claim(s.key, s.owner));
          else if (s.op === 'renew')
            expect(real.renew(s.key, s.owner, LEASE)).toBe(model.renew(s.key, s.owner));
          else if (s.op === 'release') {
            real.release(s.key, s.owner);
            model.release(s.key, s.owner);
          } else if (s.op === 'complete') {
            real.complete(s.key, TTL);
            model.complete(s.key);
          } else {
            real.record(s.key, [s.handler], TTL);
            model.record(s.key, s.handler);
          }
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

/** The contract as separate expiring facts, the way a Redis implementation would keep them. */
class Model {
  private readonly claims = new Map<string, { owner: string; until: number }>();
  private readonly done = new Map<string, number>();
  private readonly handlers = new Map<string, { ids: Set<string>; until: number }>();

  constructor(private readonly clock: ManualClock) {}

  claim(key: string, owner: string) {
    const now = this.clock.now();
    const held = this.claims.get(key);
    if (held && held.until > now && held.owner !== owner) return { state: 'busy', settled: [] };
    if ((this.done.get(key) ?? 0) > now) return { state: 'done', settled: [] };
    this.claims.set(key, { owner, until: now + LEASE });
    const recorded = this.handlers.get(key);
    return { state: 'claimed', settled: recorded && recorded.until > now ? [...recorded.ids] : [] };
  }

  renew(key: string, owner: string): boolean {
    const held = this.claims.get(key);
    if (held?.owner !== owner) return false;
    held.until = this.clock.now() + LEASE;
    return true;
  }

  release(key: string, owner: string): void {
    if (this.claims.get(key)?.owner === owner) this.claims.delete(key);
  }

  complete(key: string): void {
    this.claims.delete(key);
    this.handlers.delete(key);
    this.done.set(key, this.clock.now() + TTL);
  }

  record(key: string, handler: string): void {
    const now = this.clock.now();
    if ((this.done.get(key) ?? 0) > now) return;
    const recorded = this.handlers.get(key);
    const ids = recorded && recorded.until > now ? recorded.ids : new Set<string>();
    this.handlers.set(key, { ids: ids.add(handler), until: now + TTL });
  }
}
