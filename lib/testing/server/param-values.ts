import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';

/** Parameters that are texts of the business or JSON texts: what looks like JSON in them stays text. */
const TEXTS = new Set(
  (
    'about,address,biz_opaque_callback_data,description,email,flow_json,name,new_display_name,prefilled_message,' +
    'subject,username,verified_name'
  ).split(','),
);

/** Graph takes lists and objects as JSON text too, wherever the parameter stands. */
function fromJson(name: string, value: unknown): unknown {
  if (typeof value !== 'string' || TEXTS.has(name) || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

const BRACKETED = /^([^[\]]+)((?:\[[^[\]]*\])+)$/;
/** What a list is written with: `[]`, or a position. */
const POSITION = /^\d{0,3}$/;

/** Puts `a[b][]` and the like in their place, as forms write lists and objects. */
function put(params: JsonObject, name: string, value: unknown): void {
  const [, root = name, brackets = ''] = BRACKETED.exec(name) ?? [];
  const keys = [root, ...[...brackets.matchAll(/\[([^[\]]*)\]/g)].map(([, key = '']) => key)];
  let target: JsonObject | unknown[] = params;
  for (const [depth, key] of keys.entries()) {
    const next = keys[depth + 1];
    const index = Array.isArray(target) && key === '' ? target.length : key;
    const members = target as Record<string | number, unknown>;
    if (next === undefined) {
      define(members, index, value);
      return;
    }
    const found: unknown = Object.hasOwn(members, index) ? members[index] : undefined;
    const inner: JsonObject | unknown[] =
      isObject(found) || Array.isArray(found) ? found : POSITION.test(next) ? [] : {};
    define(members, index, inner);
    target = inner;
  }
}

/** Sets a member of its own, even one that is called `__proto__`. */
function define(target: object, key: string | number, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Parameters of a query or a form, where all values are texts. Of a name that is repeated, the last one counts. */
export function paramsOfPairs(pairs: Iterable<readonly [string, string]>): JsonObject {
  const params: JsonObject = {};
  for (const [name, text] of pairs) {
    const isBoolean = (text === 'true' || text === 'false') && !TEXTS.has(name);
    put(params, name, isBoolean ? text === 'true' : fromJson(name, text));
  }
  return params;
}

/** Parameters of a JSON body. */
export function paramsOfJson(body: JsonObject): JsonObject {
  const params: JsonObject = {};
  for (const [name, value] of Object.entries(body)) define(params, name, fromJson(name, value));
  return params;
}
