import { parseFlowJson } from '../../../../lib/flows/json/parse-flow-json';
import { validateFlowJson } from '../../../../lib/flows/json/validate-flow-json';
import type { LooseComponent, LooseFlow, LooseScreen } from './flow-fixtures';

/** What a flow has, the flow, and the code of a warning that it causes, if it causes any. */
export type LenientRow = [what: string, flow: LooseFlow, warning?: string];

/** What a flow has, the flow, then code and path of the error that it must cause. */
export type RefusedRow = [what: string, flow: LooseFlow, code: string, path: string];

/** Declares a text in the data of a screen. */
export const string = { type: 'string', __example__: 'x' };
export const number = { type: 'number', __example__: 3 };

export function text(value: unknown, more: object = {}): LooseComponent {
  return { type: 'TextBody', text: value, ...more };
}

export function input(name: string, more: object = {}): LooseComponent {
  return { type: 'TextInput', name, label: 'Answer', ...more };
}

export function form(children: LooseComponent[], more: object = {}): LooseComponent {
  return { type: 'Form', name: 'f', children, ...more };
}

export function either(condition: unknown, then: LooseComponent[]): LooseComponent {
  return { type: 'If', condition, then };
}

export function navigate(name: string, payload: object = {}): LooseComponent {
  return { name: 'navigate', next: { type: 'screen', name }, payload };
}

export function footer(action: object): LooseComponent {
  return { type: 'Footer', label: 'Go on', 'on-click-action': action };
}

export function done(payload: object = {}): LooseComponent {
  return footer({ name: 'complete', payload });
}

export function link(action: object): LooseComponent {
  return { type: 'EmbeddedLink', text: 'More', 'on-click-action': action };
}

/** One screen that ends. */
export function oneScreen(
  version: string,
  children: LooseComponent[],
  data: Record<string, unknown> = {},
  end = done(),
): LooseFlow {
  return screens(version, { ONLY: { data, children: [...children, end] } });
}

/** Screens by id; the last one ends. */
export function screens(
  version: string,
  byId: Record<string, { children: LooseComponent[]; data?: Record<string, unknown> }>,
  more: object = {},
): LooseFlow {
  const ids = Object.keys(byId);
  const list = Object.entries(byId).map(([id, { children, data }]): LooseScreen => ({
    id,
    title: id,
    ...(data ? { data } : {}),
    ...(id === ids.at(-1) ? { terminal: true } : {}),
    layout: { type: 'SingleColumnLayout', children },
  }));
  return { version, ...more, screens: list };
}

/** The flow is accepted, with the warning or none at all, and stays as it is. */
export function expectAccepted(flow: LooseFlow, warning?: string): void {
  const issues = validateFlowJson(flow).filter((issue) => issue.code !== 'UNSUPPORTED_FLOW_JSON_VERSION');
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  const codes = issues.map((issue) => issue.code);
  if (warning === undefined) expect(codes).toEqual([]);
  else expect(codes).toContain(warning);
  expect(parseFlowJson(JSON.stringify(flow))).toEqual(flow);
}

/** The flow is refused at one path. */
export function expectRefused(flow: LooseFlow, code: string, path: string): void {
  const errors = validateFlowJson(flow).filter((issue) => issue.severity === 'error');
  expect(errors).toContainEqual(expect.objectContaining({ code, path }));
  expect(() => parseFlowJson(flow)).toThrow(path);
}
