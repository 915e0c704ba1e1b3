import { isObject, textOf } from '../model/json';
import type { JsonObject } from '../model/json';

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function schemaProblem(schema: JsonObject, value: unknown, path: string): string | undefined {
  const wanted = textOf(schema['type']);
  const given = typeOf(value);
  if (value === undefined) return `${path} is missing`;
  if (wanted !== undefined && wanted !== given) return `${path} is of type ${given}, not ${wanted}`;
  const { items, properties } = schema;
  if (Array.isArray(value) && isObject(items)) {
    return firstOf(value, (each, index) => schemaProblem(items, each, `${path}[${index}]`));
  }
  if (!isObject(value) || !isObject(properties)) return undefined;
  return firstOf(Object.entries(properties), ([name, each]) =>
    isObject(each) && value[name] !== undefined
      ? schemaProblem(each, value[name], `${path}.${name}`)
      : undefined,
  );
}

function firstOf<T>(
  list: readonly T[],
  check: (each: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, each] of list.entries()) {
    const problem = check(each, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Why a screen cannot be shown with these data, by the schema that it declares. */
export function screenDataProblem(screen: JsonObject, data: JsonObject): string | undefined {
  const schema = screen['data'];
  if (!isObject(schema)) return undefined;
  return firstOf(Object.entries(schema), ([name, each]) =>
    isObject(each) ? schemaProblem(each, data[name], name) : undefined,
  );
}
