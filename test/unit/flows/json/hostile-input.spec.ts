import * as fc from 'fast-check';
import { FlowJsonError } from '../../../../lib/flows/json/flow-json.error';
import type { FlowJsonIssue } from '../../../../lib/flows/json/flow-json-issue.interface';
import { parseFlowJson } from '../../../../lib/flows/json/parse-flow-json';
import { validateFlowJson } from '../../../../lib/flows/json/validate-flow-json';
import { done, either, footer, form, input, link, navigate, oneScreen, text } from './flow-builders';
import type { LooseComponent, LooseFlow } from './flow-fixtures';

const FIRST = 'screens[0].layout.children[0]';
const LONG = 100_000;
const DEEP = 50_000;

/** Its issues. The only thing that parsing may throw is its own error, and only for a flow with errors. */
function issuesOf(value: unknown): FlowJsonIssue[] {
  const issues = validateFlowJson(value);
  const refused = issues.some((issue) => issue.severity === 'error');
  if (refused) expect(() => parseFlowJson(value)).toThrow(FlowJsonError);
  else expect(() => parseFlowJson(value)).not.toThrow();
  return issues;
}
const errorsOf = (value: unknown) => issuesOf(value).filter((issue) => issue.severity === 'error');

describe('long texts', () => {
  const data = { a: { type: 'string', __example__: 'x' } };
  it.each<[string, LooseComponent]>([
    ['blanks', text(`${' '.repeat(LONG)}!`)],
    ['references that never end', text('${'.repeat(LONG))],
    ['one reference that never ends', text(`\${${'a'.repeat(LONG)}`)],
    ['a reference of many fields', text(`\${data${'.a'.repeat(LONG)}}`)],
    ['many references', text(`x${'${data.a}'.repeat(LONG / 20)}`)],
    ['an expression of quotes', text(`\`${"'".repeat(LONG)}\``)],
    ['an expression of backslashes', text(`\`'${'\\'.repeat(LONG)}\``)],
    ['an expression of brackets', text(`\`${'('.repeat(LONG)}\``)],
    ['an expression of bangs', text(`\`${'!'.repeat(LONG)}true\``)],
    ['an expression of signs', text(`\`${'-'.repeat(LONG)}1\``)],
    ['an expression of dots', text(`\`${'1.'.repeat(LONG)}\``)],
    ['a sum', text(`\`${'1+'.repeat(LONG / 4)}1\``)],
    ['a concatenation', text(`\`${"'a' ".repeat(LONG / 4)}\``)],
    ['a condition', either(`\${data.a} == ''${" || ${data.a} == ''".repeat(LONG / 20)}`, [text('x')])],
    ['a picture of blanks', { type: 'Image', src: `${' '.repeat(LONG)}!` }],
    ['a picture of padding', { type: 'Image', src: '='.repeat(LONG) }],
    ['a pattern', input('p', { pattern: '('.repeat(LONG), 'helper-text': 'x' })],
    ['a URL', link({ name: 'open_url', url: `${' '.repeat(LONG)}https:` })],
  ])('%s: read in time, and quoted in part only', (_what, component) => {
    const flow = oneScreen('7.3', [component], data);
    const start = Date.now();
    const issues = issuesOf(flow);
    expect(Date.now() - start).toBeLessThan(5000);
    for (const { message } of issues) expect(message.length).toBeLessThanOrEqual(500);
  });
});

describe('large flows', () => {
  const times = (count: number, make: (i: number) => LooseComponent) =>
    Array.from({ length: count }, (_, i) => make(i));
  const item = { id: '1', 'main-content': { title: 'x' }, 'on-click-action': navigate('B') };
  it.each<[string, LooseComponent[]]>([
    ['texts', times(10_000, () => text('x'))],
    ['inputs', times(10_000, (i) => input(`i${i}`))],
    ['If', times(5000, () => either('${form.a}', [text('x')]))],
    ['forms', times(5000, (i) => form([input(`i${i}`)]))],
    ['lists', times(2000, () => ({ type: 'NavigationList', name: 'l', 'list-items': [item] }))],
    ['rich texts', times(5000, () => ({ type: 'RichText', text: 'x' }))],
    ['types that do not exist', times(5000, (i) => ({ type: `T${i}` }))],
  ])('of thousands of %s: read in time', (_what, components) => {
    const start = Date.now();
    expect(errorsOf(oneScreen('7.3', components))).not.toEqual([]);
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it('of thousands of cases, fields and routes are read in time', () => {
    const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, [text('x')]]));
    const start = Date.now();
    expect(errorsOf(oneScreen('7.3', [{ type: 'Switch', value: '${form.a}', cases: keys }]))).not.toEqual([]);
    expect(errorsOf(oneScreen('7.3', [], keys))).not.toEqual([]);
    expect(errorsOf({ ...oneScreen('7.3', []), routing_model: keys })).not.toEqual([]);
    expect(errorsOf(oneScreen('7.3', [link(navigate('ONLY', keys))]))).not.toEqual([]);
    expect(Date.now() - start).toBeLessThan(10_000);
  });
});

