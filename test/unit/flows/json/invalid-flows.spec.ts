import type { FlowJsonIssue } from '../../../../lib/flows/json/flow-json-issue.interface';
import { validateFlowJson } from '../../../../lib/flows/json/validate-flow-json';
import { fixture, smallFlow } from './flow-fixtures';
import type { LooseComponent, LooseFlow, LooseScreen } from './flow-fixtures';

type Change = (flow: LooseFlow) => unknown;
/** What is done to a flow, then code and path of the issue that it must cause. */
type Row = [what: string, change: Change, code: string, path: string];

const FIRST = 'screens[0].layout.children';
const SECOND = 'screens[1].layout.children';

function screen(flow: LooseFlow, at = 0): LooseScreen {
  return flow.screens[at] as LooseScreen;
}
function component(flow: LooseFlow, at: number, onScreen = 0): LooseComponent {
  return screen(flow, onScreen).layout.children[at] as LooseComponent;
}
/** Puts components in front of the others of the first screen. */
const add =
  (...components: LooseComponent[]): Change =>
  (flow) =>
    screen(flow).layout.children.unshift(...components);
const addText = (text: unknown, more: object = {}): Change => add({ type: 'TextBody', text, ...more });
const set =
  (key: string, value: unknown): Change =>
  (flow) =>
    (flow[key] = value);
const onSecond =
  (key: string, value: unknown): Change =>
  (flow) =>
    (screen(flow, 1)[key] = value);
