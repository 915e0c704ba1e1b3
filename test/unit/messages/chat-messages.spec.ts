import { Logger } from '@nestjs/common';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import type { ChatMessages } from '../../../lib/messages/chat-messages';
import { setup } from './support';

const event = {
  name: 'message.text',
  phoneNumberId: '200',
  wabaId: '300',
  chat: { type: 'individual', id: '16505551234' },
  payload: { id: 'wamid.in', from: '16505551234', text: { body: 'Hi' } },
} as const;
const group = { ...event, chat: { type: 'group', id: 'Y2Fw' } } as const;
const card = { image: { link: 'https://a.b' }, urlButton: { displayText: 'Go', url: 'https://a.b' } };
const order = {
  reference_id: 'o-1',
  type: 'digital-goods',
  currency: 'INR',
  total_amount: { value: 100, offset: 100 },
  order: {
    status: 'pending',
    items: [{ name: 'bread', amount: { value: 100, offset: 100 }, quantity: 1 }],
    subtotal: { value: 100, offset: 100 },
    tax: { value: 0, offset: 100 },
  },
} as const;

/** Each shortcut, and the kind that leaves. */
const SHORTCUTS: Record<
  Exclude<keyof ChatMessages, 'markRead' | 'showTyping' | 'typing' | 'recipient' | 'messageId'>,
  [(to: ChatMessages) => Promise<unknown>, string]
> = {
  text: [(to) => to.text('Hello'), 'text'],
  image: [(to) => to.image({ id: '1' }), 'image'],
  video: [(to) => to.video({ id: '1' }), 'video'],
  audio: [(to) => to.audio({ id: '1' }), 'audio'],
  voice: [(to) => to.voice({ id: '1' }), 'audio'],
  document: [(to) => to.document({ id: '1', filename: 'a.pdf' }), 'document'],
  sticker: [(to) => to.sticker({ id: '1' }), 'sticker'],
  location: [(to) => to.location({ latitude: 1, longitude: 2 }), 'location'],
  contacts: [(to) => to.contacts([{ name: { formattedName: 'Ada L', firstName: 'Ada' } }]), 'contacts'],
  react: [(to) => to.react('👍'), 'reaction'],
  unreact: [(to) => to.unreact(), 'reaction'],
  buttons: [(to) => to.buttons({ body: 'b', buttons: [{ id: 'a', title: 'A' }] }), 'button'],
  list: [
    (to) => to.list({ body: 'b', button: 'Open', sections: [{ rows: [{ id: 'a', title: 'A' }] }] }),
    'list',
  ],
  ctaUrl: [(to) => to.ctaUrl({ body: 'b', displayText: 'Go', url: 'https://a.b' }), 'cta_url'],
  flow: [(to) => to.flow({ body: 'b', flowId: '1', cta: 'Open' }), 'flow'],
  product: [(to) => to.product({ catalogId: '1', productRetailerId: '2' }), 'product'],
  productList: [
    (to) =>
      to.productList({ header: 'h', body: 'b', catalogId: '1', sections: [{ productRetailerIds: ['2'] }] }),
    'product_list',
  ],
  catalog: [(to) => to.catalog({ body: 'b', thumbnailProductRetailerId: '1' }), 'catalog_message'],
  requestLocation: [(to) => to.requestLocation({ body: 'b' }), 'location_request_message'],
  requestAddress: [(to) => to.requestAddress({ body: 'b' }), 'address_message'],
  requestCallPermission: [(to) => to.requestCallPermission({}), 'call_permission_request'],
  requestContactInfo: [(to) => to.requestContactInfo({ body: 'b' }), 'request_contact_info'],
  voiceCallButton: [(to) => to.voiceCallButton({ body: 'b' }), 'voice_call'],
  mediaCarousel: [(to) => to.mediaCarousel({ body: 'b', cards: [card, card] }), 'carousel'],
  productCarousel: [
    (to) => to.productCarousel({ body: 'b', catalogId: '1', productRetailerIds: ['1', '2'] }),
    'carousel',
  ],
  orderDetails: [
    (to) =>
      to.orderDetails({
        body: 'b',
        order: { ...order, order: { ...order.order, items: [...order.order.items] } },
      }),
    'order_details',
  ],
  orderStatus: [(to) => to.orderStatus({ body: 'b', referenceId: 'o-1', status: 'shipped' }), 'order_status'],
  template: [(to) => to.template({ name: 'hello_world', language: 'en_US' }), 'template'],
  marketingMessage: [(to) => to.marketingMessage({ name: 'hello_world', language: 'en_US' }), 'template'],
  pin: [(to) => to.pin(7), 'pin'],
  unpin: [(to) => to.unpin(), 'pin'],
};
const GROUP_ONLY = ['pin', 'unpin'];
const FOR_ALL = [
  'text',
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
  'location',
  'contacts',
  'react',
  'unreact',
  'template',
];

