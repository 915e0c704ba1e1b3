import { Logger } from '@nestjs/common';
import { defineTemplate } from '../../../../lib/messages/template/template-message';
import type { MessageTemplate } from '../../../../lib/wire/template/message-template';
import { issuesOf } from '../../../support/scripted-graph';
import type { Json } from './support';
import { FakeDefinitions, setup, template } from './support';

beforeAll(() => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const head = { to: '491701234567', name: 'promo', language: 'en_US' };
const image = { link: 'https://example.com/a.jpg' };

const POSITIONAL = template([
  { type: 'HEADER', format: 'TEXT', text: 'Our {{1}} is on!' },
  { type: 'BODY', text: 'Use {{2}} until {{1}}, {{2}} or never.' },
  { type: 'FOOTER', text: 'Bye' },
]);
const NAMED = template(
  [
    { type: 'HEADER', format: 'TEXT', text: 'Order {{order}}' },
    { type: 'BODY', text: 'Hi {{name}}, see you on {{day}} then.' },
  ],
  { parameter_format: 'NAMED' },
);
const BUTTONS = template([
  { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://scontent.example/x'] } },
  { type: 'BODY', text: 'Hello' },
  {
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Stop' },
      { type: 'URL', text: 'Shop', url: 'https://a.b/{{1}}' },
      { type: 'URL', text: 'Home', url: 'https://a.b' },
      { type: 'COPY_CODE', text: 'Copy', example: ['X'] },
      { type: 'PHONE_NUMBER', text: 'Call', phone_number: '1' },
    ],
  },
]);
const CARDS = template([
  { type: 'BODY', text: 'New for {{1}} this week' },
  {
    type: 'CAROUSEL',
    cards: [1, 2].map(() => ({
      components: [
        { type: 'HEADER', format: 'VIDEO' },
        { type: 'BODY', text: 'Only {{1}} today' },
        { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'a', url: 'https://a.b/{{1}}' }] },
      ],
    })),
  },
]);
const PRODUCTS = template([
  { type: 'BODY', text: 'New' },
  {
    type: 'CAROUSEL',
    cards: [1, 2].map(() => ({
      components: [
        { type: 'HEADER', format: 'PRODUCT' },
        { type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
      ],
    })),
  },
]);
const OFFER = template([
  { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon', has_expiration: true } },
  { type: 'BODY', text: 'Hello' },
]);
const CODE = template(
  [
    { type: 'BODY', text: '*{{1}}* is your verification code.', add_security_recommendation: true },
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: 'Copy', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
    },
  ],
  { category: 'AUTHENTICATION' },
);

const card = (change: object = {}): object => ({
  header: { video: { id: '1' } },
  params: ['x'],
  buttons: [{ url: 'x' }],
  ...change,
});
const product = { header: { product: { catalogId: 'c', productRetailerId: 'p' } } };
const filled = {
  header: { image },
  buttons: [
    { index: 1, url: 'x' },
    { index: 3, copyCode: 'X' },
  ],
};

describe('values that fit their template', () => {
  it.each<[string, MessageTemplate, object]>([
    ['positions', POSITIONAL, { header: 'sale', params: ['May', 'X'] }],
    [
      'names, in any order',
      NAMED,
      { header: { text: { order: '7' } }, params: { day: 'Monday', name: 'Ana' } },
    ],
    ['buttons by index', BUTTONS, filled],
    [
      'an optional payload',
      BUTTONS,
      { ...filled, buttons: [...filled.buttons, { index: 0, quickReply: 'p' }] },
    ],
    ['cards', CARDS, { params: ['Ana'], carousel: [card(), card()] }],
    ['more product cards than the template has', PRODUCTS, { carousel: [product, product, product] }],
    ['an offer', OFFER, { offerExpiresAt: Date.UTC(2030, 0) }],
    ['a code', CODE, { otp: '123456' }],
    ['nothing for a template without variables', template([{ type: 'BODY', text: 'Hello' }]), {}],
    [
      'a header of an unknown format',
      template([
        { type: 'HEADER', format: 'HOLOGRAM' },
        { type: 'BODY', text: 'x' },
      ]),
      { header: 'x' },
    ],
    [
      'components in any case, with numbers as indexes',
      BUTTONS,
      {
        components: [
          { type: 'HEADER', parameters: [{ type: 'IMAGE', image }] },
          { type: 'button', sub_type: 'URL', index: 1, parameters: [{ type: 'text', text: 'x' }] },
          {
            type: 'BUTTON',
            sub_type: 'COPY_CODE',
            index: '3',
            parameters: [{ type: 'coupon_code', coupon_code: 'X' }],
          },
        ],
      },
    ],
    [
      'a call button without an index',
      template([
        { type: 'BODY', text: 'x' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'URL', text: 'a', url: 'https://a.b' },
            { type: 'VOICE_CALL', text: 'Call' },
          ],
        },
      ]),
      {
        components: [
          { type: 'button', sub_type: 'voice_call', parameters: [{ type: 'ttl_minutes', ttl_minutes: 5 }] },
        ],
      },
    ],
  ])('%s', async (_name, definition, parts) => {
    const definitions = new FakeDefinitions(definition);
    const { messages, graph } = setup(definitions);
    await messages.sendTemplate({ ...head, ...parts });
    expect(graph.requests).toHaveLength(1);
    expect(definitions.queries).toEqual([
      { name: 'promo', language: 'en_US', phoneNumberId: undefined, wabaId: undefined, signal: undefined },
    ]);
  });
});

