import { Logger } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { KINDS } from '../../../../lib/messages/message-kinds';
import { PayloadValidator } from '../../../../lib/validation/payload-validator.service';
import { ManualClock } from '../../../support/manual-clock';

type Kind = keyof typeof KINDS;
type Refusal = readonly [name: string, kind: Kind, change: object, expected: readonly string[]];

const NOW = Date.UTC(2026, 0, 10);
const to = '16505551234';
const texts = (length: number): string => 'x'.repeat(length);
const rows = (count: number, from = 0): object[] =>
  Array.from({ length: count }, (_, i) => ({ id: `r${from + i}`, title: `Row ${from + i}` }));
const buttons = (count: number): { id: string; title: string }[] =>
  Array.from({ length: count }, (_, i) => ({ id: `b${i}`, title: `Button ${i}` }));
const card = (change: object = {}): object => ({
  image: { link: 'https://a.b/1.png' },
  urlButton: { displayText: 'Buy', url: 'https://a.b' },
  ...change,
});
const money = (value: number): object => ({ value, offset: 100 });
const item = { name: 'bread', amount: money(500), quantity: 2 };
const orderBody = { status: 'pending', items: [item], subtotal: money(1000), tax: money(0) };
const order = {
  reference_id: 'o-1',
  type: 'digital-goods',
  currency: 'INR',
  total_amount: money(1000),
  order: orderBody,
};
const withOrder = (change: object, above: object = {}): object => ({
  order: { ...order, ...above, order: { ...orderBody, ...change } },
});
const group = { group: 'Y2FwaV9ncm91cDox' };
const GROUPS_REFUSED = 'to: must be a user: Meta does not deliver this kind to groups';

const GOOD: Record<Kind, object> = {
  text: { to, body: 'Hi' },
  image: { to, id: '1' },
  video: { to, id: '1' },
  audio: { to, id: '1' },
  voice: { to, id: '1' },
  document: { to, id: '1' },
  sticker: { to, id: '1' },
  location: { to, latitude: 1, longitude: 2 },
  contacts: { to, contacts: [{ name: { formattedName: 'Ada L', firstName: 'Ada' } }] },
  reaction: { to, messageId: 'wamid.1', emoji: '👍' },
  reactionRemoval: { to, messageId: 'wamid.1' },
  buttons: { to, body: 'b', buttons: buttons(1) },
  list: { to, body: 'b', button: 'Open', sections: [{ rows: rows(1) }] },
  ctaUrl: { to, body: 'b', displayText: 'Go', url: 'https://a.b' },
  flow: { to, body: 'b', flowId: '1', cta: 'Open' },
  product: { to, catalogId: '1', productRetailerId: '2' },
  productList: { to, header: 'h', body: 'b', catalogId: '1', sections: [{ productRetailerIds: ['2'] }] },
  catalog: { to, body: 'b', thumbnailProductRetailerId: '1' },
  locationRequest: { to, body: 'b' },
  addressRequest: { to, body: 'b' },
  callPermissionRequest: { to },
  contactInfoRequest: { to, body: 'b' },
  voiceCallButton: { to, body: 'b' },
  mediaCarousel: { to, body: 'b', cards: [card(), card()] },
  productCarousel: { to, body: 'b', catalogId: '1', productRetailerIds: ['1', '2'] },
  orderDetails: { to, body: 'b', order },
  orderStatus: { to, body: 'b', referenceId: 'o-1', status: 'shipped' },
  template: { to, name: 'hello_world', language: 'en_US' },
  marketingMessage: { to, name: 'hello_world', language: 'en_US' },
  pin: { to: group, messageId: 'wamid.1', expirationDays: 7 },
  unpin: { to: group, messageId: 'wamid.1' },
};

