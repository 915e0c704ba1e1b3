import { Rule } from '../rule.decorator';
import { isOneEmoji } from '../text-length';

/** Exactly one emoji as readers see it. */
export function OneEmoji(): PropertyDecorator {
  return Rule(
    'oneEmoji',
    (value) => (typeof value === 'string' && isOneEmoji(value) ? undefined : 'must be exactly one emoji'),
    { type: 'string' },
  );
}
