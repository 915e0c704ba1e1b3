import type { Type } from '@nestjs/common';
import { Type as TransformTo } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import 'reflect-metadata';
import type { RuleCheck } from '../rule.decorator';
import { Rule } from '../rule.decorator';

const NESTED = 'whatsapp:nested';

/** What stands below a property made by `Nested` or `NestedList`. */
export interface NestedInput {
  readonly type: Type<object>;
  readonly list: boolean;
}

/** An object with rules of its own. */
export function Nested(type: () => Type<object>): PropertyDecorator {
  return nested(type, false, (value) => (isObject(value) ? undefined : 'must be an object'));
}

/** A list of objects with rules of their own. */
export function NestedList(type: () => Type<object>): PropertyDecorator {
  return nested(type, true, (value) => {
    if (!Array.isArray(value)) return 'must be an array';
    // class-validator lets a list stand for an item.
    return value.flatMap((item, index) =>
      isObject(item) ? [] : [{ path: `[${index}]`, message: 'must be an object' }],
    );
  });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nested(type: () => Type<object>, list: boolean, shape: RuleCheck): PropertyDecorator {
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
