import type { FlowValueType } from '../expression/value-type';
import { jsonType } from '../model/json';
import type { Shape } from '../model/rule';

/** Types that a shape takes. */
export function valueTypes(shape: Shape): readonly FlowValueType[] {
  switch (shape.kind) {
    case 'boolean':
    case 'number':
      return [shape.kind];
    case 'list':
    case 'components':
      return ['array'];
    case 'object':
    case 'map':
    case 'payload':
    case 'action':
    case 'cases':
      return ['object'];
    case 'anyOf':
      return shape.options.flatMap((option) => valueTypes(option.shape));
    case 'any':
      return ['any'];
    default:
      return ['string'];
  }
}

/** Whether a value is of a type that a shape takes. */
export function isOfType(value: unknown, shape: Shape): boolean {
  const type = jsonType(value);
  return valueTypes(shape).some((expected) => expected === 'any' || expected === type);
}

/** Whether it takes text for the user. */
export function takesText(shape: Shape): boolean {
  return (
    shape.kind === 'text' ||
    (shape.kind === 'anyOf' && shape.options.some(({ shape: one }) => takesText(one)))
  );
}