describe('headers', () => {
  const VALUES = {
    IMAGE: { image },
    VIDEO: { video: { id: '1' } },
    GIF: { gif: { id: '1' } },
    DOCUMENT: { document: { id: '1' } },
    LOCATION: { location: { latitude: 1, longitude: 2, name: 'n', address: 'a' } },
    PRODUCT: { product: { catalogId: 'c', productRetailerId: 'p' } },
  } as const;
  const formats = Object.keys(VALUES) as (keyof typeof VALUES)[];

  it.each(formats)('of the format %s take a value of their kind and no other', async (format) => {
    const { messages } = setup(
      new FakeDefinitions(
        template([
          { type: 'HEADER', format },
          { type: 'BODY', text: 'x' },
        ]),
      ),
    );
    for (const other of formats) {
      const sent = messages.sendTemplate({ ...head, header: VALUES[other] });
      if (other === format) await sent;
      else
        expect(await issuesOf(sent)).toEqual([
          expect.stringMatching(/^header: must be an? [a-z]+, as in the template$/),
        ]);
    }
  });

  it('without a variable take none', async () => {
    const fixed = template([
      { type: 'HEADER', format: 'TEXT', text: 'Hi' },
      { type: 'BODY', text: 'x' },
    ]);
    const { messages } = setup(new FakeDefinitions(fixed));
    await messages.sendTemplate(head);
    expect(await issuesOf(messages.sendTemplate({ ...head, header: 'x' }))).toEqual([
      'header: must be left out: the header of the template takes no value',
    ]);
  });
});

