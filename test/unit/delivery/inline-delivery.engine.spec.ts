import { Logger } from '@nestjs/common';
import type { Claim, DeduplicationStore } from '../../../lib/delivery/deduplication.store';
import { DeduplicationStoreError } from '../../../lib/delivery/deduplication-store.error';
import type { DeadLetterStore } from '../../../lib/delivery/dead-letter.store';
import { MemoryDeduplicationStore } from '../../../lib/delivery/memory-deduplication.store';
import { WhatsAppError } from '../../../lib/errors/whatsapp.error';
import { ManualClock, flush } from '../../support/manual-clock';
import { accept, FakeDispatch, envelope, setup, watch } from './support';
import type { Behaviour } from './support';

const slow =
  (ms: number, ...keys: string[]): Behaviour =>
  (_handler, key) => ({ ms: keys.length === 0 || keys.includes(key) ? ms : 0 });
const failing =
  (times: number, ...handlers: string[]): Behaviour =>
  (handler, _key, run) => ({ fail: run <= times && (handlers.length === 0 || handlers.includes(handler)) });

describe('InlineDeliveryEngine', () => {
  let warn: jest.SpyInstance;
  let error: jest.SpyInstance;
  beforeEach(() => {
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    error = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  describe('answers', () => {
    it('settles at once when there is nothing to do', async () => {
      const { engine, clock } = setup();
      await expect(accept(engine, [])).resolves.toBe('settled');
      expect(clock.pending).toBe(0);
    });

    it('settles after all handlers of all items have finished', async () => {
      const { engine, dispatch, clock } = setup({ handlers: ['A', 'B'], behave: slow(100, 'k2') });
      const answer = watch(accept(engine, [envelope('k1', 'l1'), envelope('k2', 'l2')]));
      await clock.advance(199);
      expect(answer.settled).toBe(false);
      await clock.advance(1);
      expect(answer.value).toBe('settled');
      expect(dispatch.runs.every((run) => run.ok)).toBe(true);
      expect(dispatch.runs).toHaveLength(4);
    });

    it('answers `deadline` in time while the work goes on, and the repeat finds it done', async () => {
      const { engine, dispatch, clock } = setup({ behave: slow(1_500), delivery: { deadlineMs: 1_000 } });
      const first = watch(accept(engine, [envelope('k')]));
      await clock.advance(999);
      expect(first.settled).toBe(false);
      await clock.advance(1);
      expect(first.value).toBe('deadline');
      const repeat = watch(accept(engine, [envelope('k')]));
      await clock.advance(500);
      expect(repeat.value).toBe('settled');
      await expect(accept(engine, [envelope('k')])).resolves.toBe('settled');
      expect(dispatch.runs).toHaveLength(1);
    });

    it('gives every webhook its own deadline', async () => {
      const { engine, clock } = setup({ behave: slow(60_000), delivery: { deadlineMs: 1_000 } });
      const first = watch(accept(engine, [envelope('k1', 'l1')]));
      await clock.advance(400);
      const second = watch(accept(engine, [envelope('k2', 'l2')]));
      await clock.advance(600);
      expect([first.value, second.settled]).toEqual(['deadline', false]);
      await clock.advance(400);
      expect(second.value).toBe('deadline');
    });

    it('answers before the work with `ack: immediate`, and deduplicates all the same', async () => {
      const { engine, dispatch, clock } = setup({ behave: slow(50_000), delivery: { ack: 'immediate' } });
      await expect(accept(engine, [envelope('k1'), envelope('k2')])).resolves.toBe('settled');
      await expect(accept(engine, [envelope('k1')])).resolves.toBe('settled');
      expect(dispatch.log).toEqual(['A k1']);
      await clock.advance(100_000);
      await expect(accept(engine, [envelope('k2')])).resolves.toBe('settled');
      await flush();
      expect(dispatch.log).toEqual(['A k1', 'A k2']);
    });
  });

  describe('duplicates', () => {
    it('joins the work on an item that is in flight, in whatever grouping it comes', async () => {
      const { engine, dispatch, clock } = setup({ behave: slow(100) });
      const first = watch(accept(engine, [envelope('k1', 'l1'), envelope('k1', 'l1')]));
      const second = watch(accept(engine, [envelope('k2', 'l2'), envelope('k1', 'l1')]));
      await clock.advance(100);
      expect([first.value, second.value]).toEqual(['settled', 'settled']);
      expect(dispatch.log).toEqual(['A k1', 'A k2']);
    });

    it('answers a repeat when its item ends, without waiting for what came in between', async () => {
      const { engine, clock } = setup({ behave: slow(100) });
      void engine.accept([envelope('k1'), envelope('k2')]);
      const repeat = watch(accept(engine, [envelope('k1')]));
      await clock.advance(100);
      expect(repeat.value).toBe('settled');
    });

    it('joins an item that still waits in its lane', async () => {
      const { engine, dispatch, clock } = setup({ behave: slow(100) });
      void engine.accept([envelope('k1'), envelope('k2')]);
      const repeat = watch(accept(engine, [envelope('k2')]));
      await clock.advance(100);
      expect(repeat.settled).toBe(false);
      await clock.advance(100);
      expect(repeat.value).toBe('settled');
      expect(dispatch.log).toEqual(['A k1', 'A k2']);
    });

    it('asks Meta to come again when another process holds the item', async () => {
      const { engine, dispatch, store } = setup();
      await store.claim('k', 'another process', 1_000);
      await expect(accept(engine, [envelope('k')])).resolves.toBe('deadline');
      expect(dispatch.runs).toEqual([]);
    });

    it('runs what another process left unfinished when its lease has run out', async () => {
      const { engine, dispatch, store, clock } = setup({ handlers: ['A', 'B'] });
      await store.claim('k', 'dead process', 1_000);
      await store.record('k', ['A'], 60_000);
      await clock.advance(1_000);
      await expect(accept(engine, [envelope('k')])).resolves.toBe('settled');
      expect(dispatch.log).toEqual(['B k']);
    });

    it('renews its claims while handlers run, and no longer', async () => {
      const { engine, store, clock } = setup({ behave: slow(10_000), delivery: { leaseMs: 3_000 } });
      const answer = watch(accept(engine, [envelope('k')]));
      for (let i = 0; i < 9; i++) {
        await clock.advance(1_100);
        expect(await store.claim('k', 'another process', 3_000)).toMatchObject({ state: 'busy' });
      }
      await clock.advance(10_000);
      expect(answer.settled).toBe(true);
      expect(clock.pending).toBe(0);
    });

    it('leaves an item to the process that took it while this one was frozen', async () => {
      const { engine, dispatch, store, clock } = setup({
        handlers: ['A', 'B'],
        behave: (handler) => ({ ms: handler === 'A' ? 100 : 0, fail: handler === 'B' }),
        delivery: { leaseMs: 60 },
      });
      const renew = jest.spyOn(store, 'renew').mockReturnValue(false);
      const answer = watch(accept(engine, [envelope('k')]));
      await clock.advance(5_000);
      expect(renew).toHaveBeenCalledTimes(1);
      expect(answer.value).toBe('deadline');
      expect(dispatch.log).toEqual(['A k', 'B k']);
      expect(await store.claim('k', 'another process', 60)).toEqual({ state: 'claimed', settled: ['A'] });
    });
  });

  describe('order', () => {
    it('runs a lane in order of arrival, over one body and over several', async () => {
      const { engine, dispatch, clock } = setup({ behave: slow(10) });
      void engine.accept([envelope('1'), envelope('2'), envelope('3')]);
      void engine.accept([envelope('4')]);
      await clock.advance(40);
      expect(dispatch.log).toEqual(['A 1', 'A 2', 'A 3', 'A 4']);
      expect(dispatch.runs.map((run) => run.start - dispatch.runs[0]!.start)).toEqual([0, 10, 20, 30]);
    });

    it('keeps the order when the store answers later items sooner', async () => {
      const clock = new ManualClock();
      const memory = new MemoryDeduplicationStore(clock, 100);
      const store = laggingStore(memory, clock, (key) => (key === '1' ? 500 : 1));
      const { engine, dispatch } = setup({ clock, store });
      void engine.accept([envelope('1')]);
      void engine.accept([envelope('2')]);
      await clock.advance(1_000);
      expect(dispatch.log).toEqual(['A 1', 'A 2']);
    });

    it('never lets statuses and calls wait behind a slow message', async () => {
      const { engine, dispatch, clock } = setup({ behave: slow(60_000, 'm') });
      void engine.accept([
        envelope('m', 'message:1:2'),
        envelope('s', 'status:1:2', 'status.read'),
        envelope('c', 'call:7', 'call.connect'),
      ]);
      await clock.advance(0);
      expect(dispatch.runs.filter((run) => run.ok).map((run) => run.key)).toEqual(['s', 'c']);
    });

    it('lets an item that is tried again hold its lane, and no other', async () => {
      const { engine, dispatch, clock } = setup({
        behave: (_h, key, run) => ({ fail: key === '1' && run < 3 }),
      });
      void engine.accept([envelope('1'), envelope('2'), envelope('3', 'other')]);
      await clock.advance(10_000);
      expect(dispatch.log).toEqual(['A 1', 'A 3', 'A 1', 'A 1', 'A 2']);
    });
  });

  describe('attempts', () => {
    it('tries only the failed handlers again', async () => {
      const { engine, dispatch, clock, deadLetters } = setup({
        handlers: ['A', 'B', 'C'],
        behave: (handler, _key, run) => ({
          fail: (handler === 'B' && run < 3) || (handler === 'C' && run < 2),
        }),
      });
      const answer = watch(accept(engine, [envelope('k')]));
      await clock.advance(10_000);
      expect(dispatch.log).toEqual(['A k', 'B k', 'C k', 'B k', 'C k', 'B k']);
      expect(answer.value).toBe('settled');
      expect(await deadLetters.list()).toEqual([]);
    });

    it('waits between attempts with doubled gaps of 5 s at most', async () => {
      const { engine, dispatch, clock } = setup({
        behave: failing(9),
        delivery: { attempts: 7, retryDelayMs: 300, deadlineMs: 60_000 },
      });
      void engine.accept([envelope('k')]);
      await clock.advance(60_000);
      const starts = dispatch.runs.map((run) => run.start);
      expect(starts.slice(1).map((at, i) => at - starts[i]!)).toEqual([300, 600, 1_200, 2_400, 4_800, 5_000]);
    });

    it('puts each handler that failed for good into the dead letters, and the item counts as done', async () => {
      const { engine, dispatch, clock, deadLetters } = setup({
        handlers: ['A', 'B', 'C'],
        behave: failing(9, 'A', 'C'),
      });
      const answer = watch(accept(engine, [envelope('k', 'lane', 'message.text')]));
      await clock.advance(10_000);
      expect(answer.value).toBe('settled');
      expect(await deadLetters.list()).toMatchObject([
        { handler: 'A', attempts: 3, envelope: { key: 'k' }, error: { name: 'TypeError' } },
        { handler: 'C', attempts: 3 },
      ]);
      await expect(accept(engine, [envelope('k')])).resolves.toBe('settled');
      expect(dispatch.runs).toHaveLength(7);
    });

    it('asks for redelivery instead with `onExhausted: redeliver`, leaves the lane, and then runs the rest', async () => {
      const { engine, dispatch, clock, deadLetters } = setup({
        handlers: ['A', 'B'],
        behave: (handler, key, run) => ({ fail: handler === 'B' && key === '1' && run <= 2 }),
        delivery: { onExhausted: 'redeliver', attempts: 2 },
      });
      const body = [envelope('1'), envelope('2')];
      const answer = watch(accept(engine, body));
      await clock.advance(1_000);
      expect(answer.value).toBe('redeliver');
      expect(dispatch.log).toEqual(['A 1', 'B 1', 'B 1', 'A 2', 'B 2']);
      await expect(accept(engine, body)).resolves.toBe('settled');
      expect(dispatch.log.slice(5)).toEqual(['B 1']);
      expect(await deadLetters.list()).toEqual([]);
    });

    it('uses the dead letters with `ack: immediate`, because Meta would not repeat', async () => {
      const { engine, clock, deadLetters } = setup({
        behave: failing(9),
        delivery: { ack: 'immediate', onExhausted: 'redeliver', attempts: 1 },
      });
      await engine.accept([envelope('k')]);
      await clock.advance(0);
      expect(await deadLetters.list()).toHaveLength(1);
    });
  });

  describe('stores that fail', () => {
    const down = Object.assign(new Error('redis://user:secret@host, key 15550001111'), {
      code: 'ECONNREFUSED',
    });

    it('rejects when the item cannot be claimed, after the other items have finished', async () => {
      const { engine, dispatch, store, clock } = setup({ behave: slow(100) });
      const claim = store.claim.bind(store);
      jest.spyOn(store, 'claim').mockImplementation((key, ...rest) => {
        if (key === 'bad') throw down;
        return claim(key, ...rest);
      });
      const answer = watch(accept(engine, [envelope('bad'), envelope('good')]));
      await clock.advance(99);
      expect(answer.settled).toBe(false);
      await clock.advance(1);
      expect(answer.error).toBeInstanceOf(DeduplicationStoreError);
      expect(answer.error).toMatchObject({ cause: down, message: expect.stringContaining('ECONNREFUSED') });
      expect((answer.error as Error).message).not.toMatch(/15550001111|secret/);
      expect(dispatch.log).toEqual(['A good']);
      jest.spyOn(store, 'claim').mockImplementation(claim);
      const repeat = watch(accept(engine, [envelope('bad'), envelope('good')]));
      await clock.advance(100);
      expect(repeat.value).toBe('settled');
      expect(dispatch.log).toEqual(['A good', 'A bad']);
    });

    it('handles the item without a claim when Meta has its answer already', async () => {
      const { engine, dispatch, store, clock } = setup({
        behave: (_h, _k, run) => ({ ms: 100, fail: run === 1 }),
        delivery: { ack: 'immediate', leaseMs: 60 },
      });
      jest.spyOn(store, 'claim').mockRejectedValue(down);
      await expect(accept(engine, [envelope('k')])).resolves.toBe('settled');
      await clock.advance(1_000);
      expect(dispatch.runs.map((run) => run.ok)).toEqual([false, true]);
    });

    it('settles when only the end of the item cannot be noted', async () => {
      const { engine, store } = setup();
      jest.spyOn(store, 'complete').mockRejectedValue(down);
      await expect(accept(engine, [envelope('k')])).resolves.toBe('settled');
    });

    it('goes on when progress, renewal and release fail, and logs it once in ten seconds without personal data', async () => {
      const { engine, dispatch, store, clock } = setup({
        handlers: ['A', 'B'],
        behave: (handler) => ({ ms: 50, fail: handler === 'B' }),
        delivery: { leaseMs: 60, attempts: 2, onExhausted: 'redeliver' },
      });
      const calls = (['record', 'renew', 'release'] as const).map((method) =>
        jest.spyOn(store, method).mockRejectedValue(down),
      );
      const answer = watch(accept(engine, [envelope('15550001111')]));
      await clock.advance(1_000);
      expect(answer.value).toBe('redeliver');
      for (const call of calls) expect(call).toHaveBeenCalled();
      expect(dispatch.log).toEqual(['A 15550001111', 'B 15550001111', 'B 15550001111']);
      const lines = warn.mock.calls.map(([line]) => String(line));
      expect(lines.filter((line) => line.includes('deduplication store'))).toHaveLength(1);
      expect(lines.join()).not.toMatch(/15550001111|secret/);
      await clock.advance(10_000);
      void engine.accept([envelope('another', 'lane 2')]);
      await clock.advance(1_000);
      const later = warn.mock.calls.filter(([line]) => String(line).includes('deduplication store'));
      expect(later).toHaveLength(2);
    });

    it('asks for redelivery when a dead letter cannot be kept', async () => {
      const { engine, store } = setup({
        behave: failing(9),
        delivery: { attempts: 1 },
        deadLetterStore: brokenDeadLetterStore(down),
      });
      await expect(accept(engine, [envelope('k')])).resolves.toBe('redeliver');
      expect(await store.claim('k', 'another process', 10)).toMatchObject({ state: 'claimed' });
      expect(String(error.mock.calls[0])).toContain('dead letter store failed');
    });

    it('says that an item is lost when it cannot be kept after `ack: immediate`', async () => {
      const { engine, store } = setup({
        behave: failing(9),
        delivery: { attempts: 1, ack: 'immediate' },
        deadLetterStore: brokenDeadLetterStore(down),
      });
      await engine.accept([envelope('k')]);
      await flush();
      expect(String(error.mock.calls[0])).toContain('lost');
      expect(await store.claim('k', 'another process', 10)).toMatchObject({ state: 'done' });
    });

    it('gives the item back when the dispatcher itself breaks, and the lane goes on', async () => {
      const clock = new ManualClock();
      const fake = new FakeDispatch(clock, ['A']);
      const dispatch = {
        dispatch: (item: ReturnType<typeof envelope>) =>
          item.key === '1' ? Promise.reject(new RangeError('15550001111')) : fake.dispatch(item),
        dispatchTo: () => Promise.resolve(),
      };
      const { engine, store } = setup({ clock, dispatch });
      const answer = watch(accept(engine, [envelope('1'), envelope('2')]));
      await flush();
      expect(answer.error).toBeInstanceOf(WhatsAppError);
      expect((answer.error as Error).message).toMatch(/Dispatch of message\.text failed: RangeError/);
      expect(String(error.mock.calls) + (answer.error as Error).message).not.toContain('15550001111');
      expect(fake.log).toEqual(['A 2']);
      expect(await store.claim('1', 'another process', 10)).toMatchObject({ state: 'claimed' });
    });
  });

  describe('the answer of a body with many items', () => {
    it.each([
      ['redeliver', 'redeliver outweighs deadline'],
      ['deadline', 'deadline outweighs settled'],
    ])('is %s: %s', async (expected) => {
      const { engine, store, clock } = setup({
        behave: (_h, key) => ({ fail: key === 'fails' }),
        delivery: { attempts: 1, onExhausted: 'redeliver' },
      });
      await store.claim('held', 'another process', 60_000);
      const body = [envelope('fine', '1'), envelope('held', '2')];
      if (expected === 'redeliver') body.unshift(envelope('fails', '3'));
      const answer = watch(accept(engine, body));
      await clock.advance(0);
      expect(answer.value).toBe(expected);
    });

    it('is an error at the deadline too, when an item could not be claimed', async () => {
      const { engine, store, clock } = setup({ behave: slow(60_000) });
      const claim = store.claim.bind(store);
      jest
        .spyOn(store, 'claim')
        .mockImplementation((key, ...rest) =>
          key === 'bad' ? Promise.reject(new Error('down')) : claim(key, ...rest),
        );
      const answer = watch(accept(engine, [envelope('bad', '1'), envelope('slow', '2')]));
      await clock.advance(8_000);
      expect(answer.error).toBeInstanceOf(DeduplicationStoreError);
    });
  });

  describe('drain', () => {
    it('takes nothing in, waits for running work, and reports that nothing is left', async () => {
      const { engine, dispatch, clock } = setup({ behave: slow(1_000) });
      const running = watch(accept(engine, [envelope('1'), envelope('2')]));
      const drained = watch(engine.drain(5_000));
      await expect(accept(engine, [envelope('3', 'other')])).resolves.toBe('draining');
      await clock.advance(2_000);
      expect(running.value).toBe('settled');
      expect(drained.value).toBe(0);
      expect(dispatch.log).toEqual(['A 1', 'A 2']);
      expect(clock.pending).toBe(0);
    });

    it('is over at once when nothing runs, and happens once', async () => {
      const { engine } = setup();
      const first = engine.drain(5_000);
      expect(engine.drain(5_000)).toBe(first);
      await expect(first).resolves.toBe(0);
    });

    it('hands back what waits for its next attempt, and what stands behind it', async () => {
      const { engine, dispatch, store, clock } = setup({
        handlers: ['A', 'B'],
        behave: failing(9, 'B'),
        delivery: { retryDelayMs: 5_000 },
      });
      const claim = jest.spyOn(store, 'claim');
      const answer = watch(accept(engine, [envelope('1'), envelope('2'), envelope('3', 'other')]));
      await clock.advance(10);
      const drained = watch(engine.drain(60_000));
      await flush();
      expect(drained.value).toBe(0);
      expect(answer.value).toBe('draining');
      expect(dispatch.log).toEqual(['A 1', 'B 1', 'A 3', 'B 3']);
      expect(claim.mock.calls.map(([key]) => key)).toEqual(['1', '3']);
      expect(await store.claim('1', 'next process', 10)).toEqual({ state: 'claimed', settled: ['A'] });
      expect(await store.claim('2', 'next process', 10)).toEqual({ state: 'claimed', settled: [] });
    });

    it('hands back what fails while it drains', async () => {
      const { engine, dispatch, clock } = setup({ behave: () => ({ ms: 100, fail: true }) });
      const answer = watch(accept(engine, [envelope('1')]));
      const drained = watch(engine.drain(5_000));
      await clock.advance(100);
      expect([answer.value, drained.value]).toEqual(['draining', 0]);
      expect(dispatch.runs).toHaveLength(1);
    });

    it('gives running items back when its time is up, and still notes the end of their handlers', async () => {
      const { engine, dispatch, store, clock } = setup({ behave: slow(10_000) });
      const answer = watch(accept(engine, [envelope('1'), envelope('2'), envelope('3', 'other')]));
      const drained = watch(engine.drain(5_000));
      await clock.advance(5_000);
      expect(answer.value).toBe('draining');
      expect(drained.value).toBe(3);
      expect(await store.claim('1', 'next process', 60_000)).toMatchObject({ state: 'claimed' });
      await clock.advance(5_000);
      expect(await store.claim('3', 'next process', 60_000)).toMatchObject({ state: 'done' });
      expect(dispatch.log).toEqual(['A 1', 'A 3']);
    });

    it('does not try again, nor give up on, what was given back', async () => {
      const { engine, dispatch, clock, deadLetters } = setup({
        behave: () => ({ ms: 10_000, fail: true }),
        delivery: { attempts: 1 },
      });
      void engine.accept([envelope('1')]);
      void engine.drain(5_000);
      await clock.advance(60_000);
      expect(dispatch.runs).toHaveLength(1);
      expect(await deadLetters.list()).toEqual([]);
    });

    it('releases a claim that the store grants after the time is up', async () => {
      const clock = new ManualClock();
      const memory = new MemoryDeduplicationStore(clock, 100);
      const { engine, dispatch } = setup({ clock, store: laggingStore(memory, clock, () => 10_000) });
      void engine.accept([envelope('1')]);
      const drained = watch(engine.drain(5_000));
      await clock.advance(20_000);
      expect(drained.value).toBe(1);
      expect(dispatch.runs).toEqual([]);
      expect(memory.claim('1', 'next process', 10)).toMatchObject({ state: 'claimed' });
    });

    it('does not wait long for a store that hangs', async () => {
      const { engine, store, clock } = setup({ behave: slow(60_000) });
      jest.spyOn(store, 'release').mockReturnValue(new Promise(() => undefined));
      void engine.accept([envelope('1')]);
      const drained = watch(engine.drain(5_000));
      await clock.advance(5_999);
      expect(drained.settled).toBe(false);
      await clock.advance(1);
      expect(drained.value).toBe(1);
    });

    it('tries without gaps after `ack: immediate`, then uses the dead letters', async () => {
      const { engine, dispatch, clock, deadLetters } = setup({
        behave: failing(9),
        delivery: { ack: 'immediate', attempts: 4, retryDelayMs: 5_000 },
      });
      await engine.accept([envelope('1'), envelope('2')]);
      await clock.advance(10);
      const drained = watch(engine.drain(5_000));
      await flush();
      expect(drained.value).toBe(0);
      expect(dispatch.log).toEqual(['A 1', 'A 1', 'A 1', 'A 1', 'A 2', 'A 2', 'A 2', 'A 2']);
      expect(await deadLetters.list()).toHaveLength(2);
    });

    it('lets the work run on after the time is up with `ack: immediate`', async () => {
      const { engine, dispatch, clock } = setup({ behave: slow(4_000), delivery: { ack: 'immediate' } });
      await engine.accept([envelope('1'), envelope('2'), envelope('3')]);
      const drained = watch(engine.drain(5_000));
      await clock.advance(5_000);
      expect(drained.value).toBe(2);
      await clock.advance(7_000);
      expect(dispatch.completed('A', '3')).toBe(1);
    });
  });

  it('warns once, at the first webhook, when nothing listens for SIGTERM', async () => {
    const { engine } = setup();
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    jest.spyOn(process, 'listenerCount').mockReturnValue(0);
    try {
      await engine.accept([]);
      expect(warn).not.toHaveBeenCalled();
      await engine.accept([envelope('1')]);
      await engine.accept([envelope('2')]);
    } finally {
      process.env['NODE_ENV'] = before;
    }
    expect(warn.mock.calls.map(String)).toEqual([expect.stringContaining('enableShutdownHooks')]);
  });

  it('leaves no timer behind when all work is done', async () => {
    const { engine, clock } = setup({ behave: slow(20) });
    const answers = Array.from({ length: 50 }, (_, i) => accept(engine, [envelope(`k${i}`, `l${i % 7}`)]));
    await clock.advance(60_000);
    await Promise.all(answers);
    expect(clock.pending).toBe(0);
  });
});

/** A store whose claims take their time. */
function laggingStore(
  store: MemoryDeduplicationStore,
  clock: ManualClock,
  lag: (key: string) => number,
): DeduplicationStore {
  return {
    claim: (key, owner, leaseMs) =>
      new Promise<Claim>((resolve) =>
        clock.schedule(() => resolve(store.claim(key, owner, leaseMs)), lag(key)),
      ),
    renew: (key, owner, leaseMs) => store.renew(key, owner, leaseMs),
    record: (key, handlers, ttlMs) => store.record(key, handlers, ttlMs),
    complete: (key, ttlMs) => store.complete(key, ttlMs),
    release: (key, owner) => store.release(key, owner),
  };
}

function brokenDeadLetterStore(error: Error): DeadLetterStore {
  return { put: () => Promise.reject(error), get: () => undefined, list: () => [], remove: () => false };
}