const REFUSALS: readonly Refusal[] = [
  [
    'no recipient',
    'text',
    { to: undefined },
    ['to: must be a phone number, a user id, or one of { phone }, { userId }, { group }'],
  ],
  ['empty quote', 'text', { replyTo: '' }, ['replyTo: must not be empty']],
  ['empty identity hash', 'text', { identityKeyHash: '' }, ['identityKeyHash: must not be empty']],
  ['empty correlation', 'text', { correlation: '' }, ['correlation: must not be empty']],
  [
    'long correlation',
    'text',
    { correlation: texts(513) },
    ['correlation: must have at most 512 characters, has 513'],
  ],
  [
    'long correlation as JSON',
    'text',
    { correlation: { id: texts(512) } },
    ['correlation: must have at most 512 characters, has 521'],
  ],
  [
    'correlation that JSON cannot hold',
    'text',
    { correlation: { n: 1n } },
    ['correlation: must be text or an object that JSON can hold'],
  ],
  ['correlation that JSON leaves out', 'text', { correlation: () => 1 }, ['correlation: must be a string']],

  ['no text', 'text', { body: undefined }, ['body: must be a string']],
  ['empty text', 'text', { body: '' }, ['body: must not be empty']],
  ['long text', 'text', { body: texts(4097) }, ['body: must have at most 4096 characters, has 4097']],
  ['empty text with overflow', 'text', { body: '', overflow: 'split' }, ['body: must not be empty']],
  [
    'unknown overflow',
    'text',
    { overflow: 'list' },
    ['overflow: must be one of the following values: split, truncate'],
  ],
  ['preview that is no boolean', 'text', { previewUrl: 'yes' }, ['previewUrl: must be a boolean value']],

  [
    'neither id nor link',
    'image',
    { id: undefined },
    ['id: is missing: give exactly one of id, link or file'],
  ],
  [
    'both id and link',
    'video',
    { link: 'https://a.b' },
    ['link: must stand alone: give exactly one of id, link or file'],
  ],
  ['empty id', 'sticker', { id: '' }, ['id: must not be empty']],
  [
    'link without host',
    'audio',
    { id: undefined, link: 'https:///x' },
    ['link: must be an absolute http or https URL'],
  ],
  [
    'long caption',
    'image',
    { caption: texts(1025) },
    ['caption: must have at most 1024 characters, has 1025'],
  ],
  [
    'long caption',
    'document',
    { caption: texts(1025) },
    ['caption: must have at most 1024 characters, has 1025'],
  ],
  [
    'caption of audio',
    'audio',
    { caption: 'c' },
    ['caption: must be left out: this kind has no caption; send a text after it'],
  ],
  [
    'caption of a sticker',
    'sticker',
    { caption: 'c' },
    ['caption: must be left out: this kind has no caption; send a text after it'],
  ],
  [
    'file name of an image',
    'image',
    { filename: 'f' },
    ['filename: must be left out: only documents have a file name'],
  ],
  [
    'file name of a video',
    'video',
    { filename: 'f' },
    ['filename: must be left out: only documents have a file name'],
  ],
  ['voice that is no boolean', 'audio', { voice: 1 }, ['voice: must be a boolean value']],

  ['latitude off the map', 'location', { latitude: 90.1 }, ['latitude: must be a number from -90 to 90']],
  [
    'longitude off the map',
    'location',
    { longitude: '-180.5' },
    ['longitude: must be a number from -180 to 180'],
  ],
  [
    'latitude without a number',
    'location',
    { latitude: NaN, longitude: '' },
    ['latitude: must be a number from -90 to 90', 'longitude: must be a number from -180 to 180'],
  ],

  ['no contacts', 'contacts', { contacts: [] }, ['contacts: must have at least 1 item, has 0']],
  [
    'too many contacts',
    'contacts',
    { contacts: Array(258).fill({}) },
    ['contacts: must have at most 257 items, has 258'],
  ],
  ['contact without a name', 'contacts', { contacts: [{}] }, ['contacts[0].name: must be an object']],
  [
    'contact with one name only',
    'contacts',
    { contacts: [{ name: { formattedName: 'Ada' } }] },
    [
      'contacts[0].name.formattedName: needs at least one of firstName, lastName, middleName, suffix, prefix beside it',
    ],
  ],
  [
    'birthday that does not exist',
    'contacts',
    { contacts: [{ name: { formattedName: 'A', firstName: 'A' }, birthday: '2023-02-29' }] },
    ['contacts[0].birthday: must be a real date as YYYY-MM-DD'],
  ],

  ['two emoji', 'reaction', { emoji: '👍👍' }, ['emoji: must be exactly one emoji']],
  ['removal by empty emoji', 'reaction', { emoji: '' }, ['emoji: must be exactly one emoji']],
  ['reaction to nothing', 'reaction', { messageId: '' }, ['messageId: must not be empty']],
  [
    'quote with a reaction',
    'reaction',
    { replyTo: 'wamid.2' },
    ['replyTo: must be left out: a reaction already names its message'],
  ],

  ['no body', 'buttons', { body: undefined }, ['body: must be a string']],
  ['long body', 'buttons', { body: texts(1025) }, ['body: must have at most 1024 characters, has 1025']],
  ['long footer', 'buttons', { footer: texts(61) }, ['footer: must have at most 60 characters, has 61']],
  ['empty footer', 'buttons', { footer: '' }, ['footer: must not be empty']],
  [
    'long header',
    'buttons',
    { header: { text: texts(61) } },
    ['header.text: must have at most 60 characters, has 61'],
  ],
  [
    'empty header',
    'buttons',
    { header: {} },
    ['header.text: is missing: give exactly one of text, image, video or document'],
  ],
  [
    'two headers',
    'ctaUrl',
    { header: { text: 'h', video: { id: '1' } } },
    ['header.video: must stand alone: give exactly one of text, image, video or document'],
  ],
  [
    'header media with both',
    'flow',
    { header: { image: { id: '1', link: 'https://a.b' } } },
    ['header.image.link: must stand alone: give exactly one of id, link or file'],
  ],
  [
    'header media with caption',
    'buttons',
    { header: { document: { id: '1', caption: 'c' } } },
    ['header.document.caption: must be left out: headers and cards have no caption; use the body'],
  ],
  ['no buttons', 'buttons', { buttons: [] }, ['buttons: must have at least 1 item, has 0']],
  ['four buttons', 'buttons', { buttons: buttons(4) }, ['buttons: must have at most 3 items, has 4']],
  [
    'long button',
    'buttons',
    { buttons: [{ id: texts(257), title: texts(21) }] },
    [
      'buttons[0].id: must have at most 256 characters, has 257',
      'buttons[0].title: must have at most 20 characters, has 21',
    ],
  ],
  [
    'blank around an id',
    'buttons',
    { buttons: [{ id: ' a', title: 'A' }] },
    ['buttons[0].id: must not begin or end with a blank'],
  ],
  [
    'same id',
    'buttons',
    {
      buttons: [
        { id: 'a', title: 'A' },
        { id: 'a', title: 'B' },
      ],
    },
    ['buttons[1].id: must be unique, equals [0].id'],
  ],
  [
    'same title',
    'buttons',
    {
      buttons: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'A' },
      ],
    },
    ['buttons[1].title: must be unique, equals [0].title'],
  ],
  [
    'eleven buttons that overflow',
    'buttons',
    { buttons: buttons(11), overflow: 'list' },
    ['buttons: must have at most 10 items, has 11'],
  ],
  [
    'overflowing buttons under an image',
    'buttons',
    { buttons: buttons(4), overflow: 'list', header: { image: { id: '1' } } },
    ['buttons: cannot become a list beside a media header: lists have text headers'],
  ],
  [
    'ids too long for a list',
    'buttons',
    { buttons: [...buttons(3), { id: texts(201), title: 'Last' }], overflow: 'list' },
    ['buttons[3].id: must have at most 200 characters, has 201'],
  ],
  ['group', 'buttons', { to: group }, [GROUPS_REFUSED]],

  ['long body', 'list', { body: texts(4097) }, ['body: must have at most 4096 characters, has 4097']],
  ['long button', 'list', { button: texts(21) }, ['button: must have at most 20 characters, has 21']],
  ['long header', 'list', { header: texts(61) }, ['header: must have at most 60 characters, has 61']],
  ['header with media', 'list', { header: { image: { id: '1' } } }, ['header: must be a string']],
  ['no sections', 'list', { sections: [] }, ['sections: must have at least 1 item, has 0']],
  [
    'eleven sections',
    'list',
    { sections: Array(11).fill({ title: 't', rows: [] }) },
    ['sections: must have at most 10 items, has 11'],
  ],
  [
    'section without rows',
    'list',
    { sections: [{ rows: [] }] },
    ['sections[0].rows: must have at least 1 item, has 0'],
  ],
  [
    'eleven rows in all',
    'list',
    {
      sections: [
        { title: 'a', rows: rows(6) },
        { title: 'b', rows: rows(5, 6) },
      ],
    },
    ['sections: must have at most 10 rows in all sections together, has 11'],
  ],
  [
    'sections without titles',
    'list',
    { sections: [{ rows: rows(1) }, { title: '', rows: rows(1, 1) }] },
    [
      'sections[0].title: is needed when there are several sections',
      'sections[1].title: is needed when there are several sections',
    ],
  ],
  [
    'same row id in two sections',
    'list',
    {
      sections: [
        { title: 'a', rows: rows(1) },
        { title: 'b', rows: rows(1) },
      ],
    },
    ['sections[1].rows[0].id: must be unique, equals [0].rows[0].id'],
  ],
  [
    'long section title',
    'list',
    { sections: [{ title: texts(25), rows: rows(1) }] },
    ['sections[0].title: must have at most 24 characters, has 25'],
  ],
  [
    'long row',
    'list',
    { sections: [{ rows: [{ id: texts(201), title: texts(25), description: texts(73) }] }] },
    [
      'sections[0].rows[0].id: must have at most 200 characters, has 201',
      'sections[0].rows[0].title: must have at most 24 characters, has 25',
      'sections[0].rows[0].description: must have at most 72 characters, has 73',
    ],
  ],
  ['section that is none', 'list', { sections: [null] }, ['sections[0]: must be an object']],

  [
    'long label',
    'ctaUrl',
    { displayText: texts(21) },
    ['displayText: must have at most 20 characters, has 21'],
  ],
  ['other scheme', 'ctaUrl', { url: 'tel:123' }, ['url: must be an absolute http or https URL']],

  ['no flow', 'flow', { flowId: undefined }, ['flowId: is missing: give exactly one of flowId or flowName']],
  [
    'two flows',
    'flow',
    { flowName: 'n' },
    ['flowName: must stand alone: give exactly one of flowId or flowName'],
  ],
  ['long label', 'flow', { cta: texts(31) }, ['cta: must have at most 30 characters, has 31']],
  ['unknown mode', 'flow', { mode: 'test' }, ['mode: must be one of the following values: published, draft']],
  [
    'unknown action',
    'flow',
    { action: 'open' },
    ['action: must be one of the following values: navigate, data_exchange'],
  ],
  [
    'first screen of an endpoint',
    'flow',
    { action: 'data_exchange', screen: 'S', data: { a: 1 } },
    [
      "screen: must be left out with action 'data_exchange': the endpoint chooses",
      "data: must be left out with action 'data_exchange': the endpoint chooses",
    ],
  ],
  ['empty data', 'flow', { data: {} }, ['data: must be an object with at least one member']],
  ['data that is a list', 'flow', { data: [1] }, ['data: must be an object with at least one member']],

  [
    'no product',
    'product',
    { catalogId: '', productRetailerId: undefined },
    ['catalogId: must not be empty', 'productRetailerId: must be a string'],
  ],
  ['no header', 'productList', { header: undefined }, ['header: must be a string']],
  [
    '31 products',
    'productList',
    { sections: [{ productRetailerIds: Array(31).fill('1') }] },
    ['sections: must have at most 30 products in all sections together, has 31'],
  ],
  [
    'no products',
    'productList',
    { sections: [{ productRetailerIds: [] }] },
    ['sections[0].productRetailerIds: must have at least 1 item, has 0'],
  ],
  [
    'sections without titles',
    'productList',
    { sections: [{ productRetailerIds: ['1'] }, { title: 't', productRetailerIds: ['2'] }] },
    ['sections[0].title: is needed when there are several sections'],
  ],
  [
    'empty thumbnail',
    'catalog',
    { thumbnailProductRetailerId: '' },
    ['thumbnailProductRetailerId: must not be empty'],
  ],
  ['no body', 'catalog', { body: undefined }, ['body: must be a string']],

  [
    'header and footer',
    'locationRequest',
    { header: {}, footer: 'f' },
    [
      'header: must be left out: this kind has a body only',
      'footer: must be left out: this kind has a body only',
    ],
  ],
  [
    'footer',
    'callPermissionRequest',
    { footer: 'f' },
    ['footer: must be left out: this kind has a body only'],
  ],
  ['empty body', 'callPermissionRequest', { body: '' }, ['body: must not be empty']],
  ['no body', 'contactInfoRequest', { body: undefined }, ['body: must be a string']],
  [
    'another country',
    'addressRequest',
    { country: 'SG' },
    ['country: must be one of the following values: IN'],
  ],
  [
    'long pin code',
    'addressRequest',
    { values: { inPinCode: '1234567' } },
    ['values.inPinCode: must have at most 6 characters, has 7'],
  ],
  [
    'long saved pin code',
    'addressRequest',
    { savedAddresses: [{ id: '1', value: { inPinCode: '1234567' } }] },
    ['savedAddresses[0].value.inPinCode: must have at most 6 characters, has 7'],
  ],
  [
    'call button out of range',
    'voiceCallButton',
    { displayText: texts(21), ttlMinutes: 43_201, payload: texts(513) },
    [
      'displayText: must have at most 20 characters, has 21',
      'ttlMinutes: must not be greater than 43200',
      'payload: must have at most 512 characters, has 513',
    ],
  ],
  [
    'call button for half a minute',
    'voiceCallButton',
    { ttlMinutes: 0.5 },
    ['ttlMinutes: must be an integer number'],
  ],

  ['one card', 'mediaCarousel', { cards: [card()] }, ['cards: must have at least 2 items, has 1']],
  [
    'eleven cards',
    'mediaCarousel',
    { cards: Array(11).fill(card()) },
    ['cards: must have at most 10 items, has 11'],
  ],
  [
    'header',
    'mediaCarousel',
    { header: { text: 'h' } },
    ['header: must be left out: carousels have a body and cards only'],
  ],
  [
    'card without media',
    'mediaCarousel',
    { cards: [card(), card({ image: undefined })] },
    ['cards[1].image: is missing: give exactly one of image or video'],
  ],
  [
    'card without button',
    'mediaCarousel',
    { cards: [card({ urlButton: undefined }), card({ urlButton: undefined })] },
    [
      'cards[0].urlButton: is missing: give exactly one of urlButton or quickReplies',
      'cards[1].urlButton: is missing: give exactly one of urlButton or quickReplies',
    ],
  ],
  [
    'long card',
    'mediaCarousel',
    { cards: [card({ body: texts(161) }), card({ body: 'a\nb\nc\nd' })] },
    [
      'cards[0].body: must have at most 160 characters, has 161',
      'cards[1].body: must have at most 2 line breaks, has 3',
    ],
  ],
  [
    'different buttons',
    'mediaCarousel',
    { cards: [card(), card({ urlButton: undefined, quickReplies: [{ id: 'a', title: 'A' }] })] },
    ['cards[1]: must have the same buttons as the first card: a URL button'],
  ],
  [
    'different number of buttons',
    'mediaCarousel',
    {
      cards: [
        card({ urlButton: undefined, quickReplies: buttons(2) }),
        card({ urlButton: undefined, quickReplies: [{ id: 'z', title: 'Z' }] }),
      ],
    },
    ['cards[1]: must have the same buttons as the first card: quick replies (2)'],
  ],
  [
    'same reply id on two cards',
    'mediaCarousel',
    { cards: [0, 1].map(() => card({ urlButton: undefined, quickReplies: buttons(1) })) },
    ['cards[1].quickReplies[0].id: must be unique, equals [0].quickReplies[0].id'],
  ],
  [
    'one product',
    'productCarousel',
    { productRetailerIds: ['1'] },
    ['productRetailerIds: must have at least 2 items, has 1'],
  ],

  [
    'odd characters in a reference',
    'orderDetails',
    { order: { ...order, reference_id: 'a b' } },
    ['order.reference_id: must have letters, digits, _, - and . only'],
  ],
  [
    'long reference in India',
    'orderDetails',
    { order: { ...order, reference_id: texts(36) } },
    ['order.reference_id: must have at most 35 characters, has 36'],
  ],
  [
    'long reference in Brazil',
    'orderDetails',
    { order: { ...order, currency: 'BRL', reference_id: texts(61) } },
    ['order.reference_id: must have at most 60 characters, has 61'],
  ],
  [
    'unknown goods',
    'orderDetails',
    { order: { ...order, type: 'goods' } },
    ['order.type: must be one of the following values: digital-goods, physical-goods'],
  ],
  [
    'currency of another country',
    'orderDetails',
    { order: { ...order, payment_type: 'br' } },
    ['order.currency: must be BRL with this payment_type'],
  ],
  [
    'unknown currency',
    'orderDetails',
    { order: { ...order, currency: 'EUR' } },
    ['order.currency: must be one of the following values: INR, BRL'],
  ],
  [
    'another offset',
    'orderDetails',
    { order: { ...order, total_amount: { value: 1000, offset: 10 } } },
    ['order.total_amount.offset: must be 100'],
  ],
  [
    'total that does not add up',
    'orderDetails',
    { order: { ...order, total_amount: money(1001) } },
    ['order.total_amount: must be subtotal + tax + shipping - discount'],
  ],
  [
    'total of nothing',
    'orderDetails',
    { order: { ...order, total_amount: money(0) } },
    ['order.total_amount: must be more than 0'],
  ],
  [
    'subtotal that does not add up',
    'orderDetails',
    withOrder({ subtotal: money(900) }, { total_amount: money(900) }),
    ['order.order.subtotal: must be the sum over the items of sale_amount, or else amount, times quantity'],
  ],
  ['no tax', 'orderDetails', withOrder({ tax: undefined }), ['order.order.tax: must be an object']],
  [
    'another state',
    'orderDetails',
    withOrder({ status: 'shipped' }),
    ['order.order.status: must be one of the following values: pending'],
  ],
  [
    'no items',
    'orderDetails',
    withOrder({ items: [] }),
    [
      'order.order.items: must have at least 1 item, has 0',
      'order.order.subtotal: must be the sum over the items of sale_amount, or else amount, times quantity',
    ],
  ],
  [
    'item out of range',
    'orderDetails',
    withOrder({ items: [{ ...item, name: texts(61), quantity: 0 }], subtotal: money(0), tax: money(1000) }),
    [
      'order.order.items[0].name: must have at most 60 characters, has 61',
      'order.order.items[0].quantity: must not be less than 1',
    ],
  ],
  [
    'reduced price that is none',
    'orderDetails',
    withOrder({ items: [{ ...item, sale_amount: money(500) }] }),
    ['order.order.items[0].sale_amount: must be less than amount'],
  ],
  [
    'image of a catalog item',
    'orderDetails',
    withOrder({ items: [{ ...item, retailer_id: '1', image: { link: 'https://a.b' } }] }),
    ['order.order.items[0].image: must be left out beside retailer_id'],
  ],
  [
    'image in a catalog order',
    'orderDetails',
    withOrder({ catalog_id: '1', items: [{ ...item, image: { link: 'https://a.b' } }] }),
    ['order.order.items[0].image: must be left out beside catalog_id'],
  ],
  [
    'eleven items with images',
    'orderDetails',
    withOrder(
      { items: Array(11).fill({ ...item, image: { link: 'https://a.b' } }), subtotal: money(11_000) },
      { total_amount: money(11_000) },
    ),
    ['order.order.items: must have at most 10 items when they have images, has 11'],
  ],
  [
    'expiration too soon',
    'orderDetails',
    withOrder({ expiration: { timestamp: String(NOW / 1000 + 299), description: 'd' } }),
    ['order.order.expiration.timestamp: must be at least 300 seconds ahead'],
  ],
  [
    'expiration as a number',
    'orderDetails',
    withOrder({ expiration: { timestamp: NOW, description: texts(121) } }),
    [
      'order.order.expiration.timestamp: must be seconds since the Unix epoch as text',
      'order.order.expiration.description: must have at most 120 characters, has 121',
    ],
  ],
  [
    'long description',
    'orderDetails',
    withOrder({ tax: { ...money(0), description: texts(61) } }),
    ['order.order.tax.description: must have at most 60 characters, has 61'],
  ],
  [
    'unknown payment setting',
    'orderDetails',
    { order: { ...order, payment_settings: [{ type: 'cash' }] } },
    [
      'order.payment_settings[0].type: must be one of payment_gateway, upi_intent_link, payment_link, pix_dynamic_code, boleto, offsite_card_pay',
    ],
  ],
  [
    'long configuration',
    'orderDetails',
    { order: { ...order, payment_configuration: texts(61) } },
    ['order.payment_configuration: must have at most 60 characters, has 61'],
  ],
  [
    'beneficiary without a name',
    'orderDetails',
    {
      order: {
        ...order,
        beneficiaries: [
          {
            name: '',
            address_line1: texts(101),
            city: 'c',
            state: 's',
            country: 'India',
            postal_code: '560087',
          },
        ],
      },
    },
    [
      'order.beneficiaries[0].name: must not be empty',
      'order.beneficiaries[0].address_line1: must have at most 100 characters, has 101',
    ],
  ],
  ['no order', 'orderDetails', { order: undefined }, ['order: must be an object']],

  [
    'unknown state',
    'orderStatus',
    { status: 'lost' },
    [
      'status: must be one of the following values: pending, processing, partially_shipped, partially-shipped, shipped, completed, canceled',
    ],
  ],
  [
    'long description',
    'orderStatus',
    { description: texts(121) },
    ['description: must have at most 120 characters, has 121'],
  ],
  [
    'unknown payment',
    'orderStatus',
    { payment: { status: 'paid' } },
    ['payment.status: must be one of the following values: pending, captured, failed'],
  ],

  [
    'capitals in a template name',
    'template',
    { name: 'Hello' },
    ['name: must have lower-case letters, digits and _ only'],
  ],
  ['no template name', 'template', { name: '' }, ['name: must not be empty']],
  [
    'long template name',
    'template',
    { name: texts(513) },
    ['name: must have at most 512 characters, has 513'],
  ],
  [
    'language that is none',
    'template',
    { language: 'english' },
    ['language: must be a language code such as en or en_US'],
  ],
  ['group', 'marketingMessage', { to: group }, [GROUPS_REFUSED]],
  [
    'unknown policy',
    'marketingMessage',
    { productPolicy: 'strict' },
    ['productPolicy: must be one of the following values: CLOUD_API_FALLBACK, STRICT'],
  ],
  [
    'sharing that is no boolean',
    'marketingMessage',
    { messageActivitySharing: 'no' },
    ['messageActivitySharing: must be a boolean value'],
  ],

  ['user', 'pin', { to }, ['to: must be { group }: this works in groups only']],
  ['no days', 'pin', { expirationDays: undefined }, ['expirationDays: must be an integer number']],
  ['31 days', 'pin', { expirationDays: 31 }, ['expirationDays: must not be greater than 30']],
  ['no message', 'unpin', { messageId: '' }, ['messageId: must not be empty']],
];

