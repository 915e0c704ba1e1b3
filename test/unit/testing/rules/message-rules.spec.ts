import type { JsonObject } from '../../../../lib/testing/model/json';
import { messageProblem, readMarkProblem } from '../../../../lib/testing/rules/message-rules';

const message = (type: string, content: unknown, rest: JsonObject = {}): JsonObject => ({
  messaging_product: 'whatsapp',
  to: '15550100123',
  type,
  [type]: content,
  ...rest,
});

const interactive = (type: string, action: JsonObject, rest: JsonObject = {}): JsonObject =>
  message('interactive', { type, body: { text: 'Body' }, action, ...rest });

const reply = (id: string, title = id): JsonObject => ({ type: 'reply', reply: { id, title } });
const row = (id: string, title = id, description?: string): JsonObject => ({
  id,
  title,
  ...(description && { description }),
});
const listOf = (sections: JsonObject[], rest: JsonObject = {}): JsonObject =>
  interactive('list', { button: 'Open', sections }, rest);
const card = (index: number, action: JsonObject, rest: JsonObject = {}): JsonObject => ({
  card_index: index,
  type: 'cta_url',
  header: { type: 'image', image: { link: 'https://example.test/a.jpg' } },
  action,
  ...rest,
});
const link = { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.test' } };
const quick = (id: string): JsonObject => ({
  buttons: [{ type: 'quick_reply', quick_reply: { id, title: 'Yes' } }],
});
const product = (index: number, catalog = 'c'): JsonObject => ({
  card_index: index,
  type: 'product',
  action: { product_retailer_id: `p${index}`, catalog_id: catalog },
});
const money = (value: number): JsonObject => ({ value, offset: 100 });
const flow = (parameters: JsonObject): JsonObject =>
  interactive('flow', {
    name: 'flow',
    parameters: { flow_message_version: '3', flow_cta: 'Book', ...parameters },
  });
const order = (total: number, subtotal = 300): JsonObject =>
  interactive('order_details', {
    name: 'review_and_pay',
    parameters: {
      reference_id: 'order-1',
      type: 'physical-goods',
      currency: 'BRL',
      total_amount: money(total),
      order: {
        status: 'pending',
        items: [
          { name: 'Cup', amount: money(100), quantity: 2 },
          { name: 'Tea', amount: money(200), sale_amount: money(100), quantity: 1 },
        ],
        subtotal: money(subtotal),
        tax: money(10),
        shipping: money(20),
        discount: money(5),
      },
    },
  });

const ACCEPTED: [string, JsonObject][] = [
  ['text', message('text', { body: 'hello', preview_url: true })],
  [
    'text without a type',
    { messaging_product: 'whatsapp', to: '+1 (555) 010-0123', text: { body: 'hello' } },
  ],
  ['the longest text, counted in code points', message('text', { body: '🦙'.repeat(4096) })],
  [
    'a business-scoped user id',
    { ...message('text', { body: 'x' }), to: undefined, recipient: 'US.5550abc' },
  ],
  ['a parent user id', { ...message('text', { body: 'x' }), to: undefined, recipient: 'US.ENT.5550abc' }],
  ['a group', message('text', { body: 'x' }, { to: 'Y2FwaV9ncm91cDox', recipient_type: 'group' })],
  [
    'a quoted message and own data',
    message('text', { body: 'x' }, { context: { message_id: 'wamid.1' }, biz_opaque_callback_data: 'a' }),
  ],
  ['an image by id', message('image', { id: '1', caption: 'c' })],
  ['a document by link', message('document', { link: 'https://example.test/a.pdf', filename: 'a.pdf' })],
  ['a voice note', message('audio', { id: '1', voice: true })],
  ['a sticker', message('sticker', { id: '1' })],
  ['a video', message('video', { link: 'http://example.test/a.mp4' })],
  [
    'a location in numbers or text',
    message('location', { latitude: '1.5', longitude: -3, name: 'n', address: 'a' }),
  ],
  [
    'contacts',
    message('contacts', [{ name: { formatted_name: 'A B', first_name: 'A' }, birthday: '2024-02-29' }]),
  ],
  ['a reaction of several code points', message('reaction', { message_id: 'wamid.1', emoji: '👩‍👩‍👧' })],
  ['a flag', message('reaction', { message_id: 'wamid.1', emoji: '🇧🇷' })],
  ['a keycap', message('reaction', { message_id: 'wamid.1', emoji: '1️⃣' })],
  ['a reaction taken away', message('reaction', { message_id: 'wamid.1', emoji: '' })],
  [
    'a template',
    message('template', {
      name: 'hello',
      language: { code: 'en_US' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'x' }] }],
    }),
  ],
  [
    'a pin',
    message('pin', { type: 'pin', message_id: 'wamid.1', expiration_days: 7 }, { recipient_type: 'group' }),
  ],
  ['an unpin', message('pin', { type: 'unpin', message_id: 'wamid.1' }, { recipient_type: 'group' })],
  [
    'buttons',
    interactive(
      'button',
      { buttons: [reply('a'), reply('b'), reply('c')] },
      { header: { type: 'text', text: 'H' }, footer: { text: 'F' } },
    ),
  ],
  [
    'a media header',
    interactive(
      'button',
      { buttons: [reply('a')] },
      { header: { type: 'document', document: { id: '1', filename: 'a.pdf' } } },
    ),
  ],
  [
    'a list',
    listOf([
      { title: 'One', rows: [row('a', 'A', 'd')] },
      { title: 'Two', rows: [row('b')] },
    ]),
  ],
  ['a list with a long body', listOf([{ rows: [row('a')] }], { body: { text: 'x'.repeat(4096) } })],
  ['a link button', interactive('cta_url', link)],
  [
    'a flow',
    flow({ flow_id: '1', flow_action: 'navigate', flow_action_payload: { screen: 'A', data: { a: 1 } } }),
  ],
  [
    'a product',
    message('interactive', { type: 'product', action: { catalog_id: 'c', product_retailer_id: 'p' } }),
  ],
  [
    'products',
    interactive(
      'product_list',
      { catalog_id: 'c', sections: [{ product_items: [{ product_retailer_id: 'p' }] }] },
      { header: { type: 'text', text: 'H' } },
    ),
  ],
  ['a catalog', interactive('catalog_message', { name: 'catalog_message' })],
  ['a location request', interactive('location_request_message', { name: 'send_location' })],
  [
    'an address request',
    interactive('address_message', {
      name: 'address_message',
      parameters: { country: 'IN', values: { in_pin_code: '123456' } },
    }),
  ],
  [
    'a call permission request',
    message('interactive', { type: 'call_permission_request', action: { name: 'call_permission_request' } }),
  ],
  [
    'a call button',
    interactive('voice_call', { name: 'voice_call', parameters: { display_text: 'Call', ttl_minutes: 100 } }),
  ],
  ['a contact request', interactive('request_contact_info', { name: 'request_contact_info' })],
  [
    'link cards',
    interactive('carousel', { cards: [card(0, link), card(1, link, { body: { text: 'a\nb\nc' } })] }),
  ],
  ['quick reply cards', interactive('carousel', { cards: [card(0, quick('a')), card(1, quick('b'))] })],
  ['product cards', interactive('carousel', { cards: [product(0), product(1)] })],
  ['an order', order(325)],
  ['an order counted without sale prices', order(425, 400)],
  [
    'an order status',
    interactive('order_status', {
      name: 'review_order',
      parameters: { reference_id: 'order-1', order: { status: 'shipped' } },
    }),
  ],
  ['members that are not known', message('text', { body: 'x', future: 1 }, { future: { a: 1 } })],
];

