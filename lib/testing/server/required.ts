import { textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { GraphRefusal } from './graph-refusal';

/** A plain parameter as text, as it would stand in a query; undefined for anything else and for empty texts. */
export function plainText(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
}

/** A parameter that must be there. */
export function requiredText(params: JsonObject, name: string): string {
  const text = plainText(params[name]);
  if (text !== undefined) return text;
  throw new GraphRefusal(100, { message: `(#100) The parameter ${name} is required.` });
}

/** Refuses a value that does not fit. */
export function requireThat(fits: boolean, details: string): asserts fits {
  if (!fits) throw new GraphRefusal(100, { details });
}

/** Insists on `messaging_product`. */
export function requireProduct(params: JsonObject): void {
  if (params['messaging_product'] !== 'whatsapp')
    throw new GraphRefusal(100, { message: '(#100) The parameter messaging_product is required.' });
}
