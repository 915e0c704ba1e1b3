import { isObject, jsonType, memberPath } from '../model/json';
import type { JsonObject } from '../model/json';
import type { FlowIndex } from './flow-index';
import type { FlowReport } from './flow-report';

const TYPES = ['string', 'number', 'boolean', 'object', 'array'];
/** Not documented, but taken: a whole number. */
const INTEGER = 'integer';
const MAX_DEPTH = 40;

/** Checks the `data` of each screen: the types and their examples. */
export function checkDataModels(flow: FlowIndex, report: FlowReport): void {
  for (const screen of flow.screens) {
    for (const [key, schema] of Object.entries(screen.data)) {
      // JSON Schema's list of required fields may stand among them.
      if (key === 'required' && Array.isArray(schema)) continue;
      checkField(schema, memberPath(`${screen.path}.data`, key), report);
    }
  }
}

function checkField(schema: unknown, path: string, report: FlowReport): void {
  if (!isObject(schema))
    return report.error('INVALID_SCREEN_DATA', path, 'A field is an object with type and __example__.');
  const { type, __example__: example } = schema;
  if (type === undefined) {
    report.error('INVALID_SCREEN_DATA', `${path}.type`, 'A field needs a type.');
  } else if (typeof type !== 'string') {
    report.error('INVALID_SCREEN_DATA', `${path}.type`, 'The type must be text.');
  } else if (!isType(type)) {
    report.error(
      'INVALID_SCREEN_DATA',
      `${path}.type`,
      `There is no type "${type}"; there are: ${TYPES.join(', ')}.`,
    );
  } else if (example !== undefined && !isOfType(example, type)) {
    const message = `The example must be of type ${type}, not ${jsonType(example)}.`;
    report.error('INVALID_SCREEN_DATA', `${path}.__example__`, message);
  } else if (example !== undefined) {
    checkExample(example, schema, `${path}.__example__`, report);
  }
  if (example === undefined) {
    report.error('INVALID_SCREEN_DATA', `${path}.__example__`, 'A field needs an __example__.');
  }
  checkInner(schema, path, report, 0);
}

function isType(type: string): boolean {
  return type === INTEGER || TYPES.includes(type);
}

function isOfType(example: unknown, type: string): boolean {
  return type === INTEGER ? Number.isInteger(example) : jsonType(example) === type;
}

/** What stands below a field: items of an array, fields of an object. Meta does not look for items inside objects. */
function checkInner(
  schema: JsonObject,
  path: string,
  report: FlowReport,
  depth: number,
  inObject = false,
): void {
  if (depth > MAX_DEPTH) return;
  const { type, items, properties } = schema;
  if (type === 'array') {
    if (items === undefined) {
      const message = 'An array needs the type of its items.';
      if (inObject) report.warn('INVALID_SCREEN_DATA', `${path}.items`, message);
      else report.error('INVALID_SCREEN_DATA', `${path}.items`, message);
    } else if (!isObject(items) && typeof items !== 'boolean') {
      report.error('INVALID_SCREEN_DATA', `${path}.items`, 'The items must be an object or a boolean.');
    }
  }
  if (isObject(items)) checkNested(items, `${path}.items`, report, depth, inObject);
  if (properties === undefined) return;
  if (!isObject(properties)) {
    return report.error('INVALID_SCREEN_DATA', `${path}.properties`, 'The properties must be an object.');
  }
  for (const [key, field] of Object.entries(properties)) {
    const at = memberPath(`${path}.properties`, key);
    if (key === '__example__')
      report.error('INVALID_SCREEN_DATA', at, 'Examples stand at the top of a field only.');
    else if (isObject(field)) checkNested(field, at, report, depth, true);
    else report.error('INVALID_SCREEN_DATA', at, 'A field is an object with a type.');
  }
}

function checkNested(
  schema: JsonObject,
  path: string,
  report: FlowReport,
  depth: number,
  inObject: boolean,
): void {
  const { type, const: constant, __example__: example } = schema;
  if (example !== undefined) {
    report.error('INVALID_SCREEN_DATA', `${path}.__example__`, 'Examples stand at the top of a field only.');
  }
  // The name of an action may be fixed with `const` in place of a type.
  if (type === undefined && constant === undefined) {
    report.warn('INVALID_SCREEN_DATA', `${path}.type`, 'A field needs a type.');
  } else if (typeof type === 'string' && !isType(type)) {
    report.warn(
      'INVALID_SCREEN_DATA',
      `${path}.type`,
      `There is no type "${type}"; there are: ${TYPES.join(', ')}.`,
    );
  }
  checkInner(schema, path, report, depth + 1, inObject);
}

/** Compares an example with its declaration, below the first level: a difference is a warning. */
function checkExample(
  example: unknown,
  schema: JsonObject,
  path: string,
  report: FlowReport,
  depth = 0,
): void {
  if (depth > MAX_DEPTH) return;
  const { type, items, properties } = schema;
  if (depth > 0 && typeof type === 'string' && isType(type) && !isOfType(example, type)) {
    return report.warn(
      'INVALID_SCREEN_DATA',
      path,
      `The example should be of type ${type}, not ${jsonType(example)}.`,
    );
  }
  if (Array.isArray(example) && isObject(items)) {
    example.forEach((item, i) => checkExample(item, items, `${path}[${i}]`, report, depth + 1));
  } else if (isObject(example) && isObject(properties)) {
    for (const [key, value] of Object.entries(example)) {
      const field = properties[key];
      if (isObject(field)) checkExample(value, field, memberPath(path, key), report, depth + 1);
    }
  }
}
