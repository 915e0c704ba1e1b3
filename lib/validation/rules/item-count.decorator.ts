import type { Limit } from '../limits';
import { Rule } from '../rule.decorator';

/** The words for a list outside its limit, or nothing when it is inside. */
export function countProblem(value: unknown, { min, max }: Pick<Limit, 'min' | 'max'>): string | undefined {
  if (!Array.isArray(value)) return 'must be an array';
  if (value.length < min)
    return `must have at least ${min} ${min === 1 ? 'item' : 'items'}, has ${value.length}`;
  return value.length > max ? `must have at most ${max} items, has ${value.length}` : undefined;
}

/** A list whose number of items is within the limit. */
export function ItemCount(limit: Pick<Limit, 'min' | 'max'>): PropertyDecorator {
  return Rule('itemCount', (value) => countProblem(value, limit), {
    minItems: limit.min,
    ...(Number.isFinite(limit.max) && { maxItems: limit.max }),
  });
}
