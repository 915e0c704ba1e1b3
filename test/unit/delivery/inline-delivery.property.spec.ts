import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import type { DeliveryOptions } from '../../../lib/config/delivery-options.interface';
import type { DeduplicationStore } from '../../../lib/delivery/deduplication.store';
import type { DeliveryVerdict } from '../../../lib/delivery/delivery-engine.interface';
import { MemoryDeduplicationStore } from '../../../lib/delivery/memory-deduplication.store';
import { ManualClock, flush } from '../../support/manual-clock';
import { accept, envelope, setup } from './support';
import type { Behaviour, Pass } from './support';

const HANDLERS = ['A', 'B'];
const LANES = ['message:1', 'message:2', 'status:1', 'call:1'];
const ITEMS = 8;
const DEADLINE = 1_000;

/** What a handler does in its first runs for one item; afterwards it completes at once. */
const script = fc.array(fc.record({ ms: fc.constantFrom(0, 0, 1, 40, 700, 3_000), fail: fc.boolean() }), {
  maxLength: 4,
});
/** For each item its lane, and for each of its handlers a script. */
const items = fc.array(fc.record({ lane: fc.constantFrom(...LANES), scripts: fc.tuple(script, script) }), {
  minLength: ITEMS,
  maxLength: ITEMS,
});
/** Webhooks with repeats, in whatever grouping, and time that passes between them. */
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.nat(ITEMS - 1), { minLength: 1, maxLength: 4 }) },
    { weight: 2, arbitrary: fc.constantFrom(0, 1, 35, 200, 999, 2_500) },
  ),
  { maxLength: 25 },
);
const options = fc.record({
  ack: fc.constantFrom('after-handlers' as const, 'after-handlers' as const, 'immediate' as const),
  onExhausted: fc.constantFrom('dead-letter' as const, 'redeliver' as const),
  attempts: fc.integer({ min: 1, max: 4 }),
  retryDelayMs: fc.constantFrom(0, 30, 2_000),
});
const storeKind = fc.constantFrom('memory' as const, 'promises' as const, 'lagging' as const);

interface Scenario {
  items: { lane: string; scripts: { ms: number; fail: boolean }[][] }[];
  steps: (number | number[])[];
  delivery: DeliveryOptions;
  store: 'memory' | 'promises' | 'lagging';
}

/** Plays Meta: posts the bodies, then repeats what was not answered with 200 until everything was. */
async function play(scenario: Scenario) {
  const clock = new ManualClock();
  const behave: Behaviour = (handler, key, run) =>
    scenario.items[Number(key)]!.scripts[HANDLERS.indexOf(handler)]![run - 1] ?? {};
  const store = wrap(new MemoryDeduplicationStore(clock, 1_000), clock, scenario.store);
  const delivery = { ...scenario.delivery, deadlineMs: DEADLINE };
  const { engine, dispatch, deadLetters } = setup({ clock, handlers: HANDLERS, behave, store, delivery });
  const arrivals: { key: string; lane: string; at: number }[] = [];
  const answers: { verdict: DeliveryVerdict; ms: number }[] = [];
  let open: { body: string[]; verdict?: DeliveryVerdict }[] = [];

  const post = (keys: readonly string[]): void => {
    const body = { body: [...keys] } as (typeof open)[number];
    open.push(body);
    for (const key of keys) {
      const lane = scenario.items[Number(key)]!.lane;
      if (!arrivals.some((arrival) => arrival.key === key)) arrivals.push({ key, lane, at: clock.now() });
    }
    const sent = clock.now();
    const items = keys.map((key) => envelope(key, scenario.items[Number(key)]!.lane));
    void accept(engine, items).then((verdict) => {
      body.verdict = verdict;
      answers.push({ verdict, ms: clock.now() - sent });
    });
  };

  for (const step of scenario.steps) {
    if (typeof step === 'number') await clock.advance(step);
    else post(step.map(String));
  }
  for (let round = 0; open.length > 0 && round < 200; round++) {
    await clock.advance(DEADLINE);
    const again = open.filter((body) => body.verdict !== undefined && body.verdict !== 'settled');
    open = open.filter((body) => body.verdict === undefined);
    for (const body of again) post(body.body);
  }
  await clock.advance(200_000);
  return {
    clock,
    engine,
    dispatch,
    arrivals,
    answers,
    unanswered: open.length,
    letters: await deadLetters.list(),
  };
}