describe('values that do not', () => {
  it.each<[string, MessageTemplate, object, ...string[]]>([
    ['too few', POSITIONAL, { header: 'x', params: ['a'] }, 'params: must have 2 values, has 1'],
    [
      'none',
      POSITIONAL,
      {},
      'header: is missing: the template has a header that takes text for its variable {{1}}',
      'params: must have 2 values, has 0',
    ],
    [
      'names for positions',
      POSITIONAL,
      { header: { text: { name: 'x' } }, params: { a: 'x', b: 'y' } },
      'header: must have no name: the template has positional parameters',
      'params.a: must have no name: the template has positional parameters, give a list',
    ],
    [
      'values for a body without variables',
      BUTTONS,
      { ...filled, params: ['x'] },
      'params: must have no values: the body has no variables, has 1',
    ],
    [
      'positions for names',
      NAMED,
      { header: { text: { order: '7' } }, params: ['a', 'b'] },
      'params: must have names: the template has name, day',
    ],
    [
      'a name too few, and one that is not there',
      NAMED,
      { header: { text: { order: '7' } }, params: { name: 'a', date: 'b' } },
      'params.date: is no parameter of the body: the template has name, day',
      'params.day: has no value for the parameter day of the body',
    ],
    [
      'no names',
      NAMED,
      { header: { text: { order: '7' } } },
      'params.name: has no value for the parameter name of the body',
      'params.day: has no value for the parameter day of the body',
    ],
    [
      'the header among the body',
      NAMED,
      { params: { name: 'a', day: 'b', order: '7' } },
      'header: is missing: the template has a header that takes text for its variable {{order}}',
      'params.order: belongs in the header: give it there as { text: { name: value } }',
    ],
    [
      'a header without its name',
      NAMED,
      { header: '7', params: { name: 'a', day: 'b' } },
      'header: must name the variable of the header, order: { text: { name: value } }',
    ],
    [
      'another kind of header',
      BUTTONS,
      { ...filled, header: { video: { id: '1' } } },
      'header: must be an image, as in the template',
    ],
    [
      'text for a media header',
      BUTTONS,
      { ...filled, header: 'x' },
      'header: must be an image, as in the template',
    ],
    [
      'no header',
      BUTTONS,
      { buttons: filled.buttons },
      'header: is missing: the template has a header that takes an image',
    ],
    [
      'a header too many',
      OFFER,
      { header: 'x', offerExpiresAt: Date.UTC(2030, 0) },
      'header: must be left out: the header of the template takes no value',
    ],
    [
      'a button that is not there',
      BUTTONS,
      { ...filled, buttons: [...filled.buttons, { index: 5, url: 'x' }] },
      'buttons[2]: has the index 5, yet the template has 5 buttons',
    ],
    [
      'another kind of button',
      BUTTONS,
      { ...filled, buttons: [{ url: 'x' }, ...filled.buttons] },
      'buttons[0]: must be of the kind quick_reply, as button 0 of the template',
    ],
    [
      'a value for a fixed URL',
      BUTTONS,
      { ...filled, buttons: [...filled.buttons, { index: 2, url: 'x' }] },
      'buttons[2]: must be left out: button 2 of the template takes no value',
    ],
    [
      'buttons without values',
      BUTTONS,
      { header: { image } },
      'buttons: has no value for button 1 of the template, of the kind url',
      'buttons: has no value for button 3 of the template, of the kind copy_code',
    ],
    [
      'a carousel too many',
      OFFER,
      { offerExpiresAt: Date.UTC(2030, 0), carousel: [card()] },
      'carousel: must be left out: the template has no carousel',
    ],
    ['a card too few', CARDS, { params: ['x'], carousel: [card()] }, 'carousel: must have 2 cards, has 1'],
    ['no cards', CARDS, { params: ['x'] }, 'carousel: must have 2 cards, has 0'],
    ['one product card', PRODUCTS, { carousel: [product] }, 'carousel: must have 2 to 10 cards, has 1'],
    [
      'a wrong card',
      CARDS,
      {
        params: ['x'],
        carousel: [card(), card({ header: { image }, params: undefined, buttons: undefined })],
      },
      'carousel[1].header: must be a video, as in the template',
      'carousel[1].params: must have 1 value, has 0',
      'carousel[1].buttons: has no value for button 0 of the template, of the kind url',
    ],
    ['no end of the offer', OFFER, {}, 'offerExpiresAt: needs the time when the offer of the template ends'],
    [
      'a code as text alone',
      CODE,
      { params: ['1'] },
      'buttons: has no value for button 0 of the template, of the kind url',
    ],
    [
      'two codes',
      CODE,
      { params: ['1'], buttons: [{ url: '2' }] },
      'buttons[0]: must be the code of the body',
    ],
    [
      'a code for a user id',
      CODE,
      { to: 'US.123', params: ['1'], buttons: [{ url: '1' }] },
      'to: must be a phone number: Meta sends no authentication templates to user ids and groups (131062)',
    ],
    [
      'a code for a group',
      CODE,
      { to: { group: 'g' }, params: ['1'], buttons: [{ url: '1' }] },
      'to: must be a phone number: Meta sends no authentication templates to user ids and groups (131062)',
    ],
    [
      'components',
      POSITIONAL,
      {
        components: [
          { type: 'header', parameters: [{ type: 'image', image }] },
          { type: 'body', parameters: [{ type: 'text', text: 'x' }] },
        ],
      },
      'components[0].parameters[0]: must be text for its variable {{1}}, as in the template',
      'components[1]: must have 2 values, has 1',
    ],
    [
      'named components',
      NAMED,
      { components: [{ type: 'body', parameters: [{ type: 'text', text: 'x', parameter_name: 'nam' }] }] },
      'components: is missing: the template has a header that takes text for its variable {{order}}',
      'components[0].parameters[0]: is no parameter of the body: the template has name, day',
      'components: has no value for the parameter name of the body',
      'components: has no value for the parameter day of the body',
    ],
    [
      'components of a card',
      CARDS,
      {
        components: [
          { type: 'body', parameters: [{ type: 'text', text: 'x' }] },
          {
            type: 'carousel',
            cards: [0, 1].map((card_index) => ({
              card_index,
              components: [{ type: 'header', parameters: [{ type: 'video', video: { id: '1' } }] }],
            })),
          },
        ],
      },
      'components[1].cards[0].components: must have 1 value, has 0',
      'components[1].cards[0].components: has no value for button 0 of the template, of the kind url',
      'components[1].cards[1].components: must have 1 value, has 0',
      'components[1].cards[1].components: has no value for button 0 of the template, of the kind url',
    ],
  ])('%s', async (_name, definition, parts, ...issues) => {
    const { messages, graph } = setup(new FakeDefinitions(definition));
    expect(await issuesOf(messages.sendTemplate({ ...head, ...parts }))).toEqual(issues);
    expect(graph.requests).toHaveLength(0);
  });
});

