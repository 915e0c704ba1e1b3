import type { FlowValueType } from '../expression/value-type';
import type { JsonObject } from '../model/json';
import type { PlacedComponent } from './flow-index';

const SCHEMA_TYPES: ReadonlyMap<unknown, FlowValueType> = new Map([
  ['string', 'string'],
  ['number', 'number'],
  ['integer', 'number'],
  ['boolean', 'boolean'],
  ['array', 'array'],
  ['object', 'object'],
]);

/** Type of the values that a schema of `data` describes. */
export function schemaType(schema: JsonObject | undefined): FlowValueType {
  return SCHEMA_TYPES.get(schema?.['type']) ?? 'any';
}

/** Type of the value that the user gives to an input. */
export function inputType({ json, spec }: PlacedComponent): FlowValueType {
  switch (spec?.value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'strings':
    case 'media':
      return 'array';
    case 'calendar':
      if (json['mode'] === 'range') return 'object';
      return json['mode'] === undefined || json['mode'] === 'single' ? 'string' : 'any';
    case 'text': {
      const kind = json['input-type'] ?? 'text';
      // A number or a passcode is a number to WhatsApp and text to endpoints.
      if (kind === 'number' || kind === 'passcode') return 'any';
      return typeof kind === 'string' && kind.startsWith('$') ? 'any' : 'string';
    }
    case undefined:
      return 'any';
  }
}
