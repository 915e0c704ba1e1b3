import { ValidateIf } from 'class-validator';
import { Rule } from '../rule.decorator';

const given = (value: unknown): boolean => value !== undefined && value !== null;

/**
 * Exactly one of the listed properties is given. Put it on each of them with the same list:
 * the first of the list answers for an input that has none, the later ones for an input that has several.
 */
export function OneOfMembers(...order: readonly [string, string, ...string[]]): PropertyDecorator {
  return (target, property) => {
    const own = String(property);
    const earlier = order.slice(0, order.indexOf(own));
    const others = order.filter((name) => name !== own);
    const choice = `${order.slice(0, -1).join(', ')} or ${order.at(-1)}`;
    ValidateIf(
      (object: Record<string, unknown>, value: unknown) =>
        given(value) || (earlier.length === 0 && !others.some((o) => given(object[o]))),
    )(target, property);
    Rule('oneOfMembers', (value, object) => {
      if (!given(value)) return `is missing: give exactly one of ${choice}`;
      return earlier.some((other) => given(object[other]))
        ? `must stand alone: give exactly one of ${choice}`
        : undefined;
    })(target, property);
  };
}
