import { templateComponentIssues } from '../../../../lib/messages/dto/template-components.rule';

const NOW = Date.UTC(2026, 0, 10);
const body = (...parameters: object[]): object => ({ type: 'body', parameters });
const header = (parameter: object): object => ({ type: 'header', parameters: [parameter] });
const button = (sub_type: string, parameter?: object, index: unknown = 0): object => ({
  type: 'button',
  sub_type,
  index,
  ...(parameter && { parameters: [parameter] }),
});
const action = (content: object): object => ({ type: 'action', action: content });
const text = (value: unknown, name?: string): object => ({
  type: 'text',
  text: value,
  ...(name && { parameter_name: name }),
});
const offer = (expiration_time_ms: unknown): object => ({
  type: 'limited_time_offer',
  parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms } }],
});
const target = (...entries: unknown[]): object => ({
  type: 'tap_target_configuration',
  parameters: [{ type: 'tap_target_configuration', tap_target_configuration: entries }],
});
const orderStatus = (order: object, reference_id = 'o-1'): object => ({
  type: 'order_status',
  parameters: [{ type: 'order_status', order_status: { reference_id, order } }],
});
const cards = (...items: object[]): object => ({ type: 'carousel', cards: items });
const money = (value: number): object => ({ value, offset: 100 });
const order = {
  reference_id: 'o-1',
  type: 'digital-goods',
  currency: 'BRL',
  total_amount: money(100),
  order: {
    status: 'pending',
    items: [{ name: 'Cake', amount: money(100), quantity: 1 }],
    subtotal: money(100),
    tax: money(0),
  },
};
const SKU = [{ product_retailer_id: '1' }];

function check(components: unknown): { issues: string[]; doubts: string[] } {
  const doubts: string[] = [];
  const found = templateComponentIssues(components, {
    now: () => NOW,
    warn: (message) => void doubts.push(message),
  });
  const issues =
    typeof found === 'string' ? [found] : found.map(({ path, message }) => `${path}: ${message}`);
  return { issues, doubts };
}

