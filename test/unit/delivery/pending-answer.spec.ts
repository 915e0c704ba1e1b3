import { PendingAnswer } from '../../../lib/delivery/pending-answer';
import type { ItemOutcome } from '../../../lib/delivery/pending-answer';

describe('PendingAnswer', () => {
  const down = new Error('store is down');
  const answer = (outcomes: readonly ItemOutcome[], early: boolean): Promise<unknown> => {
    const pending = new PendingAnswer(0);
    for (const _ of outcomes) pending.expect();
    const verdict = early ? undefined : pending.verdict();
    for (const outcome of outcomes) pending.settle(outcome);
    return Promise.resolve(verdict ?? pending.verdict()).catch((error: unknown) => error);
  };

  it.each<[ItemOutcome, ItemOutcome[]]>([
    ['settled', ['settled', 'settled']],
    ['deadline', ['settled', 'deadline', 'settled']],
    ['draining', ['draining', 'deadline', 'settled']],
    ['redeliver', ['draining', 'redeliver', 'deadline']],
    [down, ['redeliver', down, 'settled']],
    [down, [down, new Error('another'), 'redeliver']],
  ])('is %s for %j', async (expected, outcomes) => {
    expect(await answer(outcomes, false)).toBe(expected);
    expect(await answer(outcomes, true)).toBe(expected);
  });

  it.each<[ItemOutcome, ItemOutcome]>([
    ['deadline', 'settled'],
    ['redeliver', 'redeliver'],
    [down, down],
  ])('at the deadline is %s when one of two items has ended as %s', async (expected, outcome) => {
    const pending = new PendingAnswer(0);
    pending.expect();
    pending.expect();
    pending.settle(outcome);
    const verdict = Promise.resolve(pending.verdict());
    pending.expire();
    expect(await verdict.catch((error: unknown) => error)).toBe(expected);
    pending.settle('settled');
  });

  it('needs no promise when all items end while they are taken in', () => {
    const pending = new PendingAnswer(0);
    for (const outcome of ['settled', 'deadline'] as const) {
      pending.expect();
      pending.settle(outcome);
    }
    expect(pending.verdict()).toBe('deadline');
  });
});
