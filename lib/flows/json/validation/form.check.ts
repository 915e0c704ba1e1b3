import { readDynamicText } from '../expression/reference';
import type { FlowInputValue } from '../model/component';
import { isObject, jsonType, memberPath } from '../model/json';
import { flatten } from './flow-index';
import type { FlowIndex, PlacedComponent } from './flow-index';
import type { FlowReport } from './flow-report';

/** JSON types that an input can start with; pickers with none. */
const INITIAL_TYPES: Readonly<Record<FlowInputValue, readonly string[]>> = {
  text: ['string', 'number'],
  string: ['string'],
  strings: ['array'],
  boolean: ['boolean'],
  calendar: ['string', 'object'],
  media: [],
};

/** Checks `init-values` and `error-messages` of each Form against its inputs. */
export function checkFormValues(flow: FlowIndex, report: FlowReport): void {
  for (const component of flow.screens.flatMap((screen) => screen.components)) {
    if (component.type !== 'Form') continue;
    const inputs = inputsOf(component);
    checkNamesOf('init-values', component, inputs, report);
    checkNamesOf('error-messages', component, inputs, report);
    checkInitialValues(component, inputs, report);
  }
}

function inputsOf({ branches }: PlacedComponent): Map<string, PlacedComponent> {
  const inputs = branches.flatMap((branch) => [...flatten(branch)]).filter(({ spec }) => spec?.value);
  return new Map(inputs.map((input) => [String(input.json['name']), input]));
}

function checkNamesOf(
  property: string,
  form: PlacedComponent,
  inputs: ReadonlyMap<string, PlacedComponent>,
  report: FlowReport,
): void {
  const values = form.json[property];
  if (!isObject(values)) return;
  for (const name of Object.keys(values)) {
    if (inputs.has(name)) continue;
    const path = memberPath(`${form.path}.${property}`, name);
    report.warn('INVALID_PROPERTY_KEY', path, 'The Form has no input of this name.');
  }
}

function checkInitialValues(
  form: PlacedComponent,
  inputs: ReadonlyMap<string, PlacedComponent>,
  report: FlowReport,
): void {
  const values = form.json['init-values'];
  if (!isObject(values)) return;
  for (const [name, value] of Object.entries(values)) {
    const input = inputs.get(name);
    const kind = input?.spec?.value;
    if (!input || !kind) continue;
    const path = memberPath(`${form.path}.init-values`, name);
    if (kind === 'media') {
      const message = `A ${String(input.type)} cannot have an initial value.`;
      report.error('NATIVE_COMPONENT_IN_FORM_INIT_VALUES', path, message);
      continue;
    }
    if (typeof value === 'string' && readDynamicText(value).kind !== 'static') continue;
    const types = INITIAL_TYPES[kind];
    if (types.includes(jsonType(value))) continue;
    const message = `The initial value must be of type ${types.join(' or ')}, not ${jsonType(value)}.`;
    if (report.from('7.0')) report.error('INVALID_PROPERTY_TYPE', path, message);
    else report.warn('INVALID_PROPERTY_TYPE', path, message);
  }
}
