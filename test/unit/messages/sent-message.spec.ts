import { setup } from './support';

const template = { to: '+16505551234', name: 'order_update', language: 'en_US' };
const held = {
  messaging_product: 'whatsapp',
  contacts: [{ input: '+16505551234', wa_id: '16505551234', user_id: 'US.1' }],
  messages: [{ id: 'wamid.T', message_status: 'held_for_quality_assessment' }],
};

describe('what is known of a message that was sent', () => {
  it.each([
    ['S2 SentMessage.id', { messageId: 'wamid.HBgLMTY1' }],
    ['S2 SentMessage.to_user', { recipient: { waId: '16505551234' } }],
    ['S2 SentMessage.input', { recipient: { input: '+16505551234' } }],
  ])('%s: is in the result', async (_row, expected) => {
    const { messages } = setup();
    expect(await messages.sendText({ to: '+16505551234', body: 'Hello' })).toMatchObject(expected);
  });

  it('S2 SentMessage.from_phone_id: is the number that the call names, or the default', async () => {
    const { messages, graph } = setup();
    await messages.sendText({ to: '+16505551234', body: 'Hello' }, { phoneNumberId: '300' });
    await messages.sendText({ to: '+16505551234', body: 'Hello' });
    expect(graph.requests.map(({ account }) => account?.phoneNumberId)).toEqual(['300', undefined]);
  });

  it.each([
    ['S2 SentTemplate.id', { messageId: 'wamid.T' }],
    ['S2 SentTemplate.to_user', { recipient: { waId: '16505551234', userId: 'US.1' } }],
    ['S2 SentTemplate.input', { recipient: { input: '+16505551234' } }],
    ['S2 SentTemplate.status', { status: 'held_for_quality_assessment' }],
  ])('%s: is in the result', async (_row, expected) => {
    const { messages, graph } = setup();
    graph.answer = () => held;
    expect(await messages.sendTemplate(template, { validate: false })).toMatchObject(expected);
  });

  it('S2 SentTemplate.from_phone_id: is the number that the call names', async () => {
    const { messages, graph } = setup();
    await messages.sendTemplate(template, { validate: false, phoneNumberId: '300' });
    expect(graph.requests.at(-1)?.account?.phoneNumberId).toBe('300');
  });

  it.each(['accepted', 'held_for_quality_assessment', 'paused', 'something_new'])(
    'S2 SentTemplateStatus: %s survives',
    async (message_status) => {
      const { messages, graph } = setup();
      graph.answer = () => ({ ...held, messages: [{ id: 'wamid.T', message_status }] });
      expect((await messages.sendTemplate(template, { validate: false })).status).toBe(message_status);
    },
  );
});