const footer = (action: object): LooseComponent => ({
  type: 'Footer',
  label: 'x',
  'on-click-action': action,
});
const complete = footer({ name: 'complete', payload: {} });
const link = (action: object): LooseComponent => ({
  type: 'EmbeddedLink',
  text: 'x',
  'on-click-action': action,
});
const toB = { name: 'navigate', next: { type: 'screen', name: 'B' }, payload: { name: 'x' } };
const input = (name: string, more: object = {}): LooseComponent => ({
  type: 'TextInput',
  name,
  label: name,
  ...more,
});
const group = (more: object = {}): LooseComponent => ({
  type: 'CheckboxGroup',
  name: 'group',
  label: 'Group',
  'data-source': [{ id: '1', title: 'One' }],
  ...more,
});
const many = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}`, title: `${i}` }));

function expectIssue(issues: readonly FlowJsonIssue[], code: string, path: string, severity: string): void {
  expect(issues).toContainEqual({ code, path, severity, message: expect.any(String) as string });
}

function run(rows: readonly Row[], severity: 'error' | 'warning', start: () => LooseFlow = smallFlow): void {
  it.each(rows)('%s', (_what, change, code, path) => {
    const flow = start();
    change(flow);
    expectIssue(validateFlowJson(flow), code, path, severity);
  });
}

describe('errors of the flow itself', () => {
  run(
    [
      ['no version', set('version', undefined), 'MISSING_FLOW_JSON_VERSION', 'version'],
      ['a version that is a number', set('version', 7.3), 'INVALID_FLOW_JSON_VERSION', 'version'],
      ['a version that is no version', set('version', 'latest'), 'INVALID_FLOW_JSON_VERSION', 'version'],
      ['a version before the first', set('version', '1.0'), 'INVALID_FLOW_JSON_VERSION', 'version'],
      ['a version between two others', set('version', '6.9'), 'INVALID_FLOW_JSON_VERSION', 'version'],
      ['no screens', set('screens', undefined), 'MISSING_REQUIRED_PROPERTY', 'screens'],
      ['an empty list of screens', set('screens', []), 'MIN_ITEMS_REQUIRED', 'screens'],
      ['screens that are no list', set('screens', {}), 'INVALID_PROPERTY_TYPE', 'screens'],
      [
        'a screen that is no object',
        (f) => f.screens.push('x' as never),
        'INVALID_PROPERTY_TYPE',
        'screens[2]',
      ],
      [
        'an unreadable data_api_version',
        set('data_api_version', 3),
        'INVALID_PROPERTY_TYPE',
        'data_api_version',
      ],
      [
        'an unknown data_api_version',
        set('data_api_version', '2.0'),
        'NO_SUPPORTED_DATA_API_VERSION',
        'data_api_version',
      ],
      [
        'an endpoint without a routing_model',
        set('data_api_version', '4.0'),
        'MISSING_REQUIRED_PROPERTY',
        'routing_model',
      ],
      ['a routing_model that is a list', set('routing_model', []), 'INVALID_PROPERTY_TYPE', 'routing_model'],
      [
        'a route that is no list',
        set('routing_model', { A: 'B' }),
        'INVALID_PROPERTY_TYPE',
        'routing_model.A',
      ],
      [
        'data_channel_uri from 3.0 on',
        set('data_channel_uri', 'https://a.example'),
        'INVALID_PROPERTY_KEY',
        'data_channel_uri',
      ],
    ],
    'error',
  );

  it('more than 100 screens', () => {
    const flow = smallFlow();
    for (let i = 0; i < 99; i++) flow.screens.push({ ...screen(flow, 1), id: `S_${'x'.repeat(i + 1)}` });
    expectIssue(validateFlowJson(flow), 'MAX_SCREENS_NUMBER', 'screens', 'error');
  });

  it('a data_channel_uri that is no URL, before 3.0', () => {
    const flow = { ...fixture('2.1-account'), data_channel_uri: 'placeholder' };
    expectIssue(validateFlowJson(flow), 'INVALID_PROPERTY_VALUE_FORMAT', 'data_channel_uri', 'error');
  });
});

describe('errors of screens', () => {
  run(
    [
      ['no id', (f) => (screen(f).id = undefined as never), 'MISSING_REQUIRED_PROPERTY', 'screens[0].id'],
      [
        'an id that is a number',
        (f) => (screen(f).id = 5 as never),
        'INVALID_PROPERTY_TYPE',
        'screens[0].id',
      ],
      ['an id with digits', (f) => (screen(f).id = 'FIRST_1'), 'PATTERN_MISMATCH', 'screens[0].id'],
      ['an id with a hyphen', (f) => (screen(f).id = 'MY-SCREEN'), 'PATTERN_MISMATCH', 'screens[0].id'],
      ['an empty id', (f) => (screen(f).id = ''), 'PATTERN_MISMATCH', 'screens[0].id'],
      [
        'the reserved id',
        (f) => (screen(f).id = 'SUCCESS'),
        'SCREEN_ID_IS_RESERVED_KEYWORD',
        'screens[0].id',
      ],
      [
        'the reserved id in small letters',
        (f) => (screen(f).id = 'success'),
        'SCREEN_ID_IS_RESERVED_KEYWORD',
        'screens[0].id',
      ],
      ['two screens of one id', (f) => (screen(f, 1).id = 'A'), 'DUPLICATE_SCREEN_IDS', 'screens[1].id'],
      ['an empty title', onSecond('title', ' '), 'MIN_CHARS_REQUIRED', 'screens[1].title'],
      ['a title that is no text', onSecond('title', 1), 'INVALID_PROPERTY_TYPE', 'screens[1].title'],
      [
        'a title with a wrong reference',
        onSecond('title', '${data.no}'),
        'INVALID_SCREEN_DYNAMIC_DATA',
        'screens[1].title',
      ],
      ['no terminal screen', onSecond('terminal', false), 'MISSING_TERMINAL_SCREEN', 'screens'],
      ['terminal that is text', onSecond('terminal', 'true'), 'INVALID_PROPERTY_TYPE', 'screens[1].terminal'],
      [
        'success on a screen that does not end',
        (f) => (screen(f)['success'] = true),
        'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
        'screens[0].success',
      ],
      ['no successful end', onSecond('success', false), 'INVALID_PROPERTY_VALUE', 'screens'],
      [
        'a terminal screen without a Footer',
        (f) => screen(f, 1).layout.children.pop(),
        'MISSING_FOOTER_ON_TERMINAL_SCREEN',
        'screens[1]',
      ],
      [
        'refresh_on_back without an endpoint',
        onSecond('refresh_on_back', true),
        'INVALID_PROPERTY_VALUE',
        'screens[1].refresh_on_back',
      ],
      [
        'refresh_on_back that is text',
        onSecond('refresh_on_back', 'no'),
        'INVALID_PROPERTY_TYPE',
        'screens[1].refresh_on_back',
      ],
      [
        'sensitive that is text',
        onSecond('sensitive', 'name'),
        'INVALID_PROPERTY_TYPE',
        'screens[1].sensitive',
      ],
      [
        'sensitive with an unknown input',
        onSecond('sensitive', ['nobody']),
        'INVALID_SENSITIVE_FIELD',
        'screens[1].sensitive[0]',
      ],
      ['no layout', onSecond('layout', undefined), 'MISSING_REQUIRED_PROPERTY', 'screens[1].layout'],
      ['a layout that is text', onSecond('layout', 'x'), 'INVALID_PROPERTY_VALUE', 'screens[1].layout'],
      [
        'a layout without a type',
        (f) => delete screen(f).layout['type'],
        'MISSING_REQUIRED_TYPE_PROPERTY',
        'screens[0].layout.type',
      ],
      [
        'an unknown layout',
        (f) => (screen(f).layout['type'] = 'Grid'),
        'INVALID_PROPERTY_VALUE',
        'screens[0].layout.type',
      ],
      [
        'children that are no list',
        (f) => (screen(f).layout.children = {} as never),
        'INVALID_PROPERTY_TYPE',
        'screens[0].layout.children',
      ],
      ['data that is a list', onSecond('data', []), 'INVALID_PROPERTY_TYPE', 'screens[1].data'],
    ],
    'error',
  );
});

describe('errors of the data of a screen', () => {
  const field =
    (schema: unknown): Change =>
    (flow) =>
      (screen(flow, 1).data = { name: schema });
  const at = 'screens[1].data.name';
  run(
    [
      ['a field that is no object', field('string'), 'INVALID_SCREEN_DATA', at],
      ['no type', field({ __example__: 'x' }), 'INVALID_SCREEN_DATA', `${at}.type`],
      ['a type that is no text', field({ type: 5, __example__: 'x' }), 'INVALID_SCREEN_DATA', `${at}.type`],
      ['an unknown type', field({ type: 'date', __example__: 'x' }), 'INVALID_SCREEN_DATA', `${at}.type`],
      ['no example', field({ type: 'string' }), 'INVALID_SCREEN_DATA', `${at}.__example__`],
      [
        'an example of another type',
        field({ type: 'number', __example__: '1' }),
        'INVALID_SCREEN_DATA',
        `${at}.__example__`,
      ],
      [
        'null as an example',
        field({ type: 'object', __example__: null }),
        'INVALID_SCREEN_DATA',
        `${at}.__example__`,
      ],
      [
        'an array without items',
        field({ type: 'array', __example__: [] }),
        'INVALID_SCREEN_DATA',
        `${at}.items`,
      ],
      [
        'items that are text',
        field({ type: 'array', items: 'string', __example__: [] }),
        'INVALID_SCREEN_DATA',
        `${at}.items`,
      ],
      [
        'properties that are a list',
        field({ type: 'object', properties: [], __example__: {} }),
        'INVALID_SCREEN_DATA',
        `${at}.properties`,
      ],
      [
        'an example further down',
        field({ type: 'object', properties: { __example__: {} }, __example__: {} }),
        'INVALID_SCREEN_DATA',
        `${at}.properties.__example__`,
      ],
      [
        'an example of a property',
        field({ type: 'object', properties: { a: { type: 'string', __example__: 'x' } }, __example__: {} }),
        'INVALID_SCREEN_DATA',
        `${at}.properties.a.__example__`,
      ],
    ],
    'error',
  );
  run(
    [
      [
        'a nested field without a type',
        field({ type: 'object', properties: { a: {} }, __example__: {} }),
        'INVALID_SCREEN_DATA',
        `${at}.properties.a.type`,
      ],
      [
        'a nested example of another type',
        field({ type: 'array', items: { type: 'string' }, __example__: ['a', 1] }),
        'INVALID_SCREEN_DATA',
        `${at}.__example__[1]`,
      ],
    ],
    'warning',
  );
  it('takes JSON Schema’s list of required fields, items of any kind and constants', () => {
    const flow = smallFlow();
    screen(flow, 1).data = {
      ...screen(flow, 1).data,
      required: ['name'],
      any: { type: 'array', items: true, __example__: [1, 'x'] },
      fixed: {
        type: 'object',
        properties: { kind: { const: 'update_data' } },
        __example__: { kind: 'update_data' },
      },
    };
    const issues = validateFlowJson(flow).filter((issue) => issue.code === 'INVALID_SCREEN_DATA');
    expect(issues).toEqual([]);
  });
});

describe('errors of components', () => {
  run(
    [
      ['no type', add({ text: 'x' }), 'MISSING_REQUIRED_TYPE_PROPERTY', `${FIRST}[0].type`],
      ['an unknown type', add({ type: 'Slider' }), 'INVALID_PROPERTY_VALUE', `${FIRST}[0].type`],
      [
        'the name of a method as a type',
        add({ type: 'toString' }),
        'INVALID_PROPERTY_VALUE',
        `${FIRST}[0].type`,
      ],
      ['a missing property', add({ type: 'TextHeading' }), 'MISSING_REQUIRED_PROPERTY', `${FIRST}[0].text`],
      ['a text that is a number', addText(5), 'INVALID_PROPERTY_TYPE', `${FIRST}[0].text`],
      ['null', addText(null), 'INVALID_PROPERTY_TYPE', `${FIRST}[0].text`],
      ['an empty text', addText(''), 'MIN_CHARS_REQUIRED', `${FIRST}[0].text`],
      ['a blank text', addText(' \n'), 'MIN_CHARS_REQUIRED', `${FIRST}[0].text`],
      [
        'a flag that is text',
        addText('x', { visible: 'yes' }),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].visible`,
      ],
      [
        'a word that is not in the list',
        addText('x', { 'font-weight': 'heavy' }),
        'INVALID_ENUM_VALUE',
        `${FIRST}[0].font-weight`,
      ],
      [
        'a number that is text',
        add(input('i', { 'max-chars': '9' })),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].max-chars`,
      ],
      [
        'a number with a fraction',
        add(input('i', { 'max-chars': 1.5 })),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].max-chars`,
      ],
      [
        'a negative length',
        add(input('i', { 'min-chars': -1 })),
        'MINIMUM_VALUE_REQUIRED',
        `${FIRST}[0].min-chars`,
      ],
      [
        'a minimum above the maximum',
        add(input('i', { 'min-chars': 9, 'max-chars': 8 })),
        'MIN_VALUE_GREATER_THAN_MAX',
        `${FIRST}[0].min-chars`,
      ],
      ['an empty name', add(input('')), 'MIN_CHARS_REQUIRED', `${FIRST}[0].name`],
      ['a computed name', add(input('${data.x}')), 'PATTERN_MISMATCH', `${FIRST}[0].name`],
      [
        'a pattern for an email',
        add(input('i', { 'input-type': 'email', pattern: 'a', 'helper-text': 'a' })),
        'INVALID_DEPENDENCIES',
        `${FIRST}[0].pattern`,
      ],
      [
        'a pattern without a helper text',
        add(input('i', { pattern: 'a' })),
        'INVALID_DEPENDENCIES',
        `${FIRST}[0].pattern`,
      ],
      ['no choices', add(group({ 'data-source': [] })), 'MIN_ITEMS_REQUIRED', `${FIRST}[0].data-source`],
      [
        '21 choices',
        add(group({ 'data-source': many(21) })),
        'MAX_ITEMS_REQUIRED',
        `${FIRST}[0].data-source`,
      ],
      [
        '201 choices of a Dropdown',
        add({ ...group(), type: 'Dropdown', 'data-source': many(201) }),
        'MAX_ITEMS_REQUIRED',
        `${FIRST}[0].data-source`,
      ],
      [
        'one chip',
        add({ ...group(), type: 'ChipsSelector' }),
        'MIN_ITEMS_REQUIRED',
        `${FIRST}[0].data-source`,
      ],
      [
        'choices that are no list',
        add(group({ 'data-source': {} })),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].data-source`,
      ],
      [
        'a choice without a title',
        add(group({ 'data-source': [{ id: '1' }] })),
        'MISSING_REQUIRED_PROPERTY',
        `${FIRST}[0].data-source[0].title`,
      ],
      [
        'a choice that is text',
        add(group({ 'data-source': ['x'] })),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].data-source[0]`,
      ],
      [
        'a group without a label',
        add(group({ label: undefined })),
        'MISSING_REQUIRED_PROPERTY',
        `${FIRST}[0].label`,
      ],
      [
        'more selected than allowed',
        add(group({ 'min-selected-items': 3, 'max-selected-items': 2 })),
        'MIN_VALUE_GREATER_THAN_MAX',
        `${FIRST}[0].min-selected-items`,
      ],
      [
        'a date in another form',
        add({ type: 'DatePicker', name: 'd', label: 'D', 'min-date': '21.10.2026' }),
        'INVALID_PROPERTY_VALUE_FORMAT',
        `${FIRST}[0].min-date`,
      ],
      [
        'a day that does not exist',
        add({ type: 'DatePicker', name: 'd', label: 'D', 'unavailable-dates': ['2026-02-30'] }),
        'INVALID_PROPERTY_VALUE_FORMAT',
        `${FIRST}[0].unavailable-dates[0]`,
      ],
      [
        'milliseconds from 5.0 on',
        add({ type: 'DatePicker', name: 'd', label: 'D', 'max-date': '1767182400000' }),
        'INVALID_PROPERTY_VALUE_FORMAT',
        `${FIRST}[0].max-date`,
      ],
      [
        'a first day after the last',
        add({
          type: 'DatePicker',
          name: 'd',
          label: 'D',
          'min-date': '2026-02-01',
          'max-date': '2026-01-01',
        }),
        'MIN_VALUE_GREATER_THAN_MAX',
        `${FIRST}[0].min-date`,
      ],
      [
        'a title of a single date',
        add({ type: 'CalendarPicker', name: 'c', label: 'C', title: 'T' }),
        'INVALID_DEPENDENCIES',
        `${FIRST}[0].title`,
      ],
      [
        'days of a single date',
        add({ type: 'CalendarPicker', name: 'c', label: 'C', 'min-days': 2 }),
        'INVALID_DEPENDENCIES',
        `${FIRST}[0].min-days`,
      ],
      [
        'one label for a range',
        add({ type: 'CalendarPicker', name: 'c', label: 'C', mode: 'range' }),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].label`,
      ],
      [
        'two labels for a single date',
        add({ type: 'CalendarPicker', name: 'c', label: { 'start-date': 'a', 'end-date': 'b' } }),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].label`,
      ],
      [
        'an unknown day of the week',
        add({ type: 'CalendarPicker', name: 'c', label: 'C', 'include-days': ['Monday'] }),
        'INVALID_ENUM_VALUE',
        `${FIRST}[0].include-days[0]`,
      ],
      [
        'no picture in a carousel',
        add({ type: 'ImageCarousel', images: [] }),
        'MIN_ITEMS_REQUIRED',
        `${FIRST}[0].images`,
      ],
      [
        'four pictures in a carousel',
        add({ type: 'ImageCarousel', images: Array(4).fill({ src: 'aaaa', 'alt-text': 'a' }) }),
        'MAX_ITEMS_REQUIRED',
        `${FIRST}[0].images`,
      ],
      [
        '31 photos',
        add({ type: 'PhotoPicker', name: 'p', label: 'P', 'max-uploaded-photos': 31 }),
        'MAXIMUM_VALUE_REQUIRED',
        `${FIRST}[0].max-uploaded-photos`,
      ],
      [
        'a file that is too large',
        add({ type: 'DocumentPicker', name: 'p', label: 'P', 'max-file-size-kb': 25_601 }),
        'MAXIMUM_VALUE_REQUIRED',
        `${FIRST}[0].max-file-size-kb`,
      ],
      [
        'one caption of two',
        (f) => (component(f, 1)['left-caption'] = 'x'),
        'INVALID_DEPENDENCIES',
        `${FIRST}[1].left-caption`,
      ],
      [
        'three captions',
        (f) =>
          Object.assign(component(f, 1), {
            'left-caption': 'x',
            'right-caption': 'x',
            'center-caption': 'x',
          }),
        'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
        `${FIRST}[1].center-caption`,
      ],
      [
        'an empty then',
        add({ type: 'If', condition: '${form.name} == 1', then: [] }),
        'INVALID_PROPERTY_VALUE',
        `${FIRST}[0].then`,
      ],
      [
        'no condition',
        add({ type: 'If', then: [{ type: 'TextBody', text: 'x' }] }),
        'MISSING_REQUIRED_PROPERTY',
        `${FIRST}[0].condition`,
      ],
      [
        'a condition that is no text',
        add({ type: 'If', condition: 1, then: [{ type: 'TextBody', text: 'x' }] }),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].condition`,
      ],
      [
        'no cases',
        add({ type: 'Switch', value: '${form.name}', cases: {} }),
        'EMPTY_SWITCH_CASES',
        `${FIRST}[0].cases`,
      ],
      [
        'cases that are a list',
        add({ type: 'Switch', value: '${form.name}', cases: [] }),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].cases`,
      ],
    ],
    'error',
  );

  run(
    [
      [
        'a property that is not known',
        addText('x', { color: 'red' }),
        'INVALID_PROPERTY_KEY',
        `${FIRST}[0].color`,
      ],
      [
        'a long heading',
        add({ type: 'TextHeading', text: 'x'.repeat(81) }),
        'TEXT_TOO_LONG',
        `${FIRST}[0].text`,
      ],
      ['a long label', add(input('a label of many letters')), 'TEXT_TOO_LONG', `${FIRST}[0].label`],
      [
        'two choices of one id',
        add(group({ 'data-source': [...many(1), ...many(1)] })),
        'DUPLICATE_ITEM_IDS',
        `${FIRST}[0].data-source[1].id`,
      ],
      [
        'a link in place of a picture',
        add({ type: 'Image', src: 'https://example.com/a.png' }),
        'INVALID_PROPERTY_VALUE_FORMAT',
        `${FIRST}[0].src`,
      ],
      [
        'a large picture',
        add({ type: 'Image', src: 'A'.repeat(500_000) }),
        'INVALID_PROPERTY_VALUE',
        `${FIRST}[0].src`,
      ],
      [
        'an unreadable pattern',
        add(input('i', { pattern: '(', 'helper-text': 'x' })),
        'PATTERN_MISMATCH',
        `${FIRST}[0].pattern`,
      ],
      [
        'an unknown kind of file',
        add({ type: 'DocumentPicker', name: 'p', label: 'P', 'allowed-mime-types': ['text/x'] }),
        'INVALID_ENUM_VALUE',
        `${FIRST}[0].allowed-mime-types[0]`,
      ],
      [
        'images and colors',
        add(
          group({
            'data-source': [
              { id: '1', title: 'a', image: 'aaaa' },
              { id: '2', title: 'b', color: 'ff0000' },
            ],
          }),
        ),
        'INVALID_PROPERTY_KEY',
        `${FIRST}[0].data-source`,
      ],
      [
        'a color of another form',
        add(group({ 'data-source': [{ id: '1', title: 'a', color: 'red' }] })),
        'PATTERN_MISMATCH',
        `${FIRST}[0].data-source[0].color`,
      ],
    ],
    'warning',
  );

  it('counts characters, not UTF-16 units', () => {
    const flow = smallFlow();
    add({ type: 'TextHeading', text: '😀'.repeat(80) })(flow);
    expect(validateFlowJson(flow)).toEqual([]);
  });
});

