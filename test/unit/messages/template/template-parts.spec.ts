import { Logger } from '@nestjs/common';
import { issuesOf } from '../../../support/scripted-graph';
import type { SendTemplateInput } from '../../../../lib/messages/dto/template.dto';
import type { OutboundOrderDetails } from '../../../../lib/wire/outbound/order';
import type { Json } from './support';
import { setup } from './support';

const warnings: string[] = [];
beforeAll(() => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: string) => void warnings.push(line));
});
beforeEach(() => void (warnings.length = 0));
afterAll(() => {
  jest.restoreAllMocks();
});

type Parts = Omit<SendTemplateInput, 'to' | 'name' | 'language'>;
const NOW = Date.UTC(2026, 0, 10);
const head = { to: '491701234567', name: 'promo', language: 'en_US' };

async function componentsOf(parts: Parts): Promise<unknown> {
  const { messages, graph } = setup();
  const before = structuredClone(parts);
  await messages.sendTemplate({ ...head, ...parts });
  expect(parts).toEqual(before);
  const [body] = graph.bodies;
  expect(body).toMatchObject({
    messaging_product: 'whatsapp',
    to: '491701234567',
    type: 'template',
    template: { name: 'promo', language: { code: 'en_US' } },
  });
  return body.template.components;
}

const refuses = (parts: object, more: object = {}): Promise<string[]> =>
  issuesOf(setup().messages.sendTemplate({ ...head, ...more, ...parts }));

const text = (value: string, name?: string): object => ({
  type: 'text',
  text: value,
  ...(name !== undefined && { parameter_name: name }),
});
const image = { link: 'https://example.com/a.jpg' };
const order: OutboundOrderDetails = {
  reference_id: 'o-1',
  type: 'digital-goods',
  currency: 'INR',
  payment_type: 'upi',
  total_amount: { value: 1000, offset: 100 },
  order: {
    status: 'pending',
    items: [{ name: 'bread', amount: { value: 500, offset: 100 }, quantity: 2 }],
    subtotal: { value: 1000, offset: 100 },
    tax: { value: 0, offset: 100 },
  },
};

