import { PendingAnswer } from '../../../lib/delivery/pending-answer';
import type { ItemOutcome } from '../../../lib/delivery/pending-answer';

describe('PendingAnswer', () => {
  const down = new Error('store is down');
  const answer = (...outcomes: ItemOutcome[]): Promise<unknown> => {
    const pending = new PendingAnswer(0);
    for (const _ of outcomes) pending.expect();
    for (const outcome of outcomes) pending.settle(outcome);
    return pending.verdict.catch((error: unknown) => error);
  };

  it.each<[ItemOutcome, ItemOutcome[]]>([
    ['settled', ['settled', 'settled']],
    ['deadline', ['settled', 'deadline', 'settled']],
    ['draining', ['draining', 'deadline', 'settled']],
    ['redeliver', ['draining', 'redeliver', 'deadline']],
    [down, ['redeliver', down, 'settled']],
    [down, [down, new Error('another'), 'redeliver']],
  ])('is %s for %j', async (expected, outcomes) => {
    expect(await answer(...outcomes)).toBe(expected);
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
    pending.expire();
    expect(await pending.verdict.catch((error: unknown) => error)).toBe(expected);
    pending.settle('settled');
  });
});