describe('errors of lists to navigate by', () => {
  const list =
    (change: (list: LooseComponent) => unknown): Change =>
    (flow) =>
      change(component(flow, 0));
  const at = `${FIRST}[0]`;
  run(
    [
      [
        'an action on the list and on items',
        list((l) => (l['on-click-action'] = { name: 'data_exchange', payload: {} })),
        'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
        `${at}.on-click-action`,
      ],
      [
        'an item without an action',
        list((l) => delete l['list-items'][1]['on-click-action']),
        'MISSING_REQUIRED_PROPERTY',
        `${at}.on-click-action`,
      ],
      [
        'two badges',
        list((l) => (l['list-items'][1]['badge'] = 'x')),
        'INVALID_DEPENDENCIES',
        `${at}.list-items`,
      ],
      [
        'an end with large pictures',
        list((l) => (l['media-size'] = 'large')),
        'INVALID_DEPENDENCIES',
        `${at}.media-size`,
      ],
      [
        'four tags',
        list((l) => (l['list-items'][0]['tags'] = ['a', 'b', 'c', 'd'])),
        'MAX_ITEMS_REQUIRED',
        `${at}.list-items[0].tags`,
      ],
      [
        'no main content',
        list((l) => delete l['list-items'][0]['main-content']),
        'MISSING_REQUIRED_PROPERTY',
        `${at}.list-items[0].main-content`,
      ],
      [
        'other components beside it',
        (f) => screen(f).layout.children.push({ type: 'TextBody', text: 'x' }),
        'INVALID_COMPONENT_PLACEMENT',
        at,
      ],
      ['a terminal screen', (f) => (screen(f)['terminal'] = true), 'INVALID_COMPONENT_PLACEMENT', at],
    ],
    'error',
    () => fixture('6.2-list'),
  );
});

