import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import type { Clock } from '../../../lib/config/clock';
import { AnswerMonitor } from '../../../lib/delivery/answer-monitor';
import { DeadLetters } from '../../../lib/delivery/dead-letters.service';
import type { DeduplicationStore } from '../../../lib/delivery/deduplication.store';
import type { DeliveryVerdict } from '../../../lib/delivery/delivery-engine.interface';
import { InlineDeliveryEngine } from '../../../lib/delivery/inline-delivery.engine';
import { MemoryDeadLetterStore } from '../../../lib/delivery/memory-dead-letter.store';
import { MemoryDeduplicationStore } from '../../../lib/delivery/memory-deduplication.store';
import { ManualClock, flush } from '../../support/manual-clock';
import { FakeDispatch, envelope, watch } from './support';
import type { Behaviour } from './support';

const HANDLERS = ['A', 'B'];
const LANES = ['message:1', 'message:2', 'status:1'];
const LEASE = 5_000;
const DRAIN = 600;

/** One process: its engine, and a plug to pull. Afterwards it runs nothing, hears nothing and tells the store nothing. */
class Process {
  private alive = true;
  readonly dispatch: FakeDispatch;
  readonly engine: InlineDeliveryEngine;

  constructor(
    clock: ManualClock,
    store: DeduplicationStore,
    letters: MemoryDeadLetterStore,
    behave: Behaviour,
  ) {
    const time: Clock = {
      now: () => clock.now(),
      schedule: (callback, ms) => clock.schedule(() => this.alive && callback(), ms),
    };
    this.dispatch = new FakeDispatch(time, HANDLERS, behave);
    const deadLetters = new DeadLetters(letters, this.dispatch, time);
    const plugged: DeduplicationStore = {
      claim: (...args) => this.ifAlive(() => store.claim(...args)),
      renew: (...args) => this.ifAlive(() => store.renew(...args)),
      record: (...args) => this.ifAlive(() => store.record(...args)),
      complete: (...args) => this.ifAlive(() => store.complete(...args)),
      release: (...args) => this.ifAlive(() => store.release(...args)),
    };
    this.engine = new InlineDeliveryEngine(
      this.dispatch,
      plugged,
      deadLetters,
      new AnswerMonitor(time),
      time,
      {
        delivery: { leaseMs: LEASE, deadlineMs: 1_000, attempts: 3, retryDelayMs: 300 },
      },
    );
  }

  kill(): void {
    this.alive = false;
    this.dispatch.dead = true;
  }

  private ifAlive<T>(operation: () => T | Promise<T>): T | Promise<T> {
    return this.alive ? operation() : new Promise<never>(() => undefined);
  }
}

const behaviour = fc.record({ ms: fc.constantFrom(0, 20, 400, 9_000), fail: fc.boolean() });
const items = fc.array(
  fc.record({ lane: fc.constantFrom(...LANES), scripts: fc.tuple(behaviour, behaviour) }),
  {
    minLength: 1,
    maxLength: 8,
  },
);
const gaps = fc.array(fc.constantFrom(0, 10, 150, 700), { minLength: 8, maxLength: 8 });