describe('inputs that Meta would refuse', () => {
  const clock = new ManualClock(NOW);
  let warn: jest.SpyInstance;
  beforeEach(() => {
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const issuesOf = (kind: Kind, input: object): string[] =>
    new PayloadValidator({}, clock)
      .issues(KINDS[kind].dto, input)
      .map(({ path, message }) => `${path}: ${message}`);

  it.each(Object.entries(GOOD) as [Kind, object][])('a small %s passes without a word', (kind, input) => {
    expect(issuesOf(kind, input)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each(Object.keys(GOOD) as Kind[])('%s keeps members that it does not know', (kind) => {
    expect(issuesOf(kind, { ...GOOD[kind], some_new_member: { of: 'Meta' } })).toEqual([]);
  });

  it.each(REFUSALS.map(([name, kind, change, expected]) => [kind, name, change, expected] as const))(
    '%s: %s',
    (kind, _name, change, expected) => {
      expect(issuesOf(kind, { ...GOOD[kind], ...change }).sort()).toEqual([...expected].sort());
    },
  );

  it.each<[string, Kind, object]>([
    ['text of the full length in emoji', 'text', { body: '😀'.repeat(4096) }],
    ['long text that is split', 'text', { body: texts(9000), overflow: 'split' }],
    ['coordinates as text', 'location', { latitude: '37.5', longitude: '-122' }],
    ['ten buttons that overflow', 'buttons', { buttons: buttons(10), overflow: 'list' }],
    [
      'ten rows in two sections',
      'list',
      {
        sections: [
          { title: 'a', rows: rows(5) },
          { title: 'b', rows: rows(5, 5) },
        ],
      },
    ],
    [
      'expiration at the limit',
      'orderDetails',
      withOrder({ expiration: { timestamp: String(NOW / 1000 + 300), description: '' } }),
    ],
    [
      'reduced prices',
      'orderDetails',
      withOrder({ items: [{ ...item, sale_amount: money(400) }], subtotal: money(800), tax: money(200) }),
    ],
    [
      'long reference in Brazil',
      'orderDetails',
      { order: { ...order, currency: 'BRL', payment_type: 'br', reference_id: texts(60) } },
    ],
    [
      'leap day',
      'contacts',
      { contacts: [{ name: { formattedName: 'A', firstName: 'A' }, birthday: '2024-02-29' }] },
    ],
  ])('%s passes', (_name, kind, change) => {
    expect(issuesOf(kind, { ...GOOD[kind], ...change })).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each<[string, Kind, object, string]>([
    [
      'preview without a link',
      'text',
      { previewUrl: true },
      'previewUrl is set, but the text has no http or https link',
    ],
    ['long file name', 'document', { filename: texts(241) }, 'filename is longer than 240 characters'],
    ['long place name', 'location', { name: texts(101) }, 'name is longer than 100 characters'],
    ['address without a name', 'location', { address: 'a' }, 'address is not shown without a name'],
    [
      'six contacts',
      'contacts',
      { contacts: Array(6).fill({ name: { formattedName: 'A', firstName: 'A' } }) },
      'contacts has more than 5 items, which some clients show badly',
    ],
    [
      'country in full',
      'contacts',
      { contacts: [{ name: { formattedName: 'A', firstName: 'A' }, addresses: [{ countryCode: 'USA' }] }] },
      'countryCode is not a code of two letters',
    ],
    [
      'WhatsApp id with a plus',
      'contacts',
      { contacts: [{ name: { formattedName: 'A', firstName: 'A' }, phones: [{ waId: '+1' }] }] },
      'waId has other characters than digits',
    ],
    [
      'empty phone',
      'contacts',
      { contacts: [{ name: { formattedName: 'A', firstName: 'A' }, phones: [{ phone: '' }] }] },
      'phone is empty, and there is no waId',
    ],
    [
      'reaction to an odd id',
      'reaction',
      { messageId: '123' },
      'messageId does not look like a message id (wamid.…)',
    ],
    [
      'list body over 1024',
      'list',
      { body: texts(1025) },
      "body is longer than 1024 characters, which some of Meta's pages give as the limit of lists too",
    ],
    ['long flow label', 'flow', { cta: texts(21) }, 'cta is longer than 20 characters and may be cut'],
    ['emoji on a flow label', 'flow', { cta: 'Go 🚀' }, 'cta has an emoji, which Meta advises against'],
    [
      'catalog without a picture',
      'catalog',
      { thumbnailProductRetailerId: undefined },
      'thumbnailProductRetailerId is missing; Meta has refused catalog messages without it',
    ],
    [
      'unknown part of an address',
      'addressRequest',
      { values: { county: 'x' } },
      'values has parts besides name, phoneNumber, inPinCode, houseNumber, floorNumber, towerNumber, buildingName, address, landmarkArea, city, state, which are not sent',
    ],
    [
      'card media by id',
      'mediaCarousel',
      { cards: [card({ image: { id: '1' } }), card()] },
      'image is given by id or file; Meta documents only links on cards',
    ],
    [
      'images and videos',
      'mediaCarousel',
      { cards: [card(), card({ image: undefined, video: { link: 'https://a.b' } })] },
      'cards mixes images and videos, which Meta advises against',
    ],
    [
      'four quick replies',
      'mediaCarousel',
      { cards: [0, 4].map((n) => card({ urlButton: undefined, quickReplies: buttons(n + 4).slice(n) })) },
      'quickReplies has more than 3 items',
    ],
    [
      'full prices summed',
      'orderDetails',
      withOrder({ items: [{ ...item, sale_amount: money(400) }] }),
      'subtotal is the sum of the full prices though there are reduced ones',
    ],
    [
      'language that is not listed',
      'template',
      { language: 'xx' },
      'language is not in the list of languages that Meta publishes',
    ],
  ])('%s is sent with one warning', (_name, kind, change, warning) => {
    expect(issuesOf(kind, { ...GOOD[kind], ...change })).toEqual([]);
    expect(warn.mock.calls.flat()).toEqual([`Doubtful input for ${KINDS[kind].dto.name}: ${warning}`]);
  });

  const membersRefusedByPipes = (kind: Kind, input: object): string[] =>
    validateSync(plainToInstance(KINDS[kind].dto as new () => object, input)).map(({ property }) => property);

  it.each(Object.entries(GOOD) as [Kind, object][])(
    'a small %s passes in a pipe of the application',
    (kind, input) => {
      expect(membersRefusedByPipes(kind, input)).toEqual([]);
    },
  );

  it.each(REFUSALS.map(([name, kind, change, expected]) => [kind, name, change, expected] as const))(
    '%s: %s, in a pipe of the application',
    (kind, _name, change, expected) => {
      jest.spyOn(Date, 'now').mockReturnValue(NOW);
      const refused = membersRefusedByPipes(kind, { ...GOOD[kind], ...change });
      const members = expected.map((issue) => /^\w+/.exec(issue)![0]);
      expect([...new Set(refused)].sort()).toEqual([...new Set(members)].sort());
    },
  );
});
