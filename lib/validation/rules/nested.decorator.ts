import type { Type } from '@nestjs/common';
import { Type as TransformTo } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import 'reflect-metadata';
import { Rule } from '../rule.decorator';

const NESTED = 'whatsapp:nested';

/** What stands below a property made by `Nested` or `NestedList`. */
export interface NestedInput {
  readonly type: Type<object>;
  readonly list: boolean;
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with rules of its own. */
export function Nested(type: () => Type<object>): PropertyDecorator {
  return nested(type, false, (value) => (isObject(value) ? undefined : 'must be an object'));
}

/** A list of objects with rules of their own. */
export function NestedList(type: () => Type<object>): PropertyDecorator {
  return nested(type, true, (value) => (Array.isArray(value) ? undefined : 'must be an array'));
}

function nested(
  type: () => Type<object>,
  list: boolean,
  shape: (value: unknown) => string | undefined,
): PropertyDecorator {
  return (target, property) => {
    ValidateNested()(target, property);
    Rule('nestedShape', shape)(target, property);
    TransformTo(type)(target, property);
    Reflect.defineMetadata(NESTED, (): NestedInput => ({ type: type(), list }), target, property);
  };
}

/** What stands below a property, if it was made by `Nested` or `NestedList`. */
export function nestedInput(prototype: object, property: string): NestedInput | undefined {
  return (Reflect.getMetadata(NESTED, prototype, property) as (() => NestedInput) | undefined)?.();
}