describe('Meta’s published template messages, part by part', () => {
  it.each<[string, Parts, object[]]>([
    [
      'a named body, a media header, URL and copy-code buttons',
      {
        params: { first: 'Ana' },
        header: { image },
        buttons: [{ url: 'abc' }, { copyCode: 'SAVE10' }],
      },
      [
        { type: 'header', parameters: [{ type: 'image', image }] },
        { type: 'body', parameters: [text('Ana', 'first')] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [text('abc')] },
        {
          type: 'button',
          sub_type: 'copy_code',
          index: '1',
          parameters: [{ type: 'coupon_code', coupon_code: 'SAVE10' }],
        },
      ],
    ],
    [
      'an offer that ends',
      {
        header: { image: { id: '1' } },
        params: ['Ana', 'SAVE10'],
        offerExpiresAt: 1_790_000_000_000,
        buttons: [{ copyCode: 'SAVE10' }, { url: 'x' }],
      },
      [
        { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] },
        { type: 'body', parameters: [text('Ana'), text('SAVE10')] },
        {
          type: 'limited_time_offer',
          parameters: [
            { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_790_000_000_000 } },
          ],
        },
        {
          type: 'button',
          sub_type: 'copy_code',
          index: '0',
          parameters: [{ type: 'coupon_code', coupon_code: 'SAVE10' }],
        },
        { type: 'button', sub_type: 'url', index: '1', parameters: [text('x')] },
      ],
    ],
    [
      'a carousel',
      {
        params: ['Ana'],
        carousel: [
          { header: { image: { id: '1' } }, buttons: [{ quickReply: 'more-1' }, { url: '1' }] },
          { header: { video: { id: '2' } }, params: ['x'], buttons: [{ index: 1, url: '2' }] },
        ],
      },
      [
        { type: 'body', parameters: [text('Ana')] },
        {
          type: 'carousel',
          cards: [
            {
              card_index: 0,
              components: [
                { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] },
                {
                  type: 'button',
                  sub_type: 'quick_reply',
                  index: '0',
                  parameters: [{ type: 'payload', payload: 'more-1' }],
                },
                { type: 'button', sub_type: 'url', index: '1', parameters: [text('1')] },
              ],
            },
            {
              card_index: 1,
              components: [
                { type: 'header', parameters: [{ type: 'video', video: { id: '2' } }] },
                { type: 'body', parameters: [text('x')] },
                { type: 'button', sub_type: 'url', index: '1', parameters: [text('2')] },
              ],
            },
          ],
        },
      ],
    ],
    [
      'a code',
      { otp: '123456' },
      [
        { type: 'body', parameters: [text('123456')] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [text('123456')] },
      ],
    ],
    [
      'flow, catalog, products, call and payment buttons',
      {
        buttons: [
          { flow: { token: 't1', data: { a: 1 } } },
          { catalog: { thumbnailProductRetailerId: 'sku1' } },
          {
            products: {
              thumbnailProductRetailerId: 'sku1',
              sections: [{ title: 'A', productRetailerIds: ['sku1'] }],
            },
          },
          { voiceCall: { ttlMinutes: 60, payload: 'p' } },
          { orderDetails: order },
          { flow: {} },
        ],
      },
      [
        {
          type: 'button',
          sub_type: 'flow',
          index: '0',
          parameters: [{ type: 'action', action: { flow_token: 't1', flow_action_data: { a: 1 } } }],
        },
        {
          type: 'button',
          sub_type: 'catalog',
          index: '1',
          parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'sku1' } }],
        },
        {
          type: 'button',
          sub_type: 'mpm',
          index: '2',
          parameters: [
            {
              type: 'action',
              action: {
                thumbnail_product_retailer_id: 'sku1',
                sections: [{ title: 'A', product_items: [{ product_retailer_id: 'sku1' }] }],
              },
            },
          ],
        },
        {
          type: 'button',
          sub_type: 'voice_call',
          index: '3',
          parameters: [
            { type: 'ttl_minutes', ttl_minutes: 60 },
            { type: 'payload', payload: 'p' },
          ],
        },
        {
          type: 'button',
          sub_type: 'order_details',
          index: '4',
          parameters: [{ type: 'action', action: { order_details: order } }],
        },
        { type: 'button', sub_type: 'flow', index: '5', parameters: [{ type: 'action', action: {} }] },
      ],
    ],
    [
      'money, times, numbers, and a group',
      {
        params: [
          { currency: 'EUR', amount: 12.345, fallback: '12,35 €' },
          { dateTime: '5 March' },
          7,
          { groupId: 'g1' },
        ],
      },
      [
        {
          type: 'body',
          parameters: [
            { type: 'currency', currency: { fallback_value: '12,35 €', code: 'EUR', amount_1000: 12_345 } },
            { type: 'date_time', date_time: { fallback_value: '5 March' } },
            text('7'),
            { type: 'group_id', group_id: 'g1' },
          ],
        },
      ],
    ],
    [
      'the state of an order and a tap target',
      {
        orderStatus: { referenceId: 'o-1', status: 'shipped', description: 'On its way' },
        tapTarget: { url: 'https://a.b', title: 'See' },
      },
      [
        {
          type: 'order_status',
          parameters: [
            {
              type: 'order_status',
              order_status: { reference_id: 'o-1', order: { status: 'shipped', description: 'On its way' } },
            },
          ],
        },
        {
          type: 'tap_target_configuration',
          parameters: [
            {
              type: 'tap_target_configuration',
              tap_target_configuration: [{ url: 'https://a.b', title: 'See' }],
            },
          ],
        },
      ],
    ],
  ])('%s', async (_name, parts, expected) => {
    expect(await componentsOf(parts)).toEqual(expected);
  });

  it.each<[Parts['header'], object]>([
    ['Ana', text('Ana')],
    [{ text: 'Ana' }, text('Ana')],
    [{ text: { first: 'Ana' } }, text('Ana', 'first')],
    [{ gif: { id: '1' } }, { type: 'gif', gif: { id: '1' } }],
    [
      { document: { link: 'https://a.b/c.pdf', filename: 'c.pdf' } },
      { type: 'document', document: { link: 'https://a.b/c.pdf', filename: 'c.pdf' } },
    ],
    [
      { location: { latitude: 1, longitude: '2', name: 'n', address: 'a' } },
      { type: 'location', location: { latitude: 1, longitude: '2', name: 'n', address: 'a' } },
    ],
    [
      { product: { catalogId: 'c', productRetailerId: 'p' } },
      { type: 'product', product: { catalog_id: 'c', product_retailer_id: 'p' } },
    ],
  ])('header %j', async (header, parameter) => {
    expect(await componentsOf({ header })).toEqual([{ type: 'header', parameters: [parameter] }]);
  });

  it('a date becomes milliseconds', async () => {
    const [component] = (await componentsOf({ offerExpiresAt: new Date(NOW + 1) })) as Json[];
    expect(component.parameters[0].limited_time_offer.expiration_time_ms).toBe(NOW + 1);
  });

  it.each<Parts>([{}, { params: {} }, { params: [] }, { buttons: [] }])(
    'no values make no components: %j',
    async (parts) => {
      expect(await componentsOf(parts)).toBeUndefined();
    },
  );

  it('goes through the Marketing Messages API alike', async () => {
    const { messages, graph } = setup();
    await messages.sendMarketingMessage({ ...head, params: { first: 'Ana' }, productPolicy: 'STRICT' });
    expect(graph.paths).toEqual(['100/marketing_messages']);
    expect(graph.bodies[0]).toMatchObject({
      product_policy: 'STRICT',
      template: { components: [{ type: 'body', parameters: [text('Ana', 'first')] }] },
    });
  });
});

