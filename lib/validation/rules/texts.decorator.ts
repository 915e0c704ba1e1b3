import type { PayloadIssue } from '../../errors/payload-validation.error';
import type { Limit } from '../limits';
import { Rule } from '../rule.decorator';
import { lengthProblem } from './code-point-length.decorator';
import { countProblem } from './item-count.decorator';

/** A list of texts, each within `length`. */
export function Texts(
  count: Pick<Limit, 'min' | 'max'>,
  length: Pick<Limit, 'min' | 'max'>,
): PropertyDecorator {
  return Rule(
    'texts',
    (value) => {
      const wrongCount = countProblem(value, count);
      if (wrongCount !== undefined) return wrongCount;
      const issues: PayloadIssue[] = [];
      (value as unknown[]).forEach((text, index) => {
        const message = lengthProblem(text, length);
        if (message !== undefined) issues.push({ path: `[${index}]`, message });
      });
      return issues;
    },
    {
      type: 'array',
      items: { type: 'string', minLength: length.min },
      minItems: count.min,
      ...(Number.isFinite(count.max) && { maxItems: count.max }),
    },
  );
}
