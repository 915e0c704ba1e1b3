import type { FlowActionJson } from './action-json';
import type { FlowActionName, FlowDynamic, FlowReference, JsonOf, Rule, RuleMap } from './rule';
import type { FlowJsonVersion } from './versions';

/** Text for the user. Longer than `max` characters is a warning: WhatsApp shortens it. */
export const text = (max?: number): Rule<string> => ({
  shape: max === undefined ? { kind: 'text' } : { kind: 'text', max },
});

/** The name of a component; never dynamic. */
export const name = (): Rule<string> => ({ shape: { kind: 'name' } });

export const boolean = (): Rule<boolean | FlowDynamic> => ({ shape: { kind: 'boolean' } });

export const number = (): Rule<number | FlowDynamic> => ({ shape: { kind: 'number' } });

/** A whole number, within limits that Meta enforces. */
export const integer = (min?: number, max?: number): Rule<number | FlowDynamic> => ({
  shape: {
    kind: 'number',
    integer: true,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  },
});

/** Any value. */
export const anything = (): Rule => ({ shape: { kind: 'any' } });

/** What an action carries; checked against the screens. */
export const payload = (): Rule => ({ shape: { kind: 'payload' } });

/** One of a closed list of words. */
export const oneOf = <const V extends string>(...values: readonly V[]): Rule<V | FlowDynamic> => ({
  shape: { kind: 'enum', values },
});

/** One of a list of words that Meta extends: others are a warning. */
export const openOneOf = <const V extends string>(...values: readonly V[]): Rule<V | (string & {})> => ({
  shape: { kind: 'enum', values, open: true },
});

/** A day: YYYY-MM-DD from 5.0, milliseconds since 1970 as text before. */
export const date = (): Rule<string> => ({ shape: { kind: 'date' } });

/** A picture in base64. `maxKilobytes`: advised size by the version that it applies from. */
export const image = (maxKilobytes: Readonly<Record<string, number>>): Rule<string> => ({
  shape: { kind: 'image', maxKilobytes },
});

/** Text of a certain form. */
export const format = (like: RegExp, words: string): Rule<string> => ({
  shape: { kind: 'format', like, words },
});

/** A regular expression. */
export const pattern = (): Rule<string> => ({ shape: { kind: 'pattern' } });

/** A list, or a reference to one. */
export const list = <T>(items: Rule<T>, min?: number, max?: number): Rule<readonly T[] | FlowReference> => ({
  shape: {
    kind: 'list',
    items,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  },
});

/** Paragraphs of text. A paragraph cannot be a reference, all of them together can. */
export const paragraphs = (max?: number): Rule<readonly string[] | FlowReference> => ({
  shape: { kind: 'list', items: text(max), min: 1, fixed: true },
});

/** An object with known properties, or a reference to one. */
export const object = <const P extends RuleMap>(props: P): Rule<JsonOf<P> | FlowReference> => ({
  shape: { kind: 'object', props },
});

/** An object with keys of the author's choice, or a reference to one. */
export const map = <T>(values: Rule<T>): Rule<Readonly<Record<string, T>> | FlowReference> => ({
  shape: { kind: 'map', values },
});

/** Any of several shapes. */
export const anyOf = <const R extends readonly Rule[]>(
  ...options: R
): Rule<R[number] extends Rule<infer T> ? T : never> => ({ shape: { kind: 'anyOf', options } });

/** An action; each name with the version from which it is allowed here. */
export const action = <const N extends Partial<Record<FlowActionName, FlowJsonVersion>>>(
  names: N,
): Rule<Extract<FlowActionJson, { readonly name: keyof N }>> => ({ shape: { kind: 'action', names } });

/** The property is needed, in every version or from one on. */
export function required<R extends Rule>(rule: R): R & { readonly required: true };
export function required<R extends Rule>(
  rule: R,
  from: FlowJsonVersion,
): R & { readonly required: FlowJsonVersion };
export function required<R extends Rule>(rule: R, from?: FlowJsonVersion): Rule {
  return { ...rule, required: from ?? true };
}

/** The property is younger than its owner. */
export const since = <R extends Rule>(version: FlowJsonVersion, rule: R): R => ({ ...rule, since: version });

/** The property exists only on a component outside a Form. */
export const outsideForm = <R extends Rule>(rule: R): R => ({ ...rule, outsideForm: true });
