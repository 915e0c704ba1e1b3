import type { JsonObject } from '../model/json';
import { GraphRefusal } from './graph-refusal';

/** The names of a `fields` parameter, without arguments and nested fields. */
export function fieldNames(fields: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  const take = (end: number): void => {
    const name = /^[\w]+/.exec(fields.slice(start, end).trim())?.[0];
    if (name !== undefined) names.push(name);
    start = end + 1;
  };
  for (let i = 0; i < fields.length; i++) {
    const char = fields.charAt(i);
    if (char === '(' || char === '{') depth++;
    else if (char === ')' || char === '}') depth--;
    else if (char === ',' && depth === 0) take(i);
  }
  take(fields.length);
  return names;
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
