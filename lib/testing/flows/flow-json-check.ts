import { isObject, objectsOf, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { isVersion } from './flow-definition';
import { readFlowText } from './flow-store';
import type { FlowFinding } from './flow-store';

function finding(error: string, message: string, path = ''): FlowFinding {
  return { error, error_type: 'FLOW_JSON_ERROR', message, ...(path !== '' && { pointers: [{ path }] }) };
}

/** Every component of a screen, whatever it is nested in. */
function componentsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(componentsOf);
  if (!isObject(value)) return [];
  const { children, then, cases } = value;
  const nested = [children, then, value['else'], ...(isObject(cases) ? Object.values(cases) : [])];
  return [value, ...nested.flatMap(componentsOf)];
}

function screenFindings(screen: JsonObject, index: number): FlowFinding[] {
  const path = `screens[${index}]`;
  const { id, layout, terminal } = screen;
  const components = isObject(layout) ? componentsOf(layout['children']) : [];
  const found: FlowFinding[] = [];
  if (textOf(id) === undefined)
    found.push(finding('MISSING_REQUIRED_PROPERTY', "Required property 'id' is missing.", path));
  if (id === 'SUCCESS')
    found.push(finding('SCREEN_ID_IS_RESERVED_KEYWORD', 'SUCCESS is a reserved keyword.', `${path}.id`));
  if (!isObject(layout))
    found.push(finding('MISSING_REQUIRED_PROPERTY', "Required property 'layout' is missing.", path));
  if (terminal === true && !components.some(({ type }) => type === 'Footer'))
    found.push(
      finding('MISSING_FOOTER_ON_TERMINAL_SCREEN', 'Terminal screens must have a Footer component.', path),
    );
  if (components.some(({ type }) => typeof type !== 'string'))
    found.push(finding('MISSING_REQUIRED_TYPE_PROPERTY', "Required property 'type' is missing.", path));
  return found;
}

function routingFindings(json: JsonObject, ids: ReadonlySet<unknown>): FlowFinding[] {
  const { routing_model: model, data_api_version: api } = json;
  if (model === undefined)
    return api === undefined
      ? []
      : [finding('MISSING_REQUIRED_PROPERTY', "Required property 'routing_model' is missing.")];
  const named = isObject(model) ? [...Object.keys(model), ...Object.values(model).flat()] : [];
  return named
    .filter((id) => !ids.has(id))
    .map((id) => finding('INVALID_ROUTING_MODEL', `Screen ${String(id)} does not exist.`, 'routing_model'));
}

/**
 * What Meta finds in a Flow JSON, of the things that flows fail on most: it is no JSON, lacks its version, its screens, a
 * terminal screen or a footer, names screens twice, or routes to screens that it does not have.
 */
export function flowJsonFindings(text: string): FlowFinding[] {
  const json = readFlowText(text);
  if (!json) return [finding('INVALID_FLOW_JSON', 'The Flow JSON is not a valid JSON object.')];
  const found: FlowFinding[] = [];
  const version = textOf(json['version']);
  if (version === undefined) found.push(finding('MISSING_FLOW_JSON_VERSION', 'The version is missing.'));
  else if (!isVersion(version, '2.1'))
    found.push(finding('INVALID_FLOW_JSON_VERSION', `Version ${version} does not exist.`, 'version'));
  const screens = objectsOf(json['screens']);
  if (screens.length === 0)
    return [...found, finding('MISSING_REQUIRED_PROPERTY', "Required property 'screens' is missing.")];
  found.push(...screens.flatMap(screenFindings));
  const ids = screens.map(({ id }) => id);
  if (new Set(ids).size < ids.length)
    found.push(finding('DUPLICATE_SCREEN_IDS', 'Screen ids must be unique.', 'screens'));
  if (!screens.some(({ terminal }) => terminal === true))
    found.push(finding('MISSING_TERMINAL_SCREEN', 'At least one screen must be terminal.', 'screens'));
  return [...found, ...routingFindings(json, new Set(ids))];
}