function wrap(
  store: MemoryDeduplicationStore,
  clock: ManualClock,
  kind: Scenario['store'],
): DeduplicationStore {
  if (kind === 'memory') return store;
  let calls = 0;
  const later = <T>(answer: () => T): Promise<T> =>
    kind === 'promises'
      ? Promise.resolve().then(answer)
      : new Promise((resolve) => clock.schedule(() => resolve(answer()), (calls++ * 7) % 11));
  return {
    claim: (...args) => later(() => store.claim(...args)),
    renew: (...args) => later(() => store.renew(...args)),
    record: (...args) => later(() => store.record(...args)),
    complete: (...args) => later(() => store.complete(...args)),
    release: (...args) => later(() => store.release(...args)),
  };
}

describe('InlineDeliveryEngine, whatever happens', () => {
  beforeEach(() => {
    for (const level of ['warn', 'error'] as const) jest.spyOn(Logger.prototype, level).mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  it('loses nothing, completes nothing twice, keeps every lane in order and answers in time', async () => {
    await fc.assert(
      fc.asyncProperty(items, steps, options, storeKind, async (given, script, delivery, store) => {
        const run = await play({ items: given, steps: script, delivery, store });
        expect(run.unanswered).toBe(0);

        for (const { key } of run.arrivals) {
          for (const handler of HANDLERS) {
            const letters = run.letters.filter((l) => l.handler === handler && l.envelope.key === key);
            expect(run.dispatch.completed(handler, key) + letters.length).toBe(1);
          }
        }
        if (delivery.onExhausted === 'redeliver' && delivery.ack === 'after-handlers') {
          expect(run.letters).toEqual([]);
        } else {
          expect(run.answers.filter((answer) => answer.verdict === 'redeliver')).toEqual([]);
        }

        for (const answer of run.answers) {
          expect(answer.ms).toBeLessThanOrEqual(delivery.ack === 'immediate' ? 0 : DEADLINE);
          if (answer.verdict === 'deadline') expect(answer.ms).toBe(DEADLINE);
        }

        for (const lane of LANES) {
          const passes = run.dispatch.passes.filter((pass) => pass.lane === lane);
          const arrived = run.arrivals.filter((arrival) => arrival.lane === lane);
          expect(firstPasses(passes)).toEqual(arrived.map((arrival) => arrival.key));
          for (const [i, pass] of passes.slice(1).entries())
            expect(pass.start).toBeGreaterThanOrEqual(passes[i]!.end!);
          if (delivery.onExhausted === 'dead-letter') expectLaneHeld(passes);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('starts every item the moment its lane is free, whatever other lanes do', async () => {
    await fc.assert(
      fc.asyncProperty(items, steps, options, async (given, script, drawn) => {
        const delivery = { ...drawn, onExhausted: 'dead-letter' as const };
        const run = await play({ items: given, steps: script, delivery, store: 'promises' });
        for (const lane of LANES) {
          let free = 0;
          for (const arrival of run.arrivals.filter((candidate) => candidate.lane === lane)) {
            const passes = run.dispatch.passes.filter((pass) => pass.key === arrival.key);
            expect(passes[0]!.start).toBe(Math.max(arrival.at, free));
            free = passes.at(-1)!.end!;
          }
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('leaves no timer behind', async () => {
    await fc.assert(
      fc.asyncProperty(items, steps, options, async (given, script, delivery) => {
        const run = await play({ items: given, steps: script, delivery, store: 'memory' });
        await flush();
        expect(run.clock.pending).toBe(0);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

function firstPasses(passes: readonly Pass[]): string[] {
  return [...new Set(passes.map((pass) => pass.key))];
}

/** All passes of an item stand together: nothing of its lane ran between its attempts. */
function expectLaneHeld(passes: readonly Pass[]): void {
  const stays = passes.map((pass) => pass.key).filter((key, i, keys) => key !== keys[i - 1]);
  expect(stays).toEqual([...new Set(stays)]);
}
