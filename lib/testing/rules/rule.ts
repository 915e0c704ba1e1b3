import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import type { Check } from './checks';

/** A rule about one path of a body. `buttons[].reply.title` means the title of every button. */
export interface Rule {
  readonly at: string;
  readonly is: Check;
  readonly required: boolean;
  /** Error code when the value is wrong. */
  readonly code: number;
}

/** Why a body is refused. */
export interface Problem {
  readonly code: number;
  readonly details: string;
}

const MISSING = 131008;
const WRONG = 131009;

/** The path must be there, and right. */
export const need = (at: string, is: Check, code = WRONG): Rule => ({ at, is, required: true, code });

/** The path may be missing; else it must be right. */
export const may = (at: string, is: Check, code = WRONG): Rule => ({ at, is, required: false, code });

/** All values of a path must differ. */
export function unique(at: string): (body: JsonObject) => Problem | undefined {
  return (body) => {
    const seen = new Set<unknown>();
    for (const { path, value } of resolve(body, at)) {
      if (value !== undefined && seen.has(value)) return { code: WRONG, details: `${path} must be unique` };
      seen.add(value);
    }
    return undefined;
  };
}

/** A value and its concrete path. */
export interface Located {
  readonly path: string;
  readonly value: unknown;
}

/** The values of a path. One whose parent is missing has none; that is for the rule of the parent to say. */
export function resolve(body: JsonObject, at: string): Located[] {
  let found: Located[] = [{ path: '', value: body }];
  for (const step of at.split('.')) {
    const isList = step.endsWith('[]');
    const key = isList ? step.slice(0, -2) : step;
    found = found.flatMap(({ path, value }) => {
      if (!isObject(value)) return [];
      const inner: Located = { path: path === '' ? key : `${path}.${key}`, value: value[key] };
      if (!isList) return [inner];
      const items: unknown[] = Array.isArray(inner.value) ? inner.value : [];
      return items.map((item, index) => ({ path: `${inner.path}[${index}]`, value: item }));
    });
  }
  return found;
}

/** The first rule that a body breaks. */
export function firstProblem(body: JsonObject, rules: readonly Rule[]): Problem | undefined {
  for (const rule of rules) {
    for (const { path, value } of resolve(body, rule.at)) {
      if (value === undefined || value === null) {
        if (rule.required) return { code: MISSING, details: `Parameter '${path}' is mandatory.` };
        continue;
      }
      const problem = rule.is(value);
      if (problem !== undefined) return { code: rule.code, details: `${path} ${problem}` };
    }
  }
  return undefined;
}
