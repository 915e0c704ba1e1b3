import type { JsonObject } from '../model/json';
import { parseFields } from './field-query';
import { GraphRefusal } from './graph-refusal';

/** The names of a `fields` parameter, without arguments and nested fields. */
export function fieldNames(fields: string): string[] {
  return parseFields(fields).map(({ name }) => name);
}

/** The fields of a node that are asked for, and its id. Members without a value are left out. */
export function selectFields(
  node: JsonObject,
  fields: string | null,
  { type, defaults }: { readonly type: string; readonly defaults: string },
): JsonObject {
  const selected: JsonObject = {};
  for (const name of new Set([...fieldNames(fields ?? defaults), 'id'])) {
    if (!(name in node)) {
      throw new GraphRefusal(100, {
        message: `(#100) Tried accessing nonexisting field (${name}) on node type (${type})`,
      });
    }
    if (node[name] !== undefined) selected[name] = node[name];
  }
  return selected;
}
