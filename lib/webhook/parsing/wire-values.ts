/** A JSON object as it came from Meta: any member may be absent or odd. */
export type WireObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (arrays are not). */
export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object. */
export function objectOf(value: unknown): WireObject | undefined {
  return isObject(value) ? value : undefined;
}

/** The objects of a list. One object alone is a list of one: Meta's notation leaves the brackets out at times. */
export function objectsOf(value: unknown): readonly WireObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** An id as text. Meta writes some ids as numbers, and empty strings where a phone number is hidden. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** Largest time that a `Date` can hold, milliseconds. */
const MAX_DATE_MS = 8.64e15;

/** Milliseconds from Unix seconds in a string or a number; `undefined` when it is not a time. */
export function millisOf(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const ms = Math.trunc(Number(value) * 1000);
  return ms > 0 && ms <= MAX_DATE_MS ? ms : undefined;
}
