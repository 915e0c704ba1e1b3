import { IsOptional } from 'class-validator';
import type { Limit } from '../limits';
import { ANY_TEXT } from '../limits';
import { CodePointLength } from './code-point-length.decorator';

/** A text that may be left out, but not be empty. */
export function OptionalText(limit: Pick<Limit, 'min' | 'max'> = ANY_TEXT): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    CodePointLength(limit)(target, property);
  };
}
