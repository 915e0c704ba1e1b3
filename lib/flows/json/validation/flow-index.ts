import type { FlowComponentSpec } from '../model/component';
import { componentSpec } from '../model/component-table';
import { asList, isObject, memberPath } from '../model/json';
import type { JsonObject } from '../model/json';

/** A component and where it stands. */
export interface PlacedComponent {
  readonly json: JsonObject;
  readonly path: string;
  readonly type: unknown;
  readonly spec: FlowComponentSpec | undefined;
  /** It stands inside a Form. */
  readonly inForm: boolean;
  /** How many If components it stands in. */
  readonly ifDepth: number;
  /** How many If and Switch components it stands in. */
  readonly branchDepth: number;
  /** Components inside it, by branch: one for Form, `then` and `else` for If, one for each case of Switch. */
  readonly branches: readonly (readonly PlacedComponent[])[];
}

/** A screen and what stands on it. */
export interface IndexedScreen {
  readonly json: JsonObject;
  readonly path: string;
  readonly id: unknown;
  readonly data: JsonObject;
  /** Components at the top. */
  readonly children: readonly PlacedComponent[];
  /** Every component, inner ones included. */
  readonly components: readonly PlacedComponent[];
  /** Inputs by name. */
  readonly inputs: ReadonlyMap<string, PlacedComponent>;
}

/** What the checks need to know about a flow as a whole. */
export interface FlowIndex {
  readonly json: JsonObject;
  /** It has an endpoint. */
  readonly endpoint: boolean;
  readonly screens: readonly IndexedScreen[];
  readonly byId: ReadonlyMap<string, IndexedScreen>;
}

/** Deeper nesting than any flow has; stops on input that was made to exhaust the stack. */
const MAX_DEPTH = 40;

/** Reads a flow without trusting its shape. */
export function indexFlow(json: JsonObject): FlowIndex {
  const screens = asList(json['screens'])
    .map((screen, i) => (isObject(screen) ? indexScreen(screen, `screens[${i}]`) : undefined))
    .filter((screen) => screen !== undefined);
  const byId = new Map<string, IndexedScreen>();
  for (const screen of screens) {
    if (typeof screen.id === 'string' && !byId.has(screen.id)) byId.set(screen.id, screen);
  }
  return { json, endpoint: json['data_api_version'] !== undefined, screens, byId };
}

function indexScreen(json: JsonObject, path: string): IndexedScreen {
  const layout = isObject(json['layout']) ? json['layout'] : {};
  const children = place(layout['children'], `${path}.layout.children`, {
    inForm: false,
    ifDepth: 0,
    branchDepth: 0,
  });
  const components = [...flatten(children)];
  const inputs = new Map<string, PlacedComponent>();
  for (const component of components) {
    const name = component.json['name'];
    if (component.spec?.value && typeof name === 'string' && !inputs.has(name)) inputs.set(name, component);
  }
  const data = isObject(json['data']) ? json['data'] : {};
  return { json, path, id: json['id'], data, children, components, inputs };
}

type Place = Pick<PlacedComponent, 'inForm' | 'ifDepth' | 'branchDepth'>;

function place(list: unknown, path: string, where: Place, depth = 0): readonly PlacedComponent[] {
  if (depth > MAX_DEPTH) return [];
  return asList(list).flatMap((json, i) =>
    isObject(json) ? [placeOne(json, `${path}[${i}]`, where, depth)] : [],
  );
}

function placeOne(json: JsonObject, path: string, where: Place, depth: number): PlacedComponent {
  const type = json['type'];
  return {
    json,
    path,
    type,
    spec: componentSpec(type),
    ...where,
    branches: branchesOf(json, path, where, depth + 1),
  };
}

function branchesOf(
  json: JsonObject,
  path: string,
  where: Place,
  depth: number,
): PlacedComponent['branches'] {
  const branch = { ...where, branchDepth: where.branchDepth + 1 };
  const deeper = { ...branch, ifDepth: where.ifDepth + 1 };
  switch (json['type']) {
    case 'Form':
      return [place(json['children'], `${path}.children`, { ...where, inForm: true }, depth)];
    case 'If':
      return [
        place(json['then'], `${path}.then`, deeper, depth),
        place(json['else'], `${path}.else`, deeper, depth),
      ];
    case 'Switch':
      return Object.entries(isObject(json['cases']) ? json['cases'] : {}).map(([key, list]) =>
        place(list, memberPath(`${path}.cases`, key), branch, depth),
      );
    default:
      return [];
  }
}

/** Components with those inside them. */
export function* flatten(components: readonly PlacedComponent[]): Generator<PlacedComponent> {
  for (const component of components) {
    yield component;
    for (const branch of component.branches) yield* flatten(branch);
  }
}

/** An action of a component and its path. `listed`: it belongs to an item of a NavigationList. */
interface ComponentAction {
  readonly action: JsonObject;
  readonly path: string;
  readonly listed: boolean;
}

/** Actions of a component, those of its list items included. */
export function* actionsOf(component: PlacedComponent): Generator<ComponentAction> {
  yield* ownActions(component.json, component.path, false);
  for (const list of ['data-source', 'list-items']) {
    for (const [i, item] of asList(component.json[list]).entries()) {
      const path = `${component.path}.${list}[${i}]`;
      if (isObject(item)) yield* ownActions(item, path, list === 'list-items');
    }
  }
}

function* ownActions(json: JsonObject, path: string, listed: boolean): Generator<ComponentAction> {
  for (const key of ['on-click-action', 'on-select-action', 'on-unselect-action']) {
    const action = json[key];
    if (isObject(action)) yield { action, path: `${path}.${key}`, listed };
  }
}