describe('values that Meta would refuse', () => {
  const long = 'x'.repeat(1025);

  it.each<[object, ...string[]]>([
    [{ params: 'x' }, 'params: must be an object for {{name}} variables, or a list for {{1}} variables'],
    [{ params: [''] }, 'params[0]: must not be empty'],
    [{ params: { first: '' } }, 'params.first: must not be empty'],
    [{ params: { 1: 'x' } }, 'params.1: must not be a number: give the values of {{1}} variables as a list'],
    [
      { params: [null, NaN] },
      'params[0]: must be text, a number, or one of { currency, amount, fallback }, { dateTime }, { groupId }',
      'params[1]: must be a number that exists',
    ],
    [{ params: [long], header: 'x' }, 'params[0]: must have at most 1024 characters, has 1025'],
    [{ params: ['x'.repeat(32_769)] }, 'params[0]: must have at most 32768 characters, has 32769'],
    [
      { params: [{ currency: 'EURO', amount: 1.2345, fallback: '' }] },
      'params[0].currency: must be a currency code of three letters',
      'params[0].amount: must be a number with at most 3 decimals',
      'params[0].fallback: must not be empty',
    ],
    [
      { params: [{ dateTime: '' }, { groupId: '' }] },
      'params[0].dateTime: must not be empty',
      'params[1].groupId: must not be empty',
    ],
    [{ header: '' }, 'header: must not be empty'],
    [{ header: 'x'.repeat(61) }, 'header: must have at most 60 characters, has 61'],
    [
      { header: {} },
      'header: must be text, or an object with exactly one of text, image, video, gif, document, location, product',
    ],
    [
      { header: { image, video: image } },
      'header: must be text, or an object with exactly one of text, image, video, gif, document, location, product',
    ],
    [{ header: { image: {} } }, 'header.image: must have exactly one of id, link or file'],
    [
      { header: { image: { id: '1', file: Buffer.from('x') } } },
      'header.image: must have exactly one of id, link or file',
    ],
    [
      { header: { video: { file: '/tmp/a.mp4' } } },
      'header.video.file: must be raw media: { path }, bytes, a blob, a stream, or { source, mimeType }',
    ],
    [
      { header: { document: { link: 'c.pdf' } } },
      'header.document.link: must be an absolute http or https URL',
    ],
    [
      { header: { text: {} } },
      'header.text: must be text, or an object with one member: the name of the variable and its value',
    ],
    [{ header: { text: { first: '' } } }, 'header.text.first: must not be empty'],
    [
      { header: { location: { latitude: 1, longitude: 2, name: 'n' } } },
      'header.location.address: is missing',
    ],
    [{ header: { product: { catalogId: 'c' } } }, 'header.product.productRetailerId: is missing'],
    [
      { buttons: [{}] },
      'buttons[0]: must have exactly one of url, quickReply, copyCode, flow, catalog, products, voiceCall, orderDetails',
    ],
    [{ buttons: [{ url: '' }] }, 'buttons[0].url: must not be empty'],
    [
      { buttons: [{ quickReply: 'x'.repeat(257) }] },
      'buttons[0].quickReply: must have at most 256 characters, has 257',
    ],
    [{ buttons: [{ copyCode: 'SAVE 10' }] }, 'buttons[0].copyCode: must have letters and digits only'],
    [{ buttons: [{ url: 'x', index: 10 }] }, 'buttons[0].index: must be a whole number from 0 to 9'],
    [{ buttons: [{ url: 'x', index: 1 }, { url: 'y' }] }, 'buttons[1]: must be unique, equals [0]'],
    [
      { buttons: [{ flow: { token: '', data: {} } }] },
      'buttons[0].flow.token: must not be empty',
      'buttons[0].flow.data: must be an object with at least one member',
    ],
    [{ buttons: [{ catalog: {} }] }, 'buttons[0].catalog.thumbnailProductRetailerId: must be a string'],
    [
      {
        buttons: [
          {
            products: {
              thumbnailProductRetailerId: 'x',
              sections: [{ title: 'x'.repeat(25), productRetailerIds: [''] }],
            },
          },
        ],
      },
      'buttons[0].products.sections[0].title: must have at most 24 characters, has 25',
      'buttons[0].products.sections[0].productRetailerIds[0]: must not be empty',
    ],
    [
      {
        buttons: [
          {
            products: {
              thumbnailProductRetailerId: 'x',
              sections: [{ productRetailerIds: Array(31).fill('a') }],
            },
          },
        ],
      },
      'buttons[0].products.sections: must have at most 30 products in all sections together, has 31',
    ],
    [
      { buttons: [{ voiceCall: { ttlMinutes: 0 } }] },
      'buttons[0].voiceCall.ttlMinutes: must be a whole number from 1 to 43200',
    ],
    [{ carousel: [] }, 'carousel: must have at least 1 item, has 0'],
    [
      { carousel: [{ header: '' }, { header: 'x', params: [''], buttons: [{}] }] },
      'carousel[0].header: must not be empty',
      'carousel[1].params[0]: must not be empty',
      'carousel[1].buttons[0]: must have exactly one of url, quickReply, copyCode, flow, catalog, products, voiceCall, orderDetails',
    ],
    [{ otp: '1'.repeat(16) }, 'otp: must have at most 15 characters, has 16'],
    [{ otp: 'https://a.b' }, 'otp: must hold no URL and no emoji'],
    [{ otp: '12😀' }, 'otp: must hold no URL and no emoji'],
    [
      { otp: '1', params: ['1'], buttons: [] },
      'otp: must stand alone, without params, buttons: it fills the body and the button',
    ],
    [{ offerExpiresAt: NOW }, 'offerExpiresAt: must be in the future'],
    [
      { offerExpiresAt: NOW / 1000 + 1 },
      'offerExpiresAt: must be a date, or milliseconds since the Unix epoch as a whole number',
    ],
    [
      { offerExpiresAt: new Date('never') },
      'offerExpiresAt: must be a date, or milliseconds since the Unix epoch as a whole number',
    ],
    [
      { orderStatus: { status: 'lost' } },
      'orderStatus.referenceId: must be a string',
      'orderStatus.status: must be one of pending, processing, partially_shipped, partially-shipped, shipped, completed, canceled',
    ],
    [
      { tapTarget: { url: 'a.b' } },
      'tapTarget.url: must be an absolute http or https URL',
      'tapTarget.title: must be a string',
    ],
    [{ components: [], params: ['x'] }, 'components: must be left out beside params'],
  ])('%j', async (parts, ...issues) => {
    expect(await refuses(parts)).toEqual(issues);
  });

  it('takes a long body that stands alone', async () => {
    await expect(componentsOf({ params: ['x'.repeat(32_768)] })).resolves.toBeDefined();
  });

  it.each([{ userId: 'US.123' }, 'US.123', { group: 'g' }])('sends no code to %j', async (to) => {
    expect(await refuses({ otp: '123' }, { to })).toEqual([
      'to: must be a phone number: Meta sends no authentication templates to user ids and groups (131062)',
    ]);
  });

  it('reports doubts once', async () => {
    const { messages, graph } = setup();
    const parts = {
      params: { 'first name': 'x' },
      buttons: [{ copyCode: 'x'.repeat(16) }],
      carousel: [{ header: 'x' }],
    };
    await messages.sendTemplate({ ...head, ...parts });
    await messages.sendTemplate({ ...head, ...parts });
    expect(graph.requests).toHaveLength(2);
    expect(warnings).toHaveLength(3);
  });

  it('quotes no value', async () => {
    const secret = 'SECRET'.repeat(300);
    const found = await refuses({ params: [secret], header: secret, buttons: [{ copyCode: secret }] });
    expect(found.join()).not.toContain('SECRET');
  });
});
