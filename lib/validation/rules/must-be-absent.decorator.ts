import { IsOptional } from 'class-validator';
import { Rule } from '../rule.decorator';

/** A member that this kind does not have, refused by name because it is easily expected here. */
export function MustBeAbsent(reason: string): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    Rule('mustBeAbsent', () => `must be left out: ${reason}`, { absent: true })(target, property);
  };
}
