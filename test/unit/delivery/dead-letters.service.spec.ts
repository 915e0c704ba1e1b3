import { Logger } from '@nestjs/common';
import type { DeadLetter } from '../../../lib/delivery/dead-letter.store';
import { DeadLetters } from '../../../lib/delivery/dead-letters.service';
import { MemoryDeadLetterStore } from '../../../lib/delivery/memory-dead-letter.store';
import { WhatsAppError } from '../../../lib/errors/whatsapp.error';
import { ManualClock } from '../../support/manual-clock';
import { FakeDispatch, envelope } from './support';
import type { Behaviour } from './support';

describe('DeadLetters', () => {
  let clock: ManualClock;
  let error: jest.SpyInstance;
  beforeEach(() => {
    error = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    clock = new ManualClock();
  });
  afterEach(() => jest.restoreAllMocks());

  function make(behave?: Behaviour, maxItems = 10) {
    const dispatch = new FakeDispatch(clock, ['Orders.onText', 'Audit.onAny'], behave);
    return { dispatch, letters: new DeadLetters(new MemoryDeadLetterStore(maxItems), dispatch, clock) };
  }
  const failure = (thrown: unknown = new TypeError('Ana said 15550001111')) => ({
    handler: 'Orders.onText',
    error: thrown,
  });

  it('keeps a plain JSON letter and logs it without personal data', async () => {
    const { letters } = make();
    await letters.add(envelope('message:1:wamid.15550001111'), failure(), 3);
    const [letter] = await letters.list();
    expect(letter).toMatchObject({
      envelope: { key: 'message:1:wamid.15550001111' },
      handler: 'Orders.onText',
      error: { name: 'TypeError', message: 'Ana said 15550001111' },
      attempts: 3,
      at: clock.now(),
    });
    expect(JSON.parse(JSON.stringify(letter))).toEqual(letter);
    expect(await letters.get(letter!.id)).toBe(letter);
    const line = String(error.mock.calls[0]);
    expect(line).toMatch(/Orders\.onText gave up on message\.text after 3 attempt\(s\): TypeError/);
    expect(line).not.toMatch(/15550001111|Ana/);
    expect(letter!.id).not.toContain('15550001111');
  });

  it.each([
    ['text', { name: 'string', message: 'text' }],
    [{ status: 500 }, { name: 'object' }],
    [null, { name: 'null' }],
    [undefined, { name: 'undefined' }],
    [Object.assign(new Error('m'), { stack: undefined }), { name: 'Error', message: 'm' }],
  ])('takes a handler that threw %p', async (thrown, expected) => {
    const { letters } = make();
    await letters.add(envelope('k'), { handler: 'H', error: thrown }, 1);
    expect((await letters.list())[0]!.error).toEqual(expected);
  });

  it('keeps one letter for an item and handler', async () => {
    const { letters } = make();
    await letters.add(envelope('k'), failure(), 1);
    await letters.add(envelope('k'), failure(), 2);
    await letters.add(envelope('k'), { handler: 'Audit.onAny', error: new Error() }, 1);
    expect((await letters.list()).map((l) => [l.handler, l.attempts])).toEqual([
      ['Orders.onText', 2],
      ['Audit.onAny', 1],
    ]);
  });

  it('drops the oldest at the limit, with a log line', async () => {
    const { letters } = make(undefined, 2);
    for (const key of ['k1', 'k2', 'k3']) await letters.add(envelope(key), failure(), 1);
    expect((await letters.list()).map((l) => l.envelope.key)).toEqual(['k2', 'k3']);
    const dropped = error.mock.calls.map(String).filter((line) => line.includes('Dropped'));
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toMatch(/Orders\.onText for message\.text.*deadLetterMaxItems is 2/);
  });

  describe('onDeadLetter', () => {
    it('calls each listener until it unsubscribes, and waits for it', async () => {
      const { letters } = make();
      const seen: string[] = [];
      const listener = async (letter: DeadLetter) => {
        await Promise.resolve();
        seen.push(letter.envelope.key);
      };
      const stop = letters.onDeadLetter(listener);
      letters.onDeadLetter(listener);
      await letters.add(envelope('k1'), failure(), 1);
      expect(seen).toEqual(['k1', 'k1']);
      stop();
      await letters.add(envelope('k2'), failure(), 1);
      expect(seen).toEqual(['k1', 'k1', 'k2']);
    });

    it('survives a listener that fails, and still calls the others', async () => {
      const { letters } = make();
      const other = jest.fn();
      letters.onDeadLetter(() => {
        throw new RangeError('15550001111');
      });
      letters.onDeadLetter(() => Promise.reject(new RangeError('15550001111')));
      letters.onDeadLetter(other);
      await letters.add(envelope('k'), failure(), 1);
      expect(other).toHaveBeenCalledTimes(1);
      expect(await letters.list()).toHaveLength(1);
      const lines = error.mock.calls
        .map(String)
        .filter((line) => line.includes('listener failed: RangeError'));
      expect(lines).toHaveLength(2);
      expect(lines.join()).not.toContain('15550001111');
    });
  });

  describe('replay', () => {
    it('runs the one handler and removes the letter', async () => {
      const { letters, dispatch } = make();
      await letters.add(envelope('k'), failure(), 3);
      const [letter] = await letters.list();
      await letters.replay(letter!.id);
      expect(dispatch.log).toEqual(['Orders.onText k']);
      expect(await letters.list()).toEqual([]);
    });

    it('rejects with the error of the handler and keeps the letter, brought up to date', async () => {
      const { letters } = make(() => ({ fail: true }));
      await letters.add(envelope('k'), failure(new Error('first')), 3);
      const [letter] = await letters.list();
      await clock.advance(5_000);
      await expect(letters.replay(letter!.id)).rejects.toThrow('no luck with k');
      expect(await letters.list()).toMatchObject([
        { id: letter!.id, attempts: 4, at: clock.now(), error: { message: 'no luck with k' } },
      ]);
    });

    it('joins replays that run at the same time, and can be asked again later', async () => {
      const { letters, dispatch } = make((_h, _k, run) => ({ ms: 100, fail: run === 1 }));
      await letters.add(envelope('k'), failure(), 3);
      const [letter] = await letters.list();
      const both = Promise.allSettled([letters.replay(letter!.id), letters.replay(letter!.id)]);
      await clock.advance(100);
      expect((await both).map((result) => result.status)).toEqual(['rejected', 'rejected']);
      expect(dispatch.runs).toHaveLength(1);
      const again = letters.replay(letter!.id);
      await clock.advance(100);
      await again;
      expect(dispatch.runs).toHaveLength(2);
    });

    it('does not bring back a letter that was removed meanwhile', async () => {
      const { letters } = make(() => ({ ms: 100, fail: true }));
      await letters.add(envelope('k'), failure(), 3);
      const [letter] = await letters.list();
      const replay = Promise.allSettled([letters.replay(letter!.id)]);
      expect(await letters.remove(letter!.id)).toBe(true);
      expect(await letters.remove(letter!.id)).toBe(false);
      await clock.advance(100);
      expect((await replay)[0].status).toBe('rejected');
      expect(await letters.list()).toEqual([]);
    });

    it('rejects for a letter that is not there', async () => {
      const { letters, dispatch } = make();
      await expect(letters.replay('gone')).rejects.toThrow(WhatsAppError);
      expect(dispatch.runs).toEqual([]);
    });
  });
});
