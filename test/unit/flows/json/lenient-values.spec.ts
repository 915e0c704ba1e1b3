import {
  done,
  either,
  expectAccepted,
  expectRefused,
  form,
  input,
  number,
  oneScreen,
  string,
  text,
} from './flow-builders';
import type { LenientRow, RefusedRow } from './flow-builders';
import type { LooseComponent } from './flow-fixtures';

const REFERENCE = 'INVALID_SCREEN_DYNAMIC_DATA';
const MIXED = 'INVALID_TEXT_DYNAMIC_DATA';
const PAYLOAD = 'INVALID_ON_CLICK_ACTION_PAYLOAD';
const EXPRESSION = 'INVALID_EXPRESSION';
const FIRST = 'screens[0].layout.children[0]';
const PAYLOAD_OF_END = 'screens[0].layout.children[0].on-click-action.payload';

function calendar(more: object = {}): LooseComponent {
  return { type: 'CalendarPicker', name: 'stay', label: 'Stay', ...more };
}
function chips(): LooseComponent {
  const source = [
    { id: '1', title: 'One' },
    { id: '2', title: 'Two' },
  ];
  return { type: 'ChipsSelector', name: 'chips', label: 'Chips', 'data-source': source };
}
function range(more: object): LooseComponent {
  return calendar({ mode: 'range', label: { 'start-date': 'From', 'end-date': 'To' }, ...more });
}
function choose(cases: object): LooseComponent {
  return { type: 'Switch', value: '${form.a}', cases };
}

describe('what Meta accepts is not refused', () => {
  const due = { due: string };
  const texts: LenientRow[] = [
    ['a reference after text', oneScreen('7.3', [text('Due: ${data.due}')], due), MIXED],
    ['a dollar before a reference', oneScreen('6.0', [text('$${data.due}')], due), MIXED],
    ['double quotes in an expression', oneScreen('6.0', [text('`"It\'s " ${data.due}`')], due)],
    ['text beside a comparison', oneScreen('6.0', [text("`'late: ' ${data.n} > 2`")], { n: number })],
    ['a paragraph with a reference in it', oneScreen('5.1', [text(['Due: ${data.due}'])], due), MIXED],
  ];
  const conditions: LenientRow[] = [
    [
      'backticks around a condition',
      oneScreen('6.0', [input('a'), either("`${form.a} == 'x'`", [text('x')])]),
    ],
    ['a condition that is a flag', oneScreen('7.0', [either(true, [text('x')])]), EXPRESSION],
    [
      'an empty case without a Footer',
      oneScreen('7.3', [input('a')], {}, choose({ x: [done()], default: [] })),
    ],
    [
      'a passcode as a number',
      oneScreen('6.2', [input('a', { 'input-type': 'passcode' }), either('${form.a} > 1', [text('x')])]),
    ],
  ];
  const forms: LenientRow[] = [
    [
      'undeclared values of a Form',
      oneScreen('7.0', [form([input('a')], { 'init-values': '${data.no}' })]),
      REFERENCE,
    ],
    [
      'an undeclared value before 7.0',
      oneScreen('6.3', [form([input('a')], { 'init-values': { a: '${data.no}' } })]),
      REFERENCE,
    ],
    [
      'an error for one end of a range',
      oneScreen('6.1', [form([range({})], { 'error-messages': { stay: { 'start-date': 'No' } } })]),
    ],
    [
      'a calendar beside a Form',
      oneScreen('6.1', [form([input('a')]), calendar()]),
      'COMPONENTS_OUTSIDE_FORM',
    ],
    ['chips beside a Form', oneScreen('6.3', [form([input('a')]), chips()]), 'COMPONENTS_OUTSIDE_FORM'],
    ['a Footer beside a Form', oneScreen('4.0', [form([input('a')])], {}, done({ a: '${form.a}' }))],
    ['a name that starts with a digit', oneScreen('7.2', [input('4_a')], {}, done({ a: '${form.4_a}' }))],
    ['a name with spaces', oneScreen('6.2', [input('full name')], {}, done({ a: '${form.full name}' }))],
  ];
  const payloads: LenientRow[] = [
    ['what is no reference', oneScreen('4.0', [input('a')], {}, done({ a: '${screen.ONLY.a}' })), PAYLOAD],
    [
      'a reference to the own screen',
      oneScreen('4.0', [input('a')], {}, done({ a: '${screen.ONLY.form.a}' })),
      PAYLOAD,
    ],
    ['an unknown input further down', oneScreen('4.0', [], {}, done({ b: { a: '${form.no}' } })), PAYLOAD],
    ['a bad expression before 7.2', oneScreen('7.1', [], {}, done({ a: '`1 +`' })), EXPRESSION],
  ];
  const data: LenientRow[] = [
    ['a whole number', oneScreen('7.3', [], { n: { type: 'integer', __example__: 1 } })],
    [
      'a list without items in an object',
      oneScreen('7.3', [], { o: { type: 'object', properties: { l: { type: 'array' } }, __example__: {} } }),
      'INVALID_SCREEN_DATA',
    ],
    [
      'required fields of the items',
      oneScreen('7.3', [], {
        l: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
          __example__: [],
        },
      }),
    ],
    [
      'an example with more than is declared',
      oneScreen('7.3', [], {
        l: { type: 'array', items: { type: 'object', properties: {} }, __example__: [{ id: '1' }] },
      }),
    ],
  ];

  it.each([...texts, ...conditions])('in texts and conditions: %s', (_what, ...[flow, warning]) => {
    expectAccepted(flow, warning);
  });
  it.each(forms)('in forms: %s', (_what, ...[flow, warning]) => {
    expectAccepted(flow, warning);
  });
  it.each([...payloads, ...data])('in payloads and data: %s', (_what, ...[flow, warning]) => {
    expectAccepted(flow, warning);
  });

  it('in sensitive: the name of any component', () => {
    const flow = oneScreen('5.1', [form([input('a')])]);
    Object.assign(flow.screens[0] ?? {}, { sensitive: ['a', 'f'] });
    expectAccepted(flow);
  });

  it('at the top: meta', () => {
    expectAccepted({ ...oneScreen('7.3', []), meta: { builder: true } });
  });
});