const REFUSED: [string, JsonObject, number, RegExp][] = [
  ['no recipient', { ...message('text', { body: 'x' }), to: undefined }, 100, /to is required/],
  ['a user id in to', message('text', { body: 'x' }, { to: 'US.123' }), 131009, /recipient/],
  ['letters in to', message('text', { body: 'x' }, { to: 'nobody' }), 131009, /phone number/],
  ['a short number', message('text', { body: 'x' }, { to: '123' }), 131009, /phone number/],
  [
    'a phone number in recipient',
    { ...message('text', { body: 'x' }), to: undefined, recipient: '15550100123' },
    131009,
    /recipient/,
  ],
  [
    'an unknown recipient type',
    message('text', { body: 'x' }, { recipient_type: 'all' }),
    100,
    /recipient_type/,
  ],
  [
    'a group without to',
    { ...message('text', { body: 'x' }), to: undefined, recipient: 'US.1', recipient_type: 'group' },
    100,
    /to is required/,
  ],
  [
    'a user id for a group',
    message('text', { body: 'x' }, { recipient: 'US.1', recipient_type: 'group' }),
    131009,
    /recipient/,
  ],
  ['an unknown type', message('hologram', {}), 100, /type must be one of/],
  ['a type of webhooks', message('order', {}), 131051, /received/],
  ['no content', { ...message('text', {}), text: undefined }, 131008, /'text' is mandatory/],
  ['content of another kind', message('text', 'hello'), 100, /object/],
  ['contacts that are no array', message('contacts', {}), 100, /array/],
  ['a second content', message('text', { body: 'x' }, { image: { id: '1' } }), 100, /image/],
  [
    'a quoting reaction',
    message('reaction', { message_id: 'a', emoji: '👍' }, { context: { message_id: 'b' } }),
    131009,
    /context/,
  ],
  ['a context without id', message('text', { body: 'x' }, { context: {} }), 131008, /context.message_id/],
  [
    'own data that is too long',
    message('text', { body: 'x' }, { biz_opaque_callback_data: 'x'.repeat(513) }),
    100,
    /512/,
  ],
  ['no body', message('text', {}), 131008, /text.body/],
  ['an empty body', message('text', { body: '' }), 100, /text.body/],
  ['a long body', message('text', { body: 'x'.repeat(4097) }), 100, /4096/],
  ['a body that is no text', message('text', { body: 1 }), 100, /string/],
  ['both id and link', message('image', { id: '1', link: 'https://example.test/a' }), 100, /exactly one/],
  ['neither id nor link', message('video', {}), 100, /exactly one/],
  ['a link that is none', message('image', { link: 'a.jpg' }), 100, /URL/],
  ['a link of another protocol', message('image', { link: 'ftp://example.test/a' }), 100, /http/],
  ['a long caption', message('image', { id: '1', caption: 'x'.repeat(1025) }), 131009, /1024/],
  ['a caption on audio', message('audio', { id: '1', caption: 'x' }), 100, /caption/],
  ['a file name on an image', message('image', { id: '1', filename: 'x' }), 100, /filename/],
  ['a place off the globe', message('location', { latitude: 91, longitude: 0 }), 100, /latitude/],
  ['a place without longitude', message('location', { latitude: 1 }), 131008, /longitude/],
  [
    'a contact without a second name',
    message('contacts', [{ name: { formatted_name: 'A' } }]),
    131009,
    /first_name/,
  ],
  ['a contact without a name', message('contacts', [{}]), 131008, /contacts\[0\].name/],
  [
    'too many contacts',
    message('contacts', Array(258).fill({ name: { formatted_name: 'A', suffix: 'B' } })),
    131009,
    /257/,
  ],
  [
    'a birthday that does not exist',
    message('contacts', [{ name: { formatted_name: 'A', suffix: 'B' }, birthday: '2023-02-29' }]),
    131009,
    /birthday/,
  ],
  ['two emoji', message('reaction', { message_id: 'a', emoji: '👍👍' }), 131009, /emoji/],
  ['a letter for an emoji', message('reaction', { message_id: 'a', emoji: 'x' }), 131009, /emoji/],
  [
    'a template name with capitals',
    message('template', { name: 'Hello', language: { code: 'en' } }),
    132001,
    /template.name/,
  ],
  ['a template without language', message('template', { name: 'hello' }), 131008, /language/],
  [
    'a pin without days',
    message('pin', { type: 'pin', message_id: 'a' }, { recipient_type: 'group' }),
    131008,
    /expiration_days/,
  ],
  ['a pin for one person', message('pin', { type: 'unpin', message_id: 'a' }), 131009, /group/],
  [
    'buttons in a group',
    { ...interactive('button', { buttons: [reply('a')] }), recipient_type: 'group' },
    131051,
    /groups/,
  ],
  ['an unknown interactive type', interactive('poll', {}), 131009, /interactive.type/],
  [
    'no interactive body',
    message('interactive', { type: 'button', action: { buttons: [reply('a')] } }),
    131008,
    /interactive.body/,
  ],
  ['no action', message('interactive', { type: 'button', body: { text: 'x' } }), 131008, /action/],
  ['no buttons', interactive('button', {}), 131008, /buttons/],
  [
    'four buttons',
    interactive('button', { buttons: ['a', 'b', 'c', 'd'].map((id) => reply(id)) }),
    131009,
    /Max allowed: 3/,
  ],
  [
    'a long button title',
    interactive('button', { buttons: [reply('a', 'x'.repeat(21))] }),
    131009,
    /title length/,
  ],
  [
    'the same title twice',
    interactive('button', { buttons: [reply('a', 'T'), reply('b', 'T')] }),
    131009,
    /title must be unique/,
  ],
  [
    'the same id twice',
    interactive('button', { buttons: [reply('a', 'T'), reply('a', 'U')] }),
    131009,
    /id must be unique/,
  ],
  ['an id with blanks at its end', interactive('button', { buttons: [reply('a ', 'T')] }), 131009, /blanks/],
  [
    'a header without type',
    interactive('button', { buttons: [reply('a')] }, { header: {} }),
    131008,
    /header.type/,
  ],
  [
    'a header without content',
    interactive('button', { buttons: [reply('a')] }, { header: { type: 'image' } }),
    131008,
    /header.image/,
  ],
  [
    'a header with a caption',
    interactive(
      'button',
      { buttons: [reply('a')] },
      { header: { type: 'image', image: { id: '1', caption: 'c' } } },
    ),
    131009,
    /caption/,
  ],
  [
    'a long header',
    interactive('button', { buttons: [reply('a')] }, { header: { type: 'text', text: 'x'.repeat(61) } }),
    131009,
    /60/,
  ],
  [
    'an empty footer',
    interactive('button', { buttons: [reply('a')] }, { footer: {} }),
    131008,
    /footer.text/,
  ],
  [
    'eleven rows',
    listOf([
      { title: 'A', rows: Array.from({ length: 6 }, (_, i) => row(`a${i}`)) },
      { title: 'B', rows: Array.from({ length: 5 }, (_, i) => row(`b${i}`)) },
    ]),
    131009,
    /Max allowed: 10/,
  ],
  [
    'sections without titles',
    listOf([{ rows: [row('a')] }, { title: 'B', rows: [row('b')] }]),
    131008,
    /sections\[0\].title/,
  ],
  [
    'the same row in two sections',
    listOf([
      { title: 'A', rows: [row('a')] },
      { title: 'B', rows: [row('a')] },
    ]),
    131009,
    /unique/,
  ],
  ['a section without rows', listOf([{ rows: [] }]), 131009, /rows/],
  ['a long description', listOf([{ rows: [row('a', 'A', 'x'.repeat(73))] }]), 131009, /72/],
  [
    'a picture above a list',
    listOf([{ rows: [row('a')] }], { header: { type: 'image', image: { id: '1' } } }),
    131009,
    /header.type/,
  ],
  [
    'a link button without url',
    interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'x' } }),
    131008,
    /url/,
  ],
  ['a flow with two names', flow({ flow_id: '1', flow_name: 'n' }), 131009, /exactly one/],
  [
    'a flow with a payload for data_exchange',
    flow({ flow_id: '1', flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }),
    131009,
    /data_exchange/,
  ],
  [
    'a flow with empty data',
    flow({ flow_id: '1', flow_action_payload: { screen: 'A', data: {} } }),
    131009,
    /data/,
  ],
  [
    'products without a header',
    interactive('product_list', {
      catalog_id: 'c',
      sections: [{ product_items: [{ product_retailer_id: 'p' }] }],
    }),
    131008,
    /header/,
  ],
  [
    'a header above a location request',
    interactive(
      'location_request_message',
      { name: 'send_location' },
      { header: { type: 'text', text: 'H' } },
    ),
    131009,
    /header/,
  ],
  ['one card', interactive('carousel', { cards: [card(0, link)] }), 131009, /cards/],
  [
    'cards out of order',
    interactive('carousel', { cards: [card(1, link), card(0, link)] }),
    131009,
    /card_index/,
  ],
  [
    'cards of two kinds',
    interactive('carousel', { cards: [card(0, link), product(1)] }),
    131009,
    /same type/,
  ],
  [
    'cards with other buttons',
    interactive('carousel', { cards: [card(0, link), card(1, quick('a'))] }),
    131009,
    /same kind/,
  ],
  [
    'cards of two catalogs',
    interactive('carousel', { cards: [product(0), product(1, 'd')] }),
    131009,
    /catalog_id/,
  ],
  [
    'a card with four lines',
    interactive('carousel', { cards: [card(0, link), card(1, link, { body: { text: 'a\nb\nc\nd' } })] }),
    131009,
    /line breaks/,
  ],
  ['a wrong total', order(326), 131009, /total_amount/],
  ['a wrong subtotal', order(325 + 1, 301), 131009, /subtotal/],
];

describe('messageProblem', () => {
  it.each(ACCEPTED)('accepts %s', (_what, body) => {
    expect(messageProblem(JSON.parse(JSON.stringify(body)) as JsonObject)).toBeUndefined();
  });

  it.each(REFUSED)('refuses %s', (_what, body, code, details) => {
    const problem = messageProblem(JSON.parse(JSON.stringify(body)) as JsonObject);
    expect(problem).toEqual({ code, details: expect.stringMatching(details) });
  });
});

describe('readMarkProblem', () => {
  const read = (rest: JsonObject): JsonObject => ({
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: 'wamid.1',
    ...rest,
  });

  it('accepts a read mark, with or without typing', () => {
    expect(readMarkProblem(read({}))).toBeUndefined();
    expect(readMarkProblem(read({ typing_indicator: { type: 'text' } }))).toBeUndefined();
  });

  it.each([
    ['another status', { status: 'seen' }, 131009],
    ['no message id', { message_id: undefined }, 131008],
    ['a recipient', { to: '15550100123' }, 131009],
    ['another kind of typing', { typing_indicator: { type: 'audio' } }, 131009],
  ])('refuses %s', (_what, rest, code) => {
    expect(readMarkProblem(read(rest))).toMatchObject({ code });
  });
});
