import * as fc from 'fast-check';
import { FlowJsonError } from '../../../../lib/flows/json/flow-json.error';
import { FLOW_COMPONENTS } from '../../../../lib/flows/json/model/component-table';
import { FLOW_JSON_VERSIONS } from '../../../../lib/flows/json/model/versions';
import { parseFlowJson } from '../../../../lib/flows/json/parse-flow-json';
import { validateFlowJson } from '../../../../lib/flows/json/validate-flow-json';
import { fixture, fixtureNames, fixtureText, smallFlow } from './flow-fixtures';

const errorsOf = (value: unknown) => validateFlowJson(value).filter((issue) => issue.severity === 'error');

describe('valid flows', () => {
  it('come in every version and use every component and action', () => {
    const text = fixtureNames.map(fixtureText).join();
    for (const version of Object.keys(FLOW_JSON_VERSIONS)) expect(text).toContain(`"version": "${version}"`);
    for (const type of Object.keys(FLOW_COMPONENTS)) expect(text).toContain(`"type": "${type}"`);
    for (const name of ['navigate', 'complete', 'data_exchange', 'update_data', 'open_url']) {
      expect(text).toContain(`"name": "${name}"`);
    }
  });

  it.each(fixtureNames)('%s has no error, as text and as an object', (name) => {
    expect(errorsOf(fixtureText(name))).toEqual([]);
    expect(errorsOf(fixture(name))).toEqual([]);
  });

  it.each(fixtureNames)('%s is the same after it was parsed and written', (name) => {
    const original = fixture(name);
    expect(JSON.parse(JSON.stringify(parseFlowJson(fixtureText(name))))).toEqual(original);
    expect(parseFlowJson(original)).toEqual(original);
  });

  it.each(fixtureNames)('%s keeps unknown properties everywhere, with one warning each', (name) => {
    const flow = JSON.parse(fixtureText(name), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'layout' in value
        ? { ...value, x_new: [1, null] }
        : value,
    ) as object;
    const extended = { ...flow, x_top: { deep: [{}] } };
    const unknown = validateFlowJson(extended).filter((issue) => issue.path.includes('x_'));
    expect(unknown.every((issue) => issue.severity === 'warning')).toBe(true);
    expect(unknown.map((issue) => issue.path)).toEqual(expect.arrayContaining(['x_top', 'screens[0].x_new']));
    expect(parseFlowJson(extended)).toEqual(extended);
  });

  it('is a copy: the input can change afterwards', () => {
    const original = smallFlow();
    const parsed = parseFlowJson(original);
    original.screens.length = 0;
    expect(parsed.screens).toHaveLength(2);
  });

  it('of a version that is newer than this package have warnings only, and keep what is new', () => {
    for (const version of ['7.4', '7.10', '8.0', '12.3']) {
      const flow = smallFlow(version);
      flow.screens[0]?.layout.children.unshift({ type: 'HologramPicker', name: 'h', beam: 'wide' });
      flow.screens[0]?.layout.children.push({
        type: 'TextInput',
        name: 'x',
        label: 'X',
        'input-type': 'voice',
      });
      expect(errorsOf(flow)).toEqual([]);
      expect(validateFlowJson(flow).map((issue) => issue.path)).toEqual(
        expect.arrayContaining(['version', 'screens[0].layout.children[0].type']),
      );
      expect(parseFlowJson(flow)).toEqual(flow);
    }
  });

  it('are told from frozen versions by a warning', () => {
    expect(validateFlowJson(smallFlow('7.3'))).toEqual([]);
    expect(validateFlowJson(fixture('5.0-pictures'))).toEqual([
      expect.objectContaining({
        path: 'version',
        severity: 'warning',
        code: 'UNSUPPORTED_FLOW_JSON_VERSION',
      }),
    ]);
  });
});

describe('validateFlowJson', () => {
  it.each([
    ['text that is no JSON', '{"version":'],
    ['a list', []],
    ['null', null],
    ['undefined', undefined],
    ['a number', 7],
    ['JSON text of a list', '[]'],
    ['a function', () => 1],
    ['more than 10 MB', { ...smallFlow(), x: 'x'.repeat(10 * 1024 * 1024) }],
    ['a circle', circle()],
  ])('says that %s is no flow', (_name, value) => {
    expect(validateFlowJson(value)).toEqual([
      expect.objectContaining({ path: '', severity: 'error', code: 'INVALID_FLOW_JSON' }),
    ]);
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => Array.isArray(validateFlowJson(value))),
      { numRuns: 500, seed: 11 },
    );
  });

  it('never throws on valid flows in which any value was replaced, and names paths that exist', () => {
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        '${data.x}',
        '${form.',
        '`${form.x} ==`',
        '${screen.A.form.x}',
        'navigate',
        'Form',
        'If',
        '__proto__',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fixtureNames), fc.nat(), values, (name, at, value) => {
        const flow = fixture(name);
        replace(flow, at, value);
        for (const issue of validateFlowJson(flow)) {
          expect(typeof issue.path).toBe('string');
          expect(issue.message).not.toBe('');
        }
      }),
      { numRuns: 3000, seed: 12 },
    );
  });

  it.each([10, 300, 30_000])('survives If nested %i deep', (depth) => {
    const flow = smallFlow();
    let inner: object = { type: 'TextBody', text: 'x' };
    for (let i = 0; i < depth; i++) inner = { type: 'If', condition: '${form.name} == 1', then: [inner] };
    flow.screens[0]?.layout.children.push(inner);
    expect(errorsOf(flow)).not.toEqual([]);
  });

  it('survives an expression of many parentheses', () => {
    const flow = smallFlow();
    const text = `\`${'('.repeat(5000)}1${')'.repeat(5000)}\``;
    flow.screens[0]?.layout.children.push({ type: 'TextBody', text });
    expect(errorsOf(flow).map((issue) => issue.code)).toEqual(['INVALID_EXPRESSION']);
  });
});

describe('parseFlowJson', () => {
  it('throws with all issues, and names the first errors in its message', () => {
    const flow = smallFlow();
    flow.screens[1] = { ...flow.screens[1], terminal: false } as never;
    const attempt = () => parseFlowJson(flow);
    expect(attempt).toThrow(FlowJsonError);
    expect(attempt).toThrow(/screens: At least one screen must have "terminal": true\./);
    expect(attempt).toThrow(expect.objectContaining({ issues: validateFlowJson(flow) }));
  });
});

function circle(): object {
  const value: Record<string, unknown> = { version: '7.3' };
  value['self'] = value;
  return value;
}

/** Replaces the n-th value of a tree. */
function replace(root: object, at: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(root);
  const [parent, key] = places[at % places.length] ?? [];
  if (parent && key !== undefined) parent[key] = value;
}