describe('components of a template message', () => {
  it.each<[string, unknown[]]>([
    ['none', []],
    [
      'no parameters',
      [
        { type: 'header' },
        { type: 'body', parameters: [] },
        { type: 'button', sub_type: 'quick_reply', index: '9' },
      ],
    ],
    [
      'capitals',
      [
        { type: 'HEADER', parameters: [text('Hi')] },
        button('CATALOG', action({ thumbnail_product_retailer_id: '1' })),
      ],
    ],
    ['named values', [body(text('Ana', 'first'), text('Lee', 'last'))]],
    ['a long value in a lonely body', [body(text('x'.repeat(32_768)))]],
    [
      'a document',
      [header({ type: 'document', document: { link: 'https://a.b/c.pdf', filename: 'c.pdf' } })],
    ],
    [
      'a place',
      [header({ type: 'location', location: { latitude: '1', longitude: 0, name: 'n', address: 'a' } })],
    ],
    ['a one-time password', [body(text('123456')), button('url', text('123456'), '0')]],
    [
      'a call without index',
      [
        {
          type: 'button',
          sub_type: 'voice_call',
          parameters: [
            { type: 'ttl_minutes', ttl_minutes: 100 },
            { type: 'payload', payload: 'x'.repeat(512) },
          ],
        },
      ],
    ],
    [
      'an offer',
      [
        offer(NOW + 1),
        button('copy_code', { type: 'coupon_code', coupon_code: 'SAVE10' }),
        button('url', text('x'), 1),
      ],
    ],
    ['an order', [button('order_details', action({ order_details: order }))]],
    ['an order status', [orderStatus({ status: 'partially-shipped', description: 'd' })]],
    ['a tap target', [target({ url: 'https://a.b', title: 'A' })]],
    [
      'products',
      [
        button(
          'mpm',
          action({ thumbnail_product_retailer_id: '1', sections: [{ title: 't', product_items: SKU }] }),
        ),
      ],
    ],
    ['a flow', [button('flow', action({ flow_token: 't', flow_action_data: { a: 1 } }))]],
    [
      'cards',
      [
        cards(
          {
            card_index: 0,
            components: [
              header({ type: 'image', image: { id: '1' } }),
              button('quick_reply', { type: 'payload', payload: 'p' }),
            ],
          },
          { card_index: 1, components: [] },
        ),
      ],
    ],
    ['values of a kind that is new', [header({ type: 'hologram' }), body({ type: 'hologram' })]],
  ])('%s pass', (_name, components) => {
    expect(check(components)).toEqual({ issues: [], doubts: [] });
  });

  it.each<[string, unknown, string[]]>([
    ['no list', {}, ['must be an array']],
    ['two bodies', [body(), body()], ['[1]: must be the only component of type body']],
    [
      'two header values',
      [{ type: 'header', parameters: [text('a'), text('b')] }],
      ['[0].parameters: must have at most 1 items, has 2'],
    ],
    [
      'long header',
      [header(text('x'.repeat(61)))],
      ['[0].parameters[0].text: must have at most 60 characters, has 61'],
    ],
    [
      'media without source',
      [header({ type: 'image', image: {} })],
      ['[0].parameters[0].image: must have exactly one of id or link'],
    ],
    [
      'media with two sources',
      [header({ type: 'video', video: { id: '1', link: 'https://a.b' } })],
      ['[0].parameters[0].video: must have exactly one of id or link'],
    ],
    [
      'media with a bad link',
      [header({ type: 'gif', gif: { link: 'a.b' } })],
      ['[0].parameters[0].gif.link: must be an absolute http or https URL'],
    ],
    [
      'media with an empty id',
      [header({ type: 'document', document: { id: '' } })],
      ['[0].parameters[0].document.id: must not be empty'],
    ],
    [
      'half a place',
      [header({ type: 'location', location: { latitude: 1, longitude: 2, name: '' } })],
      ['[0].parameters[0].location.name: is missing', '[0].parameters[0].location.address: is missing'],
    ],
    [
      'half a product',
      [header({ type: 'product', product: { catalog_id: '1' } })],
      ['[0].parameters[0].product.product_retailer_id: is missing'],
    ],
    ['empty value', [body(text(''))], ['[0].parameters[0].text: must not be empty']],
    ['value that is no text', [body(text(7))], ['[0].parameters[0].text: must be a string']],
    [
      'long value beside a header',
      [header(text('a')), body(text('x'.repeat(1025)))],
      ['[1].parameters[0].text: must have at most 1024 characters, has 1025'],
    ],
    [
      'named and positional',
      [body(text('a', 'first'), text('b'))],
      ['[0].parameters: must be all named or all positional: some have a parameter_name, some do not'],
    ],
    [
      'same name twice',
      [body(text('a', 'first'), text('b', 'first'))],
      ['[0].parameters[1].parameter_name: must be unique, equals [0].parameters[0].parameter_name'],
    ],
    [
      'half a price',
      [body({ type: 'currency', currency: { code: 'EURO', amount_1000: 1.5 } })],
      [
        '[0].parameters[0].currency.fallback_value: must be a string',
        '[0].parameters[0].currency.code: must be a currency code of three letters',
        '[0].parameters[0].currency.amount_1000: must be the amount times 1000 as a whole number',
      ],
    ],
    [
      'date without text',
      [body({ type: 'date_time', date_time: {} })],
      ['[0].parameters[0].date_time.fallback_value: must be a string'],
    ],
    ['body that is no list', [{ type: 'body', parameters: {} }], ['[0].parameters: must be an array']],
    [
      'button without index',
      [button('url', text('x'), null)],
      ['[0].index: must be a whole number from 0 to 9'],
    ],
    [
      'button out of range',
      [button('url', text('x'), '10')],
      ['[0].index: must be a whole number from 0 to 9'],
    ],
    [
      'same index twice',
      [button('url', text('x'), 1), button('url', text('y'), '1')],
      ['[1].index: must be unique, equals [0].index'],
    ],
    [
      'parameters that are no list',
      [{ type: 'button', sub_type: 'url', index: 0, parameters: 'x' }],
      ['[0].parameters: must be an array'],
    ],
    [
      'long payload',
      [button('quick_reply', { type: 'payload', payload: 'x'.repeat(257) })],
      ['[0].parameters[0].payload: must have at most 256 characters, has 257'],
    ],
    ['empty suffix', [button('url', text(''))], ['[0].parameters[0].text: must not be empty']],
    [
      'long coupon',
      [button('copy_code', { type: 'coupon_code', coupon_code: 'x'.repeat(21) })],
      ['[0].parameters[0].coupon_code: must have at most 20 characters, has 21'],
    ],
    [
      'odd coupon',
      [button('copy_code', { type: 'coupon_code', coupon_code: 'SAVE 10' })],
      ['[0].parameters[0].coupon_code: must have letters and digits only'],
    ],
    [
      'empty flow data',
      [button('flow', action({ flow_action_data: {} }))],
      ['[0].parameters[0].action.flow_action_data: must be an object with at least one member'],
    ],
    ['no products', [button('mpm', action({}))], ['[0].parameters[0].action.sections: must be an array']],
    [
      '31 products',
      [
        button(
          'mpm',
          action({ sections: [{ title: 'x'.repeat(25), product_items: Array(31).fill(SKU[0]) }] }),
        ),
      ],
      [
        '[0].parameters[0].action.sections[0].title: must have at most 24 characters, has 25',
        '[0].parameters[0].action.sections: must have at most 30 products in all sections together, has 31',
      ],
    ],
    [
      'empty thumbnail',
      [button('catalog', action({ thumbnail_product_retailer_id: '' }))],
      ['[0].parameters[0].action.thumbnail_product_retailer_id: must not be empty'],
    ],
    [
      'call for too long',
      [button('voice_call', { type: 'ttl_minutes', ttl_minutes: 43_201 })],
      ['[0].parameters[0].ttl_minutes: must be a whole number from 1 to 43200'],
    ],
    [
      'order that does not add up',
      [button('order_details', action({ order_details: { ...order, total_amount: money(1) } }))],
      ['[0].parameters[0].action.order_details.total_amount: must be subtotal + tax + shipping - discount'],
    ],
    [
      'no order',
      [button('order_details', action({}))],
      ['[0].parameters[0].action.order_details: must be an object'],
    ],
    [
      'offer in seconds',
      [offer(Math.floor(NOW / 1000))],
      [
        '[0].parameters[0].limited_time_offer.expiration_time_ms: must be milliseconds since the Unix epoch, as a whole number',
      ],
    ],
    [
      'offer that is over',
      [offer(NOW)],
      ['[0].parameters[0].limited_time_offer.expiration_time_ms: must be in the future'],
    ],
    ['offer without parameter', [{ type: 'limited_time_offer' }], ['[0].parameters: must be an array']],
    [
      'unknown order state',
      [orderStatus({ status: 'lost', description: 'x'.repeat(121) }, '')],
      [
        '[0].parameters[0].order_status.reference_id: is missing',
        '[0].parameters[0].order_status.order.status: must be one of pending, processing, partially_shipped, partially-shipped, shipped, completed, canceled',
        '[0].parameters[0].order_status.order.description: must have at most 120 characters, has 121',
      ],
    ],
    [
      'two tap targets',
      [target({}, {})],
      ['[0].parameters[0].tap_target_configuration: must have at most 1 items, has 2'],
    ],
    [
      'half a tap target',
      [target({ url: 'a.b' })],
      [
        '[0].parameters[0].tap_target_configuration[0].url: must be an absolute http or https URL',
        '[0].parameters[0].tap_target_configuration[0].title: must be a string',
      ],
    ],
    [
      'gap in the cards',
      [cards({ card_index: 0, components: [] }, { card_index: 2, components: [] })],
      ['[0].cards[1].card_index: must count from 0 without gaps, no card has 1'],
    ],
    [
      'eleven cards',
      [cards(...Array.from({ length: 11 }, (_, card_index) => ({ card_index, components: [] })))],
      ['[0].cards: must have at most 10 items, has 11'],
    ],
    [
      'card without components',
      [cards({ card_index: 0, components: [] }, { card_index: 1 })],
      ['[0].cards[1].components: must be an array'],
    ],
    [
      'value on a card',
      [
        cards(
          { card_index: 0, components: [] },
          { card_index: 1, components: [body(text('')), button('url', text(''), 0)] },
        ),
      ],
      [
        '[0].cards[1].components[0].parameters[0].text: must not be empty',
        '[0].cards[1].components[1].parameters[0].text: must not be empty',
      ],
    ],
  ])('refuses %s', (_name, components, expected) => {
    expect(check(components).issues).toEqual(expected);
  });

  it.each<[string, unknown[], string]>([
    ['unknown component', [{ type: 'hologram' }], 'has a component of an unknown type'],
    ['component that is none', [null], 'has a component of an unknown type'],
    ['unknown button', [button('teleport')], 'has a button with an unknown sub_type'],
    [
      'odd name',
      [body(text('a', 'First'))],
      'has a parameter_name with other characters than a-z, 0-9 and _',
    ],
    [
      'coupon over 15',
      [button('copy_code', { type: 'coupon_code', coupon_code: 'x'.repeat(16) })],
      'has a coupon code of more than 15 characters, the limit until December 2025',
    ],
    [
      'one card',
      [cards({ card_index: 0, components: [] })],
      'has a carousel with one card; Meta asks for 2 or more',
    ],
  ])('doubts %s', (_name, components, doubt) => {
    expect(check(components)).toEqual({ issues: [], doubts: [doubt] });
  });
});
