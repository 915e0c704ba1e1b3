import type { JsonObject } from '../../../../lib/testing/model/json';
import type { EmulatedTemplate } from '../../../../lib/testing/model/template-store';
import { TemplateStore } from '../../../../lib/testing/model/template-store';
import { componentsProblem, headProblem } from '../../../../lib/testing/rules/template-definition.rules';
import { valuesProblem } from '../../../../lib/testing/rules/template-values.rules';
import { META_TEMPLATES } from '../../templates/meta-templates';

const BODY = { type: 'BODY', text: 'Hello there' };
const x = (length: number): string => 'x'.repeat(length);

describe('a new template', () => {
  it.each(META_TEMPLATES)('is taken: %s', (_name, template) => {
    expect(headProblem({ ...template })).toBeUndefined();
    expect(componentsProblem(template.components, template.category)).toBeUndefined();
  });

  it.each([
    [{ name: 'A', language: 'en', category: 'UTILITY' }],
    [{ name: 'a', language: 'english', category: 'UTILITY' }],
    [{ name: 'a', language: 'en', category: 'NEWS' }],
    [{ name: 'a', language: 'en', category: 'utility', message_send_ttl_seconds: 5 }],
    [{}],
  ])('is refused for its head: %j', (head) => {
    expect(headProblem(head)?.details).toEqual(expect.any(String));
  });

  it.each<[number | undefined, JsonObject[], string?]>([
    [undefined, []],
    [undefined, [BODY, BODY]],
    [undefined, [BODY, { type: 'NEWS' }]],
    [2388047, [BODY, { type: 'HEADER', format: 'HOLOGRAM' }]],
    [2388047, [BODY, { type: 'HEADER', format: 'IMAGE' }]],
    [2388047, [BODY, { type: 'HEADER', format: 'TEXT', text: 'Hi {{1}}' }]],
    [2388040, [BODY, { type: 'HEADER', format: 'TEXT', text: x(61) }]],
    [2388072, [{ type: 'BODY' }]],
    [2388040, [{ type: 'BODY', text: x(1025) }]],
    [2388072, [{ type: 'BODY', text: 'Here is {{1}} for all of you' }]],
    [2388072, [{ type: 'BODY', text: 'Here are {{1}}{{2}} for all of you' }]],
    [2388299, [{ type: 'BODY', text: '{{1}} is here for you' }]],
    [2388293, [{ type: 'BODY', text: 'a{{1}}b{{2}}c' }]],
    [2388073, [BODY, { type: 'FOOTER', text: 'Hi {{1}}' }]],
    [2388040, [BODY, { type: 'FOOTER', text: x(61) }]],
    [undefined, [BODY, { type: 'BUTTONS', buttons: [] }]],
    [undefined, [BODY, { type: 'BUTTONS', buttons: [{ type: 'OTP' }] }]],
    [2388040, [BODY, { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: x(26) }] }]],
    [undefined, [BODY, { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'a', url: 'https://a.b/{{1}}' }] }]],
    [undefined, [BODY, { type: 'CAROUSEL', cards: [] }]],
    [undefined, [BODY, { type: 'CAROUSEL', cards: [{}] }], 'MARKETING'],
    [undefined, [BODY, { type: 'CAROUSEL', cards: [{}, {}] }], 'MARKETING'],
    [undefined, [{ type: 'BODY' }], 'AUTHENTICATION'],
    [2388072, [BODY, { type: 'BUTTONS', buttons: [{ type: 'OTP' }] }], 'AUTHENTICATION'],
  ])('is refused with %p: %j', (subcode, components, category = 'UTILITY') => {
    const problem = componentsProblem(components, category);
    expect(problem).toMatchObject({ details: expect.any(String) });
    expect(problem?.subcode).toBe(subcode);
  });
});

