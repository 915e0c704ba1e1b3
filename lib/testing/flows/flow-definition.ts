import { EmulatorError } from '../emulator.error';
import { isObject, objectsOf, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { evaluate, resolveValue } from './flow-expression';
import type { FlowScope } from './flow-expression';

const NO_INPUTS = new Set(['Footer', 'Form', 'EmbeddedLink', 'Image', 'ImageCarousel', 'NavigationList']);

/** Whether a version of Flow JSON or of the data API is at least another one. */
export function isVersion(version: unknown, atLeast: string): boolean {
  const [major = 0, minor = 0] = String(version).split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = atLeast.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** A Flow JSON as the WhatsApp client reads it. */
export class FlowDefinition {
  readonly screens: readonly JsonObject[];

  constructor(readonly json: JsonObject) {
    this.screens = objectsOf(json['screens']);
  }

  /** Version of the data API; undefined for flows without an endpoint. */
  get dataApiVersion(): string | undefined {
    return textOf(this.json['data_api_version']);
  }

  /** Whether the client sends `flow_token_signature`. */
  get signsToken(): boolean {
    return isVersion(this.json['version'], '7.3') && isVersion(this.dataApiVersion, '4.0');
  }

  screen(id: string): JsonObject | undefined {
    return this.screens.find((screen) => screen['id'] === id);
  }

  /** Where a flow begins: the screen that no other leads to. */
  get entry(): string {
    const targets = new Set(Object.values(this.routes).flat());
    const first = this.screens.find(({ id }) => !targets.has(String(id))) ?? this.screens[0];
    const id = first && textOf(first['id']);
    if (id === undefined) throw new EmulatorError('The flow has no screen.');
    return id;
  }

  /** Whether the client lets one screen follow another. */
  leadsTo(from: string, to: string): boolean {
    return from === to || (this.routes[from]?.includes(to) ?? false);
  }

  private get routes(): Record<string, string[]> {
    const model = this.json['routing_model'];
    if (!isObject(model)) return {};
    return Object.fromEntries(
      Object.entries(model).map(([id, targets]) => [id, Array.isArray(targets) ? targets.map(String) : []]),
    );
  }
}

/** The components of a screen that are shown, with those inside of forms and of the branches that apply. */
export function shownComponents(screen: JsonObject, scope: FlowScope): JsonObject[] {
  const layout = screen['layout'];
  return isObject(layout) ? flatten(layout['children'], scope) : [];
}

function flatten(children: unknown, scope: FlowScope): JsonObject[] {
  return objectsOf(children).flatMap((component) => {
    if (resolveValue(component['visible'], scope) === false) return [];
    switch (component['type']) {
      case 'Form':
        return [component, ...flatten(component['children'], scope)];
      case 'If': {
        const holds = evaluate(String(component['condition']).replace(/^`(.*)`$/s, '$1'), scope) === true;
        return flatten(component[holds ? 'then' : 'else'], scope);
      }
      case 'Switch': {
        const cases = component['cases'];
        const value = resolveValue(component['value'], scope);
        return isObject(cases) ? flatten(cases[String(value)] ?? cases['default'], scope) : [];
      }
      default:
        return [component];
    }
  });
}

/** The components that a user can fill in, by name. */
export function inputsOf(components: readonly JsonObject[]): Map<string, JsonObject> {
  return new Map(
    components.flatMap((component) => {
      const name = textOf(component['name']);
      return name === undefined || NO_INPUTS.has(String(component['type'])) ? [] : [[name, component]];
    }),
  );
}

/** What inputs hold before the user touches them. */
export function initialValues(screen: JsonObject, scope: FlowScope): JsonObject {
  const values: JsonObject = {};
  for (const component of shownComponents(screen, scope)) {
    const name = textOf(component['name']);
    const isForm = component['type'] === 'Form';
    const initial = resolveValue(component[isForm ? 'init-values' : 'init-value'], scope);
    if (isForm && isObject(initial)) Object.assign(values, initial);
    else if (!isForm && name !== undefined && initial !== undefined) values[name] = initial;
  }
  return values;
}
