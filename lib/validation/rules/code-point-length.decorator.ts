import type { Limit } from '../limits';
import { Rule } from '../rule.decorator';
import { codePointLength } from '../text-length';

/** The words for a text outside its limit, or nothing when it is inside. `value` may be anything. */
export function lengthProblem(value: unknown, { min, max }: Pick<Limit, 'min' | 'max'>): string | undefined {
  if (typeof value !== 'string') return 'must be a string';
  if (value.length < min)
    return min === 1 ? 'must not be empty' : `must have at least ${min} characters, has ${value.length}`;
  if (value.length <= max) return undefined;
  const length = codePointLength(value);
  return length > max ? `must have at most ${max} characters, has ${length}` : undefined;
}

/** A text whose length in code points is within the limit. Other lengths count UTF-16 units, so that emoji count double. */
export function CodePointLength(limit: Pick<Limit, 'min' | 'max'>): PropertyDecorator {
  return Rule('codePointLength', (value) => lengthProblem(value, limit), {
    type: 'string',
    minLength: limit.min,
    ...(Number.isFinite(limit.max) && { maxLength: limit.max }),
  });
}
