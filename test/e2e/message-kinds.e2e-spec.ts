import { MessagesService } from 'nestjs-whatsapp-cloud';
import type { EmulatedGroup, UserMessage, VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import type { KINDS } from '../../lib/messages/message-kinds';
import type { Booted } from '../support/boot';
import { ADAPTERS, boot } from '../support/boot';

const to = '15550100123';
const link = 'https://www.luckyshrub.com/a';
const urlButton = { displayText: 'Shop', url: link };
const card = { image: { link }, urlButton };
const money = (value: number) => ({ value, offset: 100 }) as const;
const order = {
  reference_id: 'o-1',
  type: 'digital-goods',
  payment_type: 'upi',
  payment_configuration: 'upi-1',
  currency: 'INR',
  total_amount: money(100),
  order: {
    status: 'pending',
    items: [{ retailer_id: 'r', name: 'bread', amount: money(100), quantity: 1 }],
    subtotal: money(100),
    tax: money(0),
  },
} as const;

interface Scene {
  readonly ann: VirtualUser;
  readonly group: EmulatedGroup;
  readonly said: UserMessage;
}

/** Sends one message of each kind, and names it as it arrives. */
const SENDS: Record<
  keyof typeof KINDS,
  [send: (messages: MessagesService, scene: Scene) => Promise<unknown>, type: string]
> = {
  text: [(m) => m.sendText({ to, body: 'Hi' }), 'text'],
  image: [(m) => m.sendImage({ to, link, caption: 'Eggs' }), 'image'],
  video: [(m) => m.sendVideo({ to, link }), 'video'],
  audio: [(m) => m.sendAudio({ to, link }), 'audio'],
  voice: [(m) => m.sendVoice({ to, link }), 'audio'],
  document: [(m) => m.sendDocument({ to, link, filename: 'a.pdf' }), 'document'],
  sticker: [(m) => m.sendSticker({ to, link }), 'sticker'],
  location: [
    (m) => m.sendLocation({ to, latitude: 1, longitude: 2, name: 'Here', address: 'Main St' }),
    'location',
  ],
  contacts: [
    (m) => m.sendContacts({ to, contacts: [{ name: { formattedName: 'Ada L', firstName: 'Ada' } }] }),
    'contacts',
  ],
  reaction: [(m, { said }) => m.react({ to, messageId: said.id, emoji: '👍🏽' }), 'reaction'],
  reactionRemoval: [(m, { said }) => m.unreact({ to, messageId: said.id }), 'reaction'],
  buttons: [
    (m) => m.sendButtons({ to, header: { image: { link } }, body: 'b', buttons: [{ id: 'a', title: 'A' }] }),
    'button',
  ],
  list: [
    (m) => m.sendList({ to, body: 'b', button: 'Open', sections: [{ rows: [{ id: 'a', title: 'A' }] }] }),
    'list',
  ],
  ctaUrl: [(m) => m.sendCtaUrl({ to, body: 'b', ...urlButton }), 'cta_url'],
  flow: [(m) => m.sendFlow({ to, body: 'b', flowId: '1', cta: 'Open' }), 'flow'],
  product: [(m) => m.sendProduct({ to, catalogId: '1', productRetailerId: '2' }), 'product'],
  productList: [
    (m) =>
      m.sendProductList({
        to,
        header: 'h',
        body: 'b',
        catalogId: '1',
        sections: [{ productRetailerIds: ['2'] }],
      }),
    'product_list',
  ],
  catalog: [(m) => m.sendCatalog({ to, body: 'b', thumbnailProductRetailerId: '1' }), 'catalog_message'],
  locationRequest: [(m) => m.requestLocation({ to, body: 'b' }), 'location_request_message'],
  addressRequest: [(m) => m.requestAddress({ to, body: 'b' }), 'address_message'],
  callPermissionRequest: [(m) => m.requestCallPermission({ to }), 'call_permission_request'],
  contactInfoRequest: [(m) => m.requestContactInfo({ to, body: 'b' }), 'request_contact_info'],
  voiceCallButton: [(m) => m.sendVoiceCallButton({ to, body: 'b' }), 'voice_call'],
  mediaCarousel: [(m) => m.sendMediaCarousel({ to, body: 'b', cards: [card, card] }), 'carousel'],
  productCarousel: [
    (m) => m.sendProductCarousel({ to, body: 'b', catalogId: '1', productRetailerIds: ['1', '2'] }),
    'carousel',
  ],
  orderDetails: [
    (m) =>
      m.sendOrderDetails({
        to,
        body: 'b',
        order: { ...order, order: { ...order.order, items: [...order.order.items] } },
      }),
    'order_details',
  ],
  orderStatus: [
    (m) => m.sendOrderStatus({ to, body: 'b', referenceId: 'o-1', status: 'shipped' }),
    'order_status',
  ],
  template: [(m) => m.sendTemplate({ to, name: 'hello', language: 'en_US', params: ['Ann'] }), 'template'],
  marketingMessage: [
    (m) => m.sendMarketingMessage({ to, name: 'hello', language: 'en_US', params: { name: 'Ann' } }),
    'template',
  ],
  pin: [
    (m, { group, said }) => m.pin({ to: { group: group.id }, messageId: said.id, expirationDays: 7 }),
    'pin',
  ],
  unpin: [(m, { group, said }) => m.unpin({ to: { group: group.id }, messageId: said.id }), 'pin'],
};

describe.each(ADAPTERS)('every kind of message arrives, on %s', (adapter) => {
  let booted: Booted;
  let scene: Scene;

  beforeAll(async () => {
    booted = await boot({ adapter });
    const ann = booted.emulator.user({ name: 'Ann', phone: to });
    const group = booted.emulator.group({ subject: 'Trip', participants: [ann] });
    scene = { ann, group, said: await ann.says('Hi') };
  });
  afterAll(() => booted.stop());

  it.each(Object.keys(SENDS) as (keyof typeof SENDS)[])('%s', async (kind) => {
    const [send, type] = SENDS[kind];
    const result = (await send(booted.app.get(MessagesService), scene)) as { messageId: string };
    const message = await scene.ann.expectReply();
    expect(message.id).toBe(result.messageId);
    expect(message.payload.interactive?.type ?? message.type).toBe(type);
    await scene.ann.expectNothing();
  });
});