describe('the values of a message', () => {
  const template = (components: JsonObject[], more: Partial<EmulatedTemplate> = {}): EmulatedTemplate => ({
    id: '1',
    wabaId: '2',
    name: 'n',
    language: 'en',
    status: 'APPROVED',
    category: 'MARKETING',
    components,
    parameterFormat: 'POSITIONAL',
    quality: 'UNKNOWN',
    rejectedReason: 'NONE',
    extra: {},
    edits: [],
    ...more,
  });
  const text = (value: string, name?: string): JsonObject => ({
    type: 'text',
    text: value,
    ...(name && { parameter_name: name }),
  });
  const body = (...parameters: JsonObject[]): JsonObject => ({ type: 'body', parameters });
  const button = (sub_type: string, index: number, ...parameters: JsonObject[]): JsonObject => ({
    type: 'button',
    sub_type,
    index,
    parameters,
  });
  const one = template([{ type: 'BODY', text: 'Hi {{1}} there' }]);
  const named = template([{ type: 'BODY', text: 'Hi {{name}} there' }], { parameterFormat: 'NAMED' });
  const buttons = template([
    BODY,
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'URL', text: 'a', url: 'https://a.b/{{1}}' },
        { type: 'URL', text: 'b', url: 'https://a.b' },
        { type: 'COPY_CODE' },
      ],
    },
  ]);
  const title = template([BODY, { type: 'HEADER', format: 'TEXT', text: 'Hi {{name}}' }]);
  const image = template([BODY, { type: 'HEADER', format: 'IMAGE' }]);
  const cards = template([
    BODY,
    { type: 'CAROUSEL', cards: [1, 2].map(() => ({ components: [{ type: 'HEADER', format: 'IMAGE' }] })) },
  ]);
  const offer = template([
    BODY,
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x', has_expiration: true } },
  ]);
  const header = { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] };
  const full = [
    button('url', 0, text('x')),
    button('copy_code', 2, { type: 'coupon_code', coupon_code: 'X' }),
  ];

  it.each<[EmulatedTemplate, JsonObject[]]>([
    [one, [body(text('x'))]],
    [named, [body(text('x', 'name'))]],
    [buttons, full],
    [image, [header]],
    [title, [{ type: 'header', parameters: [text('x', 'name')] }]],
    [offer, [{ type: 'limited_time_offer', parameters: [] }]],
    [cards, [{ type: 'carousel', cards: [{ components: [header] }, { components: [header] }] }]],
  ])('are taken', (definition, sent) => {
    expect(valuesProblem(definition, sent)).toBeUndefined();
  });

  it.each<[number, string, EmulatedTemplate, JsonObject[]]>([
    [
      132000,
      'body: number of localizable_params (0) does not match the expected number of params (1)',
      one,
      [],
    ],
    [132000, 'body: number of localizable_params (2)', one, [body(text('x'), text('y'))]],
    [131008, 'missing text value', one, [body(text(''))]],
    [100, 'no named parameters', one, [body(text('x', 'name'))]],
    [100, 'Parameter name is missing or empty', named, [body(text('x'))]],
    [132000, 'has no value', named, [body(text('x', 'other'))]],
    [132012, 'header: Format mismatch, expected IMAGE, received UNKNOWN', image, []],
    [
      132012,
      'header: Format mismatch, expected IMAGE, received VIDEO',
      image,
      [{ type: 'header', parameters: [{ type: 'video' }] }],
    ],
    [132000, 'header: number of localizable_params (1)', one, [body(text('x')), header]],
    [131008, 'Button at index 0 of type URL requires a parameter', buttons, []],
    [131008, 'Button at index 2 of type COPY_CODE requires a parameter', buttons, [full[0]!]],
    [132018, 'takes no parameter', buttons, [...full, button('url', 1, text('x'))]],
    [132012, 'no button at index 7', buttons, [...full, button('url', 7, text('x'))]],
    [132012, 'is of type URL', buttons, [button('quick_reply', 0), full[1]!]],
    [100, 'Parameter name is missing', title, [{ type: 'header', parameters: [text('x')] }]],
    [131008, 'expiration_time_ms', offer, []],
    [132012, 'expected 2 cards, received 0', cards, []],
    [
      132012,
      'header: Format mismatch',
      cards,
      [{ type: 'carousel', cards: [{ components: [] }, { components: [] }] }],
    ],
  ])('are refused with %d: %s', (code, details, definition, sent) => {
    expect(valuesProblem(definition, sent)).toEqual({ code, details: expect.stringContaining(details) });
  });
});

describe('TemplateStore', () => {
  it('blocks the name of an approved template for 30 days after its deletion, in its language', () => {
    let now = 0;
    const store = new TemplateStore(() => now);
    const make = (language: string, status: string): EmulatedTemplate =>
      store.put({ id: language, wabaId: '2', name: 'n', language, status } as EmulatedTemplate);
    store.delete(make('en', 'APPROVED'));
    store.delete(make('es', 'REJECTED'));
    expect([
      store.isBlocked('2', 'n', 'en'),
      store.isBlocked('2', 'n', 'es'),
      store.isBlocked('3', 'n', 'en'),
    ]).toEqual([true, false, false]);
    now = 30 * 86_400_000;
    expect(store.isBlocked('2', 'n', 'en')).toBe(false);
    expect(store.of('2')).toEqual([]);
  });
});
