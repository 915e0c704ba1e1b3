import { isObject, objectsOf, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { inputsOf } from './flow-definition';
import { resolveValue } from './flow-expression';
import type { FlowScope } from './flow-expression';
import { fewestFiles, isPicker, pickProblem } from './picker-inputs';

const ONE_OF = new Set(['Dropdown', 'RadioButtonsGroup']);
const SOME_OF = new Set(['CheckboxGroup', 'ChipsSelector']);

/** Why a user cannot enter a value, for an input whose dynamic properties are filled in. */
export function inputProblem(input: JsonObject, value: unknown): string | undefined {
  const type = String(input['type']);
  if (input['enabled'] === false) return 'the input is not enabled';
  if (ONE_OF.has(type)) return choiceProblem(input, [value]);
  if (SOME_OF.has(type))
    return Array.isArray(value) ? choiceProblem(input, value) : 'takes a list of item ids';
  if (isPicker(input)) return pickProblem(input, value);
  if (type === 'OptIn') return typeof value === 'boolean' ? undefined : 'takes true or false';
  if (type !== 'TextInput' && type !== 'TextArea') return undefined;
  if (typeof value !== 'string') return 'takes text';
  const longest = Number(input['max-chars'] ?? input['max-length'] ?? (type === 'TextArea' ? 600 : 80));
  return value.length > longest ? `takes at most ${longest} characters` : undefined;
}

function choiceProblem(input: JsonObject, chosen: readonly unknown[]): string | undefined {
  const items = objectsOf(input['data-source']).filter(({ enabled }) => enabled !== false);
  const ids = items.map(({ id }) => id);
  const wrong = chosen.find((each) => !ids.includes(each));
  if (wrong === undefined) return undefined;
  return `has no item ${JSON.stringify(wrong)}; there is ${ids.join(', ') || 'none'}`;
}

/** Names of the required inputs that are empty. */
export function missingInputs(
  components: readonly JsonObject[],
  values: JsonObject,
  scope: FlowScope,
): string[] {
  return [...inputsOf(components)]
    .filter(([name, input]) => isWanted(input, scope) && isEmpty(values[name]))
    .map(([name]) => name);
}

/** Pickers are required by the number of files that they want. */
function isWanted(input: JsonObject, scope: FlowScope): boolean {
  if (isPicker(input)) return fewestFiles(resolveValue(input, scope) as typeof input) > 0;
  return resolveValue(input['required'], scope) === true;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'boolean'
    ? !value
    : typeof value !== 'number' && !isObject(value) && !textOf(value);
}