async function play(
  given: { lane: string; scripts: { ms: number; fail: boolean }[] }[],
  gapsMs: number[],
  lastMs: number,
  end: 'crash' | 'deploy',
) {
  const clock = new ManualClock();
  const store = new MemoryDeduplicationStore(clock, 1_000);
  const letters = new MemoryDeadLetterStore(1_000);
  // Each handler does as its script says in its first run in either process, then completes at once.
  const behave: Behaviour = (handler, key, run) =>
    run === 1 ? given[Number(key)]!.scripts[HANDLERS.indexOf(handler)]! : {};
  const first = new Process(clock, store, letters, behave);
  const second = new Process(clock, store, letters, behave);
  const acknowledged = new Set<string>();
  const post = async (engine: InlineDeliveryEngine, key: string): Promise<DeliveryVerdict> => {
    const verdict = await engine.accept([envelope(key, given[Number(key)]!.lane)]);
    if (verdict === 'settled') acknowledged.add(key);
    return verdict;
  };

  for (const [i] of given.entries()) {
    void post(first.engine, `${i}`);
    await clock.advance(gapsMs[i]!);
  }
  await clock.advance(lastMs);
  let left: number | undefined;
  if (end === 'deploy') {
    const drained = watch(first.engine.drain(DRAIN));
    await clock.advance(DRAIN);
    expect(drained.settled).toBe(true);
    left = drained.value;
  }
  await flush();
  first.kill();
  const interrupted = new Set(
    first.dispatch.passes.filter((pass) => pass.end === undefined).map((pass) => pass.key),
  );
  const secondStart = clock.now();
  for (let round = 0; acknowledged.size < given.length && round < 200; round++) {
    for (const [i] of given.entries()) if (!acknowledged.has(`${i}`)) void post(second.engine, `${i}`);
    await clock.advance(1_000);
  }
  return { first, second, acknowledged, interrupted, left, tookOverMs: clock.now() - secondStart, letters };
}

describe('Another process on the same deduplication store', () => {
  beforeEach(() => {
    for (const level of ['warn', 'error'] as const) jest.spyOn(Logger.prototype, level).mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  it('takes over after a crash: nothing lost, and no recorded handler runs again', async () => {
    await fc.assert(
      fc.asyncProperty(items, gaps, fc.constantFrom(0, 5, 350, 2_000), async (given, gapsMs, lastMs) => {
        const { first, second, acknowledged, interrupted } = await play(given, gapsMs, lastMs, 'crash');
        expect(acknowledged.size).toBe(given.length);
        for (const [i] of given.entries()) {
          for (const handler of HANDLERS) {
            const before = first.dispatch.completed(handler, `${i}`);
            const after = second.dispatch.completed(handler, `${i}`);
            expect(before + after).toBeGreaterThanOrEqual(1);
            expect(Math.max(before, after)).toBe(1);
            // Only a pass that the crash cut off may have completed a handler without a record of it.
            if (!interrupted.has(`${i}`)) expect(before + after).toBe(1);
          }
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('takes over after a deploy: at once, in order, and nothing twice but what outran the drain time', async () => {
    await fc.assert(
      fc.asyncProperty(items, gaps, fc.constantFrom(0, 5, 350, 2_000), async (given, gapsMs, lastMs) => {
        const { first, second, acknowledged, interrupted, left } = await play(
          given,
          gapsMs,
          lastMs,
          'deploy',
        );
        expect(acknowledged.size).toBe(given.length);
        expect(left).toBeGreaterThanOrEqual(interrupted.size);
        for (const [i] of given.entries()) {
          for (const handler of HANDLERS) {
            const completed =
              first.dispatch.completed(handler, `${i}`) + second.dispatch.completed(handler, `${i}`);
            expect(completed).toBeGreaterThanOrEqual(1);
            if (!interrupted.has(`${i}`)) expect(completed).toBe(1);
          }
        }
        for (const lane of LANES) {
          const keys = (process: Process) =>
            [
              ...new Set(
                process.dispatch.passes.filter((pass) => pass.lane === lane).map((pass) => pass.key),
              ),
            ].map(Number);
          for (const order of [keys(first), keys(second)])
            expect(order).toEqual([...order].sort((a, b) => a - b));
          // What the first process has not finished is handed over without a gap in the lane.
          const handedOver = keys(second);
          const finished = keys(first).filter((key) => !handedOver.includes(key));
          expect(Math.max(-1, ...finished)).toBeLessThan(Math.min(Infinity, ...handedOver));
        }
        // No lease to wait for: the first post of every item starts its lane.
        const idle = second.dispatch.passes.filter(
          (pass, i, all) => all.findIndex((p) => p.lane === pass.lane) === i,
        );
        for (const pass of idle) expect(pass.start).toBe(second.dispatch.passes[0]!.start);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