describe('what is remembered', () => {
  const one = template([{ type: 'BODY', text: 'Hi {{1}} there' }]);
  const two = template([{ type: 'BODY', text: 'Hi {{1}} and {{2}} there' }]);

  it('refuses nothing before Meta was asked again', async () => {
    const definitions = new FakeDefinitions(one, two);
    const { messages, graph } = setup(definitions);
    await messages.sendTemplate({ ...head, params: ['a', 'b'] });
    expect(graph.requests).toHaveLength(1);
    expect(definitions.queries.map(({ maxAgeMs }) => maxAgeMs)).toEqual([undefined, 60_000]);
  });

  it('refuses by what Meta says now', async () => {
    const { messages } = setup(new FakeDefinitions(one, two));
    expect(await issuesOf(messages.sendTemplate({ ...head, params: ['a', 'b', 'c'] }))).toEqual([
      'params: must have 2 values, has 3',
    ]);
  });

  it('keeps nothing back when the template is not known, or no longer', async () => {
    for (const definitions of [
      undefined,
      new FakeDefinitions(undefined),
      new FakeDefinitions(one, null as never),
    ]) {
      const { messages, graph } = setup(definitions);
      await messages.sendTemplate({ ...head, params: ['a', 'b'] });
      expect(graph.requests).toHaveLength(1);
    }
  });

  it('is not looked at when checks are off', async () => {
    const definitions = new FakeDefinitions(one);
    const off = setup(definitions, { validate: false });
    await off.messages.sendTemplate({ ...head, params: [] });
    const { messages } = setup(definitions);
    await messages.sendTemplate({ ...head, params: [] }, { validate: false });
    expect(definitions.queries).toHaveLength(0);
  });

  it('is that of the account of the call', async () => {
    const definitions = new FakeDefinitions(one);
    const { signal } = new AbortController();
    const call = { phoneNumberId: '101', wabaId: '201', signal };
    await setup(definitions).messages.sendMarketingMessage({ ...head, params: ['a'] }, call);
    expect(definitions.queries).toEqual([{ name: 'promo', language: 'en_US', ...call }]);
  });
});

