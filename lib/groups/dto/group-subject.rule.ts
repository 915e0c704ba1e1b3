import { Rule } from '../../validation/rule.decorator';
import { lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { GROUP_LIMITS } from '../group-limits';

/** The name of a group. Meta counts without blanks at both ends. */
export function GroupSubject(): PropertyDecorator {
  return Rule(
    'groupSubject',
    (value) => lengthProblem(typeof value === 'string' ? value.trim() : value, GROUP_LIMITS.subject),
    { type: 'string', minLength: GROUP_LIMITS.subject.min, maxLength: GROUP_LIMITS.subject.max },
  );
}