describe('errors of place and number', () => {
  const branch = (...then: LooseComponent[]): LooseComponent => ({
    type: 'If',
    condition: "${form.name} == 'x'",
    then,
  });
  const nested = (depth: number): LooseComponent =>
    depth === 0 ? { type: 'TextBody', text: 'x' } : branch(nested(depth - 1));
  run(
    [
      [
        '51 components',
        add(...Array.from({ length: 49 }, () => ({ type: 'TextBody', text: 'x' }))),
        'MAX_ALLOWED_COMPONENTS_PER_SCREEN',
        FIRST,
      ],
      ['two Footers', add(complete), 'MORE_THAN_ONE_FOOTER', FIRST],
      [
        'a Footer beside one in branches',
        add({ ...branch(complete), else: [complete] }),
        'MORE_THAN_ONE_FOOTER',
        FIRST,
      ],
      ['three links', add(link(toB), link(toB), link(toB)), 'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN', FIRST],
      [
        'four pictures',
        add(...Array.from({ length: 4 }, () => ({ type: 'Image', src: 'aaaa' }))),
        'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
        FIRST,
      ],
      [
        'six boxes to tick',
        add(...Array.from({ length: 6 }, (_, i) => ({ type: 'OptIn', name: `o${i}`, label: 'x' }))),
        'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
        FIRST,
      ],
      [
        'two pickers',
        add(
          { type: 'PhotoPicker', name: 'p', label: 'x' },
          { type: 'DocumentPicker', name: 'd', label: 'x' },
        ),
        'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
        FIRST,
      ],
      [
        'four carousels in a flow',
        (f) =>
          [0, 0, 1, 1].forEach((at) =>
            screen(f, at).layout.children.push({
              type: 'ImageCarousel',
              images: [{ src: 'aaaa', 'alt-text': 'a' }],
            }),
          ),
        'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
        'screens',
      ],
      ['two inputs of one name', add(input('name')), 'DUPLICATE_FORM_COMPONENT_NAMES', `${FIRST}[1].name`],
      [
        'one name in two branches',
        add({ ...branch(input('x')), else: [input('x')] }),
        'DUPLICATE_FORM_COMPONENT_NAMES',
        `${FIRST}[0].else[0].name`,
      ],
      [
        'an input beside a Form',
        add({ type: 'Form', name: 'f', children: [input('x')] }),
        'COMPONENTS_OUTSIDE_FORM',
        `${FIRST}[1]`,
      ],
      ['If four deep', add(nested(4)), 'MAXIMUM_IF_NESTING', `${FIRST}[0].then[0].then[0].then[0]`],
      [
        'a Footer in then alone',
        (f) =>
          (screen(f, 1).layout.children = [
            { type: 'If', condition: "${data.name} == 'x'", then: [complete] },
          ]),
        'MISSING_FOOTER_IN_IF_ELSE_BRANCHES',
        `${SECOND}[0]`,
      ],
      [
        'a Footer in one case alone',
        (f) =>
          (screen(f, 1).layout.children = [
            { type: 'Switch', value: '${data.name}', cases: { a: [complete], b: [] } },
          ]),
        'MISSING_FOOTER_IN_SWITCH_BRANCHES',
        `${SECOND}[0]`,
      ],
      [
        'RichText beside other components',
        add({ type: 'RichText', text: 'x' }),
        'INVALID_COMPONENT_PLACEMENT',
        `${FIRST}[0]`,
      ],
      [
        'an initial value inside a Form',
        (f) =>
          (screen(f).layout.children = [
            { type: 'Form', name: 'f', children: [input('name', { 'init-value': 'x' }), component(f, 1)] },
          ]),
        'INVALID_PROPERTY_KEY',
        `${FIRST}[0].children[0].init-value`,
      ],
      [
        'an initial value of a picker',
        (f) =>
          (screen(f).layout.children = [
            {
              type: 'Form',
              name: 'f',
              'init-values': { p: 'x' },
              children: [input('name'), { type: 'PhotoPicker', name: 'p', label: 'x' }, component(f, 1)],
            },
          ]),
        'NATIVE_COMPONENT_IN_FORM_INIT_VALUES',
        `${FIRST}[0].init-values.p`,
      ],
      [
        'an initial value of another type',
        (f) =>
          (screen(f).layout.children = [
            {
              type: 'Form',
              name: 'f',
              'init-values': { name: [] },
              children: [input('name'), component(f, 1)],
            },
          ]),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].init-values.name`,
      ],
    ],
    'error',
  );

  it('counts what can be seen at once: branches exclude each other', () => {
    const flow = smallFlow();
    add({ ...branch(link(toB), link(toB)), else: [link(toB), link(toB)] })(flow);
    expect(validateFlowJson(flow)).toEqual([]);
  });

  it('If three deep is allowed', () => {
    const flow = smallFlow();
    add(nested(3))(flow);
    expect(validateFlowJson(flow)).toEqual([]);
  });
});

describe('errors of versions', () => {
  const rows: [version: string, what: LooseComponent, path: string][] = [
    ['3.1', { type: 'If', condition: '${form.name} == 1', then: [] }, 'type'],
    ['3.1', { type: 'PhotoPicker', name: 'p', label: 'x' }, 'type'],
    ['5.0', { type: 'RichText', text: 'x' }, 'type'],
    ['6.0', { type: 'CalendarPicker', name: 'c', label: 'x' }, 'type'],
    ['6.1', { type: 'NavigationList', name: 'n', 'list-items': [] }, 'type'],
    ['6.2', { ...group(), type: 'ChipsSelector' }, 'type'],
    ['7.0', { type: 'ImageCarousel', images: [] }, 'type'],
    ['3.1', group({ description: 'x' }), 'description'],
    ['3.1', input('i', { 'init-value': 'x' }), 'init-value'],
    ['4.0', group({ 'media-size': 'large' }), 'media-size'],
    ['4.0', group({ 'data-source': [{ id: '1', title: 'x', image: 'aaaa' }] }), 'data-source[0].image'],
    ['5.0', { type: 'TextBody', text: 'x', markdown: true }, 'markdown'],
    ['5.0', { type: 'TextBody', text: ['x'] }, 'text'],
    ['5.1', group({ 'on-unselect-action': { name: 'update_data', payload: {} } }), 'on-unselect-action'],
    ['5.1', group({ 'on-select-action': { name: 'update_data', payload: {} } }), 'on-select-action.name'],
    ['5.1', link({ name: 'open_url', url: 'https://example.com' }), 'on-click-action.name'],
    ['5.1', { type: 'TextBody', text: "`'Hello ' ${form.name}`" }, 'text'],
    ['6.1', input('i', { pattern: 'x', 'helper-text': 'x' }), 'pattern'],
    ['6.3', input('i', { 'label-variant': 'large' }), 'label-variant'],
    ['3.1', { type: 'TextBody', text: '${screen.B.data.name}' }, 'text'],
  ];
  it.each(rows)('%s: %j comes too early', (version, what, path) => {
    const flow = smallFlow(version);
    add(what)(flow);
    const at = `${FIRST}[0].${path}`;
    const found = validateFlowJson(flow).filter((issue) => issue.severity === 'error' && issue.path === at);
    expect(found).not.toEqual([]);
    const later = { ...flow, version: '7.3' };
    const gates = validateFlowJson(later).filter(
      (issue) => issue.path === at && /version|from 4\.0/.test(issue.message),
    );
    expect(gates).toEqual([]);
  });

  run(
    [
      [
        'success before 3.1',
        (f) => Object.assign(f, { version: '3.0' }) && (screen(f, 1)['success'] = true),
        'INVALID_PROPERTY_KEY',
        'screens[1].success',
      ],
      [
        'sensitive before 5.1',
        (f) => Object.assign(f, { version: '5.0' }) && (screen(f)['sensitive'] = ['name']),
        'INVALID_PROPERTY_KEY',
        'screens[0].sensitive',
      ],
      ['inputs outside a Form before 4.0', (f) => (f.version = '3.1'), 'KEYWORD_ONE_OF', `${FIRST}[0]`],
      [
        'chips in a branch before 7.1',
        (f) =>
          Object.assign(f, { version: '7.0' }) &&
          add({
            type: 'If',
            condition: "${form.name} == ''",
            then: [{ ...group({ 'data-source': many(2) }), type: 'ChipsSelector' }],
          })(f),
        'INVALID_COMPONENT_PLACEMENT',
        `${FIRST}[0].then[0]`,
      ],
      [
        'a Footer beside RichText before 6.3',
        (f) =>
          Object.assign(f, { version: '6.2' }) &&
          (screen(f, 1).layout.children = [{ type: 'RichText', text: 'x' }, complete]),
        'INVALID_COMPONENT_PLACEMENT',
        `${SECOND}[0]`,
      ],
    ],
    'error',
  );

  it('what a later version refuses is allowed before it', () => {
    const flow = fixture('2.1-survey');
    expect(validateFlowJson(flow).filter((issue) => issue.severity === 'error')).toEqual([]);
    flow.version = '6.0';
    const codes = validateFlowJson(flow).map((issue) => `${issue.code} ${issue.path}`);
    expect(codes).toContain(`MIN_CHARS_REQUIRED ${FIRST}[0].children[3].helper-text`);
    expect(codes).toContain(`MISSING_REQUIRED_PROPERTY ${FIRST}[0].children[2].label`);
  });
});

describe('errors of actions', () => {
  const exchange = { name: 'data_exchange', payload: {} };
  const update = (payload: object): LooseComponent =>
    group({ 'on-select-action': { name: 'update_data', payload } });
  const photos = { type: 'PhotoPicker', name: 'p', label: 'x' };
  const navigate =
    (payload: unknown): Change =>
    (flow) =>
      (component(flow, 1)['on-click-action'].payload = payload);
  const end =
    (payload: unknown, ...before: LooseComponent[]): Change =>
    (flow) =>
      (screen(flow, 1).layout.children = [...before, footer({ name: 'complete', payload })]);
  run(
    [
      [
        'an action that is text',
        add(link('navigate' as never)),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[0].on-click-action`,
      ],
      [
        'an action without a name',
        add(link({ payload: {} })),
        'MISSING_REQUIRED_PROPERTY',
        `${FIRST}[0].on-click-action.name`,
      ],
      [
        'an unknown action',
        add(link({ name: 'submit' })),
        'INVALID_ENUM_VALUE',
        `${FIRST}[0].on-click-action.name`,
      ],
      [
        'an action that is not possible here',
        add(link({ name: 'complete', payload: {} })),
        'INVALID_ENUM_VALUE',
        `${FIRST}[0].on-click-action.name`,
      ],
      [
        'complete on a screen that does not end',
        (f) => (screen(f).layout.children[1] = complete),
        'INVALID_COMPLETE_ACTION',
        `${FIRST}[1].on-click-action.name`,
      ],
      [
        'data_exchange without an endpoint',
        add(link(exchange)),
        'MISSING_REQUIRED_PROPERTY',
        `${FIRST}[0].on-click-action.name`,
      ],
      [
        'navigate without a target',
        add(link({ name: 'navigate', payload: {} })),
        'MISSING_REQUIRED_PROPERTY',
        `${FIRST}[0].on-click-action.next`,
      ],
      [
        'navigate to an unknown screen',
        add(link({ ...toB, next: { type: 'screen', name: 'C' } })),
        'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
        `${FIRST}[0].on-click-action.next.name`,
      ],
      [
        'navigate to the same screen',
        add(link({ ...toB, next: { type: 'screen', name: 'A' } })),
        'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
        `${FIRST}[0].on-click-action.next.name`,
      ],
      [
        'navigate on a terminal Footer',
        (f) => (screen(f, 1).layout.children[1] = footer({ ...toB, next: { type: 'screen', name: 'A' } })),
        'INVALID_PROPERTY_VALUE',
        `${SECOND}[1].on-click-action.name`,
      ],
      [
        'a payload without a field that is needed',
        navigate({}),
        'INVALID_NAVIGATE_ACTION_PAYLOAD',
        `${FIRST}[1].on-click-action.payload`,
      ],
      [
        'no payload where one is needed',
        navigate(undefined),
        'INVALID_NAVIGATE_ACTION_PAYLOAD',
        `${FIRST}[1].on-click-action.payload`,
      ],
      [
        'a payload with an unknown field',
        navigate({ name: 'x', more: 1 }),
        'INVALID_NAVIGATE_ACTION_PAYLOAD',
        `${FIRST}[1].on-click-action.payload.more`,
      ],
      [
        'a payload of another type',
        navigate({ name: 5 }),
        'INVALID_NAVIGATE_ACTION_PAYLOAD',
        `${FIRST}[1].on-click-action.payload.name`,
      ],
      [
        'a reference of another type',
        (f) => add(group())(f) && (component(f, 2)['on-click-action'].payload = { name: '${form.group}' }),
        'INVALID_NAVIGATE_ACTION_PAYLOAD',
        `${FIRST}[2].on-click-action.payload.name`,
      ],
      [
        'a payload that is a list',
        navigate([]),
        'INVALID_PROPERTY_TYPE',
        `${FIRST}[1].on-click-action.payload`,
      ],
      [
        'an unknown input in a payload',
        end({ a: '${form.no}' }),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[0].on-click-action.payload.a`,
      ],
      [
        'an unknown field in a payload',
        end({ a: '${data.no}' }),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[0].on-click-action.payload.a`,
      ],
      [
        'an unknown screen in a payload',
        end({ a: '${screen.C.form.name}' }),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[0].on-click-action.payload.a`,
      ],
      [
        'update_data of an unknown field',
        add(update({ no: 1 })),
        'INVALID_ACTION_PAYLOAD_PROPERTY',
        `${FIRST}[0].on-select-action.payload.no`,
      ],
      [
        'update_data without a payload',
        add(group({ 'on-select-action': { name: 'update_data' } })),
        'MISSING_REQUIRED_PROPERTY',
        `${FIRST}[0].on-select-action.payload`,
      ],
      [
        'open_url without a URL',
        add(link({ name: 'open_url' })),
        'MISSING_REQUIRED_PROPERTY',
        `${FIRST}[0].on-click-action.url`,
      ],
      [
        'photos passed on',
        (f) => add(photos)(f) && (component(f, 2)['on-click-action'].payload = { name: '${form.p}' }),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${FIRST}[2].on-click-action.payload.name`,
      ],
      [
        'photos inside an object',
        end({ a: { p: '${form.p}' } }, photos),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[1].on-click-action.payload.a.p`,
      ],
      [
        'more than ten photos in complete',
        end({ p: '${form.p}' }, photos),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[1].on-click-action.payload`,
      ],
    ],
    'error',
  );
  run(
    [
      [
        'complete without a payload',
        end(undefined),
        'MISSING_REQUIRED_PROPERTY',
        `${SECOND}[0].on-click-action.payload`,
      ],
      [
        'the own screen in a payload',
        end({ a: '${screen.B.data.name}' }),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[0].on-click-action.payload.a`,
      ],
      [
        'an unknown input deep in a payload',
        end({ a: { b: ['${form.no}'] } }),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[0].on-click-action.payload.a.b[0]`,
      ],
      [
        'what is no reference in a payload',
        end({ a: '${screen.A.name}' }),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[0].on-click-action.payload.a`,
      ],
      [
        'text and references mixed in a payload',
        end({ a: 'Hello ${data.name}' }),
        'INVALID_TEXT_DYNAMIC_DATA',
        `${SECOND}[0].on-click-action.payload.a`,
      ],
      [
        'more than 100 MiB of photos',
        end({ p: '${form.p}' }, { ...photos, 'max-uploaded-photos': 10 }),
        'INVALID_ON_CLICK_ACTION_PAYLOAD',
        `${SECOND}[1].on-click-action.payload`,
      ],
      [
        'a URL that is none',
        add(link({ name: 'open_url', url: 'example' })),
        'INVALID_PROPERTY_VALUE_FORMAT',
        `${FIRST}[0].on-click-action.url`,
      ],
    ],
    'warning',
  );
});

describe('errors of references and expressions', () => {
  const condition = (text: unknown): Change =>
    add({ type: 'If', condition: text, then: [{ type: 'TextBody', text: 'x' }] });
  const field =
    (schema: object, text: string, property = 'visible'): Change =>
    (flow) => {
      screen(flow, 1).data = { ...screen(flow, 1).data, x: schema };
      component(flow, 0, 1)[property] = text;
    };
  const text = `${FIRST}[0].text`;
  run(
    [
      ['an unknown field', addText('${data.no}'), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      ['an unknown input', addText('${form.no}'), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      ['an unknown screen', addText('${screen.C.data.x}'), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      [
        'an unknown field of another screen',
        addText('${screen.B.data.no}'),
        'INVALID_SCREEN_DYNAMIC_DATA',
        text,
      ],
      ['the own screen', addText('${screen.A.form.name}'), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      ['no reference at all', addText('${name}'), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      ['an empty reference', addText('${}'), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      ['a reference to all data', addText('${data}'), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      ['the name of a method', addText('${data.toString}'), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      ['a reference with text after it', addText('${form.name}!'), 'INVALID_TEXT_DYNAMIC_DATA', text],
      ['two references', addText('${form.name}${form.name}'), 'INVALID_TEXT_DYNAMIC_DATA', text],
      [
        'a field of another type',
        field({ type: 'string', __example__: 'x' }, '${data.x}'),
        'INVALID_SCREEN_DYNAMIC_DATA',
        `${SECOND}[0].visible`,
      ],
      [
        'a list as a text',
        field({ type: 'array', items: { type: 'string' }, __example__: [] }, '${data.x}', 'font-weight'),
        'INVALID_SCREEN_DYNAMIC_DATA',
        `${SECOND}[0].font-weight`,
      ],
      [
        'a field below a list',
        field({ type: 'array', items: { type: 'string' }, __example__: [] }, '${data.x.items}'),
        'INVALID_SCREEN_DYNAMIC_DATA',
        `${SECOND}[0].visible`,
      ],
      [
        'an unknown field of an object',
        field({ type: 'object', properties: { a: { type: 'boolean' } }, __example__: {} }, '${data.x.b}'),
        'INVALID_SCREEN_DYNAMIC_DATA',
        `${SECOND}[0].visible`,
      ],
      ['an expression without an operator', addText('`1 +`'), 'INVALID_EXPRESSION', text],
      ['an unknown field in an expression', addText("`'a' ${data.no}`"), 'INVALID_SCREEN_DYNAMIC_DATA', text],
      ['a condition without a reference', condition('true'), 'INVALID_EXPRESSION', `${FIRST}[0].condition`],
      [
        'a condition between two values',
        condition('573 == 376'),
        'INVALID_EXPRESSION',
        `${FIRST}[0].condition`,
      ],
      ['an empty condition', condition(' '), 'INVALID_EXPRESSION', `${FIRST}[0].condition`],
      ['empty parentheses', condition('( )'), 'INVALID_EXPRESSION', `${FIRST}[0].condition`],
      [
        'parentheses that do not match',
        condition('))${form.name}(('),
        'INVALID_EXPRESSION',
        `${FIRST}[0].condition`,
      ],
      ['a text as a condition', condition('((${form.name}))'), 'INVALID_EXPRESSION', `${FIRST}[0].condition`],
      [
        'a comparison of two types',
        condition('${form.name} == 5'),
        'INVALID_EXPRESSION',
        `${FIRST}[0].condition`,
      ],
      [
        'an unknown input in a condition',
        condition("${form.no} == 'x'"),
        'INVALID_SCREEN_DYNAMIC_DATA',
        `${FIRST}[0].condition`,
      ],
    ],
    'error',
  );
  run(
    [
      ['a reference with text before it', addText('Hello ${form.name}!'), 'INVALID_TEXT_DYNAMIC_DATA', text],
      [
        'an unknown field with text before it',
        addText('Hello ${data.no}'),
        'INVALID_SCREEN_DYNAMIC_DATA',
        text,
      ],
      ['a condition that is a flag', condition(true), 'INVALID_EXPRESSION', `${FIRST}[0].condition`],
      [
        'an input of another type',
        addText('x', { visible: '${form.name}' }),
        'INVALID_SCREEN_DYNAMIC_DATA',
        `${FIRST}[0].visible`,
      ],
      [
        'an expression of another type',
        addText('x', { visible: "`${form.name} 'x'`" }),
        'INVALID_SCREEN_DYNAMIC_DATA',
        `${FIRST}[0].visible`,
      ],
    ],
    'warning',
  );

  it('follows fields of objects, and anything below an object that declares no fields', () => {
    const flow = smallFlow();
    const schema = { type: 'object', properties: { a: { type: 'object' } }, __example__: {} };
    field(schema, '${data.x.a.b.c}')(flow);
    const codes = validateFlowJson(flow).map((issue) => issue.code);
    expect(codes).toEqual(['INVALID_NAVIGATE_ACTION_PAYLOAD']);
  });
});

describe('errors of the routing', () => {
  const model =
    (change: (model: Record<string, unknown>) => unknown): Change =>
    (flow) =>
      change(flow['routing_model'] as Record<string, unknown>);
  const R = 'routing_model';
  run(
    [
      [
        'a screen that is missing in the model',
        model((m) => (m['SERVICE'] = ['SLOT']) && delete m['HELP']),
        'INVALID_ROUTING_MODEL',
        R,
      ],
      ['an unknown screen', model((m) => (m['NOWHERE'] = [])), 'INVALID_ROUTING_MODEL', `${R}.NOWHERE`],
      ['an unknown target', model((m) => (m['HELP'] = ['NOWHERE'])), 'INVALID_ROUTING_MODEL', `${R}.HELP[0]`],
      ['a way to itself', model((m) => (m['HELP'] = ['HELP'])), 'INVALID_ROUTING_MODEL', `${R}.HELP[0]`],
      ['a way back', model((m) => (m['SUMMARY'] = ['SLOT'])), 'INVALID_ROUTING_MODEL', R],
      ['a loop without an entry', model((m) => (m['SUMMARY'] = ['SERVICE'])), 'INVALID_ROUTING_MODEL', R],
      [
        'a screen without connection',
        model((m) => (m['SERVICE'] = ['SLOT'])),
        'INVALID_ROUTING_MODEL',
        'screens[3].id',
      ],
      [
        'an action that the model does not cover',
        model((m) => (m['SERVICE'] = ['SLOT'])),
        'INVALID_ROUTING_MODEL',
        `${R}.SERVICE`,
      ],
      ['no way to the end', model((m) => (m['SLOT'] = [])), 'INVALID_ROUTING_MODEL', 'screens[0].id'],
      ['an empty model for several screens', set(R, {}), 'INVALID_ROUTING_MODEL', R],
      [
        'more than ten ways',
        (f) => {
          const ids = Array.from({ length: 10 }, (_, i) => `MORE_${'x'.repeat(i + 1)}`);
          ids.forEach((id) => f.screens.push({ ...screen(f, 3), id }));
          (f[R] as Record<string, unknown>)['SERVICE'] = ['SLOT', 'HELP', ...ids];
        },
        'INVALID_ROUTING_MODEL',
        `${R}.SERVICE`,
      ],
    ],
    'error',
    () => fixture('7.3-appointment'),
  );

  run(
    [
      [
        'a screen that no action leads to',
        (f) => f.screens.push({ ...screen(f, 1), id: 'C' }),
        'INVALID_ROUTING_MODEL',
        'screens[2].id',
      ],
      [
        'two screens that lead to each other',
        (f) =>
          screen(f, 1).layout.children.push(
            link({ ...toB, next: { type: 'screen', name: 'A' }, payload: {} }),
          ),
        'INVALID_ROUTING_MODEL',
        'screens',
      ],
      [
        'an unknown screen in a model that is not needed',
        set('routing_model', { X: [] }),
        'INVALID_ROUTING_MODEL',
        'routing_model.X',
      ],
      [
        'no way to the end',
        (f) => {
          f.screens.push({
            ...screen(f),
            id: 'C',
            layout: { type: 'SingleColumnLayout', children: [link(toB)] },
          });
          screen(f).layout.children = [
            link({ name: 'navigate', next: { type: 'screen', name: 'D' }, payload: {} }),
          ];
          f.screens.push({
            id: 'D',
            title: 'D',
            layout: { type: 'SingleColumnLayout', children: [{ type: 'TextBody', text: 'x' }] },
          });
          screen(f, 2).layout.children.push(
            link({ name: 'navigate', next: { type: 'screen', name: 'D' }, payload: {} }),
          );
        },
        'INVALID_ROUTING_MODEL',
        'screens[0].id',
      ],
    ],
    'error',
  );

  it('takes the ways of a list whose items come with the data', () => {
    const flow = smallFlow();
    const first = screen(flow);
    first.data = {
      rows: {
        type: 'array',
        items: { type: 'object' },
        __example__: [{ id: '1', 'main-content': { title: 'x' }, 'on-click-action': toB }],
      },
    };
    first.layout.children = [{ type: 'NavigationList', name: 'n', 'list-items': '${data.rows}' }];
    expect(validateFlowJson(flow)).toEqual([]);
  });

  it('several screens to start with are a warning', () => {
    const flow = smallFlow();
    flow.screens.push({ ...screen(flow), id: 'C' });
    expect(validateFlowJson(flow)).toEqual([
      expect.objectContaining({ path: 'screens', severity: 'warning', code: 'INVALID_ROUTING_MODEL' }),
    ]);
  });
});