describe('deep JSON', () => {
  const array = '['.repeat(DEEP) + ']'.repeat(DEEP);
  const object = '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP);
  const HERE = '"HERE"';
  it.each<[string, LooseFlow]>([
    ['at the top', { ...oneScreen('7.3', []), x_deep: 'HERE' }],
    ['in a payload', oneScreen('7.3', [], {}, done({ a: 'HERE' }))],
    ['in an example', oneScreen('7.3', [], { a: { type: 'array', items: {}, __example__: 'HERE' } })],
    [
      'in a schema',
      oneScreen('7.3', [], { a: { type: 'object', properties: { a: 'HERE' }, __example__: {} } }),
    ],
    ['in initial values', oneScreen('7.3', [form([], { 'init-values': { a: 'HERE' } })])],
    ['in error messages', oneScreen('7.3', [form([], { 'error-messages': 'HERE' })])],
    ['among the components', oneScreen('7.3', ['HERE' as never])],
    [
      'in a list of choices',
      oneScreen('7.3', [{ type: 'Dropdown', name: 'd', label: 'D', 'data-source': ['HERE'] }]),
    ],
  ])('%s: exhausts nothing', (_where, flow) => {
    for (const deep of [array, object]) issuesOf(JSON.stringify(flow).replace(HERE, deep));
  });
});

describe('values that JSON does not have', () => {
  const circle = oneScreen('7.3', []);
  circle['self'] = circle;
  const thrower = {
    get version(): string {
      throw new TypeError('no');
    },
  };
  it.each<[string, unknown]>([
    ['a circle', circle],
    ['a BigInt', { ...oneScreen('7.3', []), n: 1n }],
    ['a getter that throws', thrower],
    ['a toJSON that throws', { toJSON: () => thrower.version }],
    ['a symbol', Symbol('flow')],
    ['a date', new Date(0)],
    ['an empty text', ''],
  ])('%s is no flow', (_what, value) => {
    expect(issuesOf(value)).toEqual([expect.objectContaining({ code: 'INVALID_FLOW_JSON', path: '' })]);
  });

  it('members without JSON are left out, as in JSON.stringify', () => {
    const flow = oneScreen('7.3', []);
    const parsed = parseFlowJson({ ...flow, a: undefined, b: () => 1, c: Symbol('c') });
    expect(parsed).toEqual(flow);
    expect(Object.keys(parsed)).toEqual(['version', 'screens']);
  });

  it('text with a byte order mark is read', () => {
    const flow = oneScreen('7.3', []);
    expect(parseFlowJson(`\uFEFF${JSON.stringify(flow)}`)).toEqual(flow);
  });
});