describe('a template that is defined once', () => {
  const one = template([{ type: 'BODY', text: 'Hi {{name}} there' }]);

  it('can be spread into any number of messages', async () => {
    const { messages, graph } = setup();
    const params = { name: 'Ana' };
    const welcome = defineTemplate({ name: 'promo', language: 'en_US', params });
    params.name = 'changed';
    for (const to of ['491701234567', '491701234568']) await messages.sendTemplate({ to, ...welcome });
    expect(graph.bodies.map(({ template: sent }) => sent.components)).toEqual([
      [{ type: 'body', parameters: [{ type: 'text', text: 'Ana', parameter_name: 'name' }] }],
      [{ type: 'body', parameters: [{ type: 'text', text: 'Ana', parameter_name: 'name' }] }],
    ]);
  });

  it('cannot be changed, and needs no second check', async () => {
    const { messages, clock } = setup();
    const offer = defineTemplate(
      { name: 'promo', language: 'en_US', offerExpiresAt: clock.now() + 1000 },
      clock,
    );
    expect(() => void ((offer.components as unknown[])[0] = {})).toThrow(TypeError);
    expect(
      () => void ((offer.components as Json)[0].parameters[0].limited_time_offer.expiration_time_ms = 1),
    ).toThrow(TypeError);
    await clock.advance(5000);
    await messages.sendTemplate({ to: '491701234567', ...offer });
    const copy = { ...offer, components: structuredClone(offer.components) };
    expect(await issuesOf(messages.sendTemplate({ to: '491701234567', ...copy }))).toEqual([
      'components[0].parameters[0].limited_time_offer.expiration_time_ms: must be in the future',
    ]);
  });

  it('is refused where it is wrong', () => {
    const wrong = { name: 'Promo', language: 'en_US', params: { name: '' } };
    expect(() => defineTemplate(wrong)).toThrow(
      /name: must have lower-case.*params\.name: must not be empty/,
    );
  });

  it('may have no values', async () => {
    const { messages, graph } = setup();
    const hello = defineTemplate({ name: 'hello_world', language: 'en_US' });
    expect(hello).toEqual({ name: 'hello_world', language: 'en_US' });
    await messages.sendTemplate({ to: '491701234567', ...hello });
    expect(graph.bodies[0].template).toEqual({ name: 'hello_world', language: { code: 'en_US' } });
  });

  it('sends no code to a user id', async () => {
    const code = defineTemplate({ name: 'code', language: 'en_US', otp: '123' });
    expect(await issuesOf(setup().messages.sendTemplate({ to: 'US.123', ...code }))).toEqual([
      'to: must be a phone number: Meta sends no authentication templates to user ids and groups (131062)',
    ]);
  });

  it('is compared with its template once for each definition', async () => {
    const definitions = new FakeDefinitions(one);
    const { messages, graph } = setup(definitions);
    const welcome = await messages.prepareTemplate({
      name: 'promo',
      language: 'en_US',
      params: { name: 'Ana' },
    });
    await messages.sendTemplate({ to: '491701234567', ...welcome });
    await messages.sendTemplate({ to: '491701234567', ...welcome });
    expect(graph.requests).toHaveLength(2);
    definitions.remembered = definitions.latest = template([
      { type: 'BODY', text: 'Hi {{first_name}} there' },
    ]);
    expect(await issuesOf(messages.sendTemplate({ to: '491701234567', ...welcome }))).toEqual([
      'components[0].parameters[0]: is no parameter of the body: the template has first_name',
      'components: has no value for the parameter first_name of the body',
    ]);
  });

  it('is compared when it is prepared, in the caller’s names', async () => {
    const { messages, graph } = setup(new FakeDefinitions(one));
    const input = { name: 'promo', language: 'en_US', params: { nam: 'Ana' } };
    expect(await issuesOf(messages.prepareTemplate(input))).toEqual([
      'params.nam: is no parameter of the body: the template has name',
      'params.name: has no value for the parameter name of the body',
    ]);
    expect(await issuesOf(messages.prepareTemplate({ ...input, params: { name: '' } }))).toEqual([
      'params.name: must not be empty',
    ]);
    expect(graph.requests).toHaveLength(0);
  });
});