describe('messages.to(event)', () => {
  beforeAll(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  it.each(Object.entries(SHORTCUTS))(
    '%s goes to the chat, from the number of the event',
    async (name, [send, kind]) => {
      const { messages, graph } = setup();
      await send(messages.to(GROUP_ONLY.includes(name) ? group : event));
      const [body] = graph.bodies;
      expect(body.type === 'interactive' ? body.interactive.type : body.type).toBe(kind);
      expect(body).toMatchObject(
        GROUP_ONLY.includes(name)
          ? { recipient_type: 'group', to: 'Y2Fw' }
          : { recipient_type: 'individual', to: '16505551234' },
      );
      expect(body).not.toHaveProperty('context');
      expect(graph.requests[0]!.account).toEqual({ phoneNumberId: '200', wabaId: '300' });
    },
  );

  it.each(Object.entries(SHORTCUTS))(
    '%s in a group goes to the group or is refused with the reason',
    async (name, [send]) => {
      const { messages, graph } = setup();
      if (FOR_ALL.includes(name) || GROUP_ONLY.includes(name)) {
        await send(messages.to(group));
        expect(graph.bodies[0]).toMatchObject({ recipient_type: 'group', to: 'Y2Fw' });
      } else {
        await expect(send(messages.to(group))).rejects.toThrow(
          'to: must be a user: Meta does not deliver this kind to groups',
        );
        expect(graph.requests).toEqual([]);
      }
    },
  );

  it('reaches a user whose number is hidden by user id', async () => {
    const { messages, graph } = setup();
    await messages.to({ ...event, chat: { type: 'individual', id: 'US.1349' } }).text('Hello');
    expect(graph.bodies[0]).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      recipient: 'US.1349',
      type: 'text',
      text: { body: 'Hello' },
    });
  });

  it('quotes when asked, and sends nothing of the wish itself', async () => {
    const { messages, graph } = setup();
    const to = messages.to(event);
    await to.image({ id: '1', quote: true });
    await to.text({ body: 'Hi', quote: false });
    await to.text({ body: 'Hi', replyTo: 'wamid.other' });
    await to.contacts({ contacts: [{ name: { formattedName: 'Ada L', firstName: 'Ada' } }], quote: true });
    expect(graph.bodies.map((body) => body.context?.message_id)).toEqual([
      'wamid.in',
      undefined,
      'wamid.other',
      'wamid.in',
    ]);
    expect(JSON.stringify(graph.bodies)).not.toContain('quote');
  });

  it('reacts to the message of the event', async () => {
    const { messages, graph } = setup();
    await messages.to(event).react('🎉');
    await messages.to(event).unreact();
    expect(graph.bodies.map((body) => body.reaction)).toEqual([
      { message_id: 'wamid.in', emoji: '🎉' },
      { message_id: 'wamid.in', emoji: '' },
    ]);
  });

  it('marks voice notes as such', async () => {
    const { messages, graph } = setup();
    await messages.to(event).voice({ id: '1' });
    expect(graph.bodies[0].audio).toEqual({ id: '1', voice: true });
  });

  it('marks as read and shows typing', async () => {
    const { messages, graph } = setup();
    const to = messages.to(event);
    await to.markRead();
    await to.showTyping();
    expect(await to.typing(() => 'done')).toBe('done');
    expect(graph.bodies.map((body) => [body.message_id, body.typing_indicator?.type])).toEqual([
      ['wamid.in', undefined],
      ['wamid.in', 'text'],
      ['wamid.in', 'text'],
    ]);
    expect(graph.requests.map(({ account }) => account?.phoneNumberId)).toEqual(['200', '200', '200']);
  });

  it('sends from another number when the call says so', async () => {
    const { messages, graph } = setup();
    await messages.to(event).text('Hello', { phoneNumberId: '5' });
    expect(graph.requests[0]!.account).toEqual({ phoneNumberId: '5' });
  });

  it('refuses events without a chat', () => {
    const { messages } = setup();
    expect(() => messages.to({ payload: {} })).toThrow(PayloadValidationError);
  });
});

describe('messages.reply', () => {
  it('answers with a text', async () => {
    const { messages, graph } = setup();
    const result = await messages.reply(event, { body: 'Thank you', quote: true, previewUrl: false });
    expect(result.status).toBe('accepted');
    expect(graph.bodies).toEqual([
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '16505551234',
        type: 'text',
        text: { body: 'Thank you', preview_url: false },
        context: { message_id: 'wamid.in' },
      },
    ]);
  });

  it('rejects for an event without a chat, and for a quote without a message', async () => {
    const { messages } = setup();
    await expect(messages.reply({ payload: {} }, { body: 'Hi' })).rejects.toThrow(PayloadValidationError);
    await expect(messages.reply({ payload: { from: '1' } }, { body: 'Hi', quote: true })).rejects.toThrow(
      'has no message id',
    );
  });
});