describe('what Meta refuses is refused', () => {
  const due = { due: string };
  const rows: RefusedRow[] = [
    ['a reference before text', oneScreen('7.3', [text('${data.due} is due')], due), MIXED, `${FIRST}.text`],
    [
      'a reference in a rich text',
      oneScreen('6.2', [{ type: 'RichText', text: 'Due: ${data.due}' }], due),
      MIXED,
      `${FIRST}.text`,
    ],
    [
      'a reference as a paragraph',
      oneScreen('5.1', [text(['Due:', '${data.due}'])], due),
      MIXED,
      `${FIRST}.text[1]`,
    ],
    [
      'a reference in a flag',
      oneScreen('7.3', [text('x', { visible: 'no ${data.due}' })], due),
      MIXED,
      `${FIRST}.visible`,
    ],
    [
      'a condition that is a flag before 6.0',
      oneScreen('5.1', [either(true, [text('x')])]),
      'INVALID_PROPERTY_TYPE',
      `${FIRST}.condition`,
    ],
    [
      'backticks around a condition before 6.0',
      oneScreen('5.1', [either('`true`', [text('x')])]),
      EXPRESSION,
      `${FIRST}.condition`,
    ],
    [
      'double quotes in a condition',
      oneScreen('7.3', [either('${form.a} == "x"', [input('a')])]),
      EXPRESSION,
      `${FIRST}.condition`,
    ],
    [
      'an undeclared value from 7.0 on',
      oneScreen('7.0', [form([input('a')], { 'init-values': { a: '${data.no}' } })]),
      REFERENCE,
      `${FIRST}.init-values.a`,
    ],
    [
      'undeclared values before 6.0',
      oneScreen('5.1', [form([input('a')], { 'init-values': '${data.no}' })]),
      REFERENCE,
      `${FIRST}.init-values`,
    ],
    [
      'an unknown field in a payload',
      oneScreen('4.0', [], {}, done({ a: '${data.no}' })),
      PAYLOAD,
      `${PAYLOAD_OF_END}.a`,
    ],
    [
      'a bad expression from 7.2 on',
      oneScreen('7.2', [], {}, done({ a: '`1 +`' })),
      EXPRESSION,
      `${PAYLOAD_OF_END}.a`,
    ],
    [
      'a text input beside a Form',
      oneScreen('7.3', [input('b'), form([input('a')])]),
      'COMPONENTS_OUTSIDE_FORM',
      FIRST,
    ],
    [
      'one label for both ends',
      oneScreen('6.1', [range({ label: { 'start-date': 'From' } })]),
      'MISSING_REQUIRED_PROPERTY',
      `${FIRST}.label.end-date`,
    ],
    [
      'a first day that is missing',
      oneScreen('6.1', [range({ 'init-value': { 'end-date': '2026-01-02' } })]),
      'MISSING_REQUIRED_PROPERTY',
      `${FIRST}.init-value.start-date`,
    ],
    [
      'a list without items',
      oneScreen('7.3', [], { l: { type: 'array', __example__: [] } }),
      'INVALID_SCREEN_DATA',
      'screens[0].data.l.items',
    ],
    [
      'a whole number with a fraction',
      oneScreen('7.3', [], { n: { type: 'integer', __example__: 1.5 } }),
      'INVALID_SCREEN_DATA',
      'screens[0].data.n.__example__',
    ],
    [
      'two kinds of pickers',
      oneScreen('4.0', [
        { type: 'PhotoPicker', name: 'p', label: 'P' },
        { type: 'DocumentPicker', name: 'd', label: 'D' },
      ]),
      'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
      'screens[0].layout.children',
    ],
  ];
  it.each(rows)('%s', (_what, flow, code, path) => {
    expectRefused(flow, code, path);
  });
});