describe('names of the prototype', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  /** Written as text: in a literal, `__proto__` would set the prototype. */
  const object = (name: string, value: unknown) => `{${JSON.stringify(name)}:${JSON.stringify(value)}}`;

  it.each(names)('%s stays where it is unknown', (name) => {
    const flow = JSON.stringify({ ...oneScreen('7.3', []), x: 'HERE' }).replace(
      '"HERE"',
      object(name, { y: 1 }),
    );
    const written = JSON.stringify(parseFlowJson(flow.replace('"x":', `${JSON.stringify(name)}:`)));
    expect(written).toContain(`${JSON.stringify(name)}:{${JSON.stringify(name)}:{"y":1}}`);
    expect(({} as { y?: unknown }).y).toBeUndefined();
  });

  it.each(names)('%s can be a field and an input, and is not known without', (name) => {
    const schema = object(name, { type: 'string', __example__: 'x' });
    const build = (data: string) =>
      JSON.stringify(
        oneScreen(
          '7.3',
          [text(`\${data.${name}}`), input(name)],
          { HERE: 1 },
          done({ a: `\${form.${name}}` }),
        ),
      ).replace('{"HERE":1}', data);
    expect(errorsOf(build(schema))).toEqual([]);
    expect(errorsOf(build('{}'))).toEqual([expect.objectContaining({ path: `${FIRST}.text` })]);
  });

  it.each(names)('%s is no type, action or property', (name) => {
    const children = [{ type: name }, footer({ name })];
    const paths = errorsOf(oneScreen('7.3', children)).map((issue) => issue.path);
    expect(paths).toEqual(
      expect.arrayContaining([`${FIRST}.type`, 'screens[0].layout.children[1].on-click-action.name']),
    );
    expect(errorsOf({ ...oneScreen('7.3', []), version: name })).not.toEqual([]);
  });
});

describe('values in the wrong shape', () => {
  it.each<[string, unknown, string]>([
    ['a text as a component', 'x', FIRST],
    ['a list as a component', [], FIRST],
    ['null as a component', null, FIRST],
    ['a text in a Form', form(['x' as never]), `${FIRST}.children[0]`],
    ['a list in a branch', either('${form.a}', [[] as never]), `${FIRST}.then[0]`],
    ['a text in a case', { type: 'Switch', value: 'a', cases: { a: ['x'] } }, `${FIRST}.cases.a[0]`],
    ['a case that is no list', { type: 'Switch', value: 'a', cases: { a: 'x' } }, `${FIRST}.cases.a`],
    ['computed components', form('${data.a}' as never), `${FIRST}.children`],
    ['an action that is text', link('complete' as never), `${FIRST}.on-click-action`],
    ['a target that is text', link({ name: 'navigate', next: 'B' }), `${FIRST}.on-click-action.next`],
    [
      'a payload that is a list',
      footer({ name: 'complete', payload: [] }),
      `${FIRST}.on-click-action.payload`,
    ],
    ['a name that is a number', input(5 as never), `${FIRST}.name`],
    ['a number that is text', input('a', { 'max-chars': '5' }), `${FIRST}.max-chars`],
    [
      'choices that are an object',
      { type: 'Dropdown', name: 'a', label: 'A', 'data-source': { 0: {} } },
      `${FIRST}.data-source`,
    ],
  ])('%s is refused', (_what, component, path) => {
    const found = errorsOf(oneScreen('7.3', [component as LooseComponent])).map((issue) => issue.path);
    expect(found).toContain(path);
  });

  it('any JSON in place of any value: an error at most', () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    const component = fc.record({
      type: fc.constantFrom(
        'TextBody',
        'Form',
        'If',
        'Switch',
        'Dropdown',
        'OptIn',
        'CalendarPicker',
        'NavigationList',
        'ImageCarousel',
      ),
    });
    const properties = fc.dictionary(
      fc.constantFrom(
        'name',
        'text',
        'label',
        'children',
        'then',
        'else',
        'cases',
        'value',
        'condition',
        'data-source',
        'list-items',
        'images',
        'mode',
        'init-value',
        'on-click-action',
        '__proto__',
      ),
      anything,
    );
    fc.assert(
      fc.property(component, properties, anything, (first, more, data) => {
        const flow = oneScreen('7.3', [{ ...first, ...more }], data as Record<string, unknown>);
        return Array.isArray(issuesOf(flow));
      }),
      { numRuns: 300, seed: 21 },
    );
  });

  it('any expression: an error at most, and the same each time', () => {
    const part = fc.constantFrom(
      '${form.a}',
      '${',
      '}',
      '(',
      ')',
      '`',
      "'",
      '"',
      '\\',
      ' ',
      '1',
      '.',
      '+',
      '-',
      '!',
      '&&',
      '||',
      '==',
      '<',
      'true',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const body = parts.join('');
        const flow = oneScreen('7.3', [text(`\`${body}\``), either(body, [text('x')]), input('a')]);
        expect(issuesOf(flow)).toEqual(issuesOf(flow));
      }),
      { numRuns: 500, seed: 22 },
    );
  });
});
