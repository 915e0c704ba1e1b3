import { isObject } from '../model/json';

/** What is wrong with a value, in words that follow its path; undefined when it is right. */
export type Check = (value: unknown) => string | undefined;

const lengthOf = (text: string): number => [...text].length;

export const text =
  (min: number, max: number): Check =>
  (value) => {
    if (typeof value !== 'string') return 'must be a string';
    const length = lengthOf(value);
    return length >= min && length <= max
      ? undefined
      : `length invalid. Min length: ${min}, Max length: ${max}`;
  };

export const someText: Check = (value) =>
  typeof value === 'string' && value !== '' ? undefined : 'must be a string that is not empty';

export const pattern =
  (expression: RegExp, wanted: string): Check =>
  (value) =>
    typeof value === 'string' && expression.test(value) ? undefined : `must be ${wanted}`;

export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value)
      ? undefined
      : `must be one of {${allowed.join(', ')}}`;

export const bool: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be a boolean');

export const object: Check = (value) => (isObject(value) ? undefined : 'must be an object');

export const filledObject: Check = (value) =>
  isObject(value) && Object.keys(value).length > 0 ? undefined : 'must be an object that is not empty';

export const integer =
  (min: number, max: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? undefined
      : `must be an integer from ${min} to ${max}`;

/** A number, or a number as text. */
export const numeric =
  (min: number, max: number): Check =>
  (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && number >= min && number <= max
      ? undefined
      : `must be a number from ${min} to ${max}`;
  };

export const list =
  (min: number, max: number): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'must be an array';
    return value.length >= min && value.length <= max
      ? undefined
      : `count invalid. Min allowed: ${min}, Max allowed: ${max}`;
  };

export const url: Check = (value) => {
  if (typeof value !== 'string' || !URL.canParse(value)) return 'must be an absolute URL';
  return /^https?:$/.test(new URL(value).protocol) ? undefined : 'must be an http or https URL';
};

export const absent: Check = () => 'is not allowed here';

/** A date as `YYYY-MM-DD` that exists. */
export const date: Check = (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'must be a date as YYYY-MM-DD';
  const time = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
  return exists ? undefined : 'is a date that does not exist';
};

/** An object with exactly one of two members. */
export const exactlyOne =
  (a: string, b: string): Check =>
  (value) => {
    if (!isObject(value)) return 'must be an object';
    return (value[a] === undefined) !== (value[b] === undefined)
      ? undefined
      : `must have exactly one of ${a} and ${b}`;
  };

/** An empty text, or one emoji. */
export const emoji: Check = (value) => {
  if (value === '') return undefined;
  if (typeof value !== 'string') return 'must be a string';
  const clusters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(value)];
  const isEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(value);
  return clusters.length === 1 && isEmoji
    ? undefined
    : 'must be one emoji, or empty to take the reaction away';
};

/** Several checks, one after the other. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value) => {
    for (const check of checks) {
      const problem = check(value);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
