import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import { SendOutcomeUnknownError } from '../../../lib/errors/send-outcome-unknown.error';
import { PartialSendError } from '../../../lib/messages/partial-send.error';
import { ACCEPTED, setup } from './support';

const hello = { to: '+16505551234', body: 'Hello' };

describe('the result of a send', () => {
  it('is accepted, not sent', async () => {
    const { messages } = setup();
    expect(await messages.sendText(hello)).toEqual({
      messageId: 'wamid.HBgLMTY1',
      recipient: { input: '+16505551234', waId: '16505551234' },
      status: 'accepted',
      raw: ACCEPTED,
    });
  });

  it.each([
    [
      'a user id',
      { contacts: [{ input: 'US.1', user_id: 'US.1' }], messages: [{ id: 'wamid.1' }] },
      { messageId: 'wamid.1', recipient: { input: 'US.1', userId: 'US.1' }, status: 'accepted' },
    ],
    [
      'a held template',
      {
        contacts: [{ input: '1', wa_id: '1', user_id: 'US.1' }],
        messages: [{ id: 'wamid.1', message_status: 'held_for_quality_assessment' }],
      },
      {
        messageId: 'wamid.1',
        recipient: { input: '1', waId: '1', userId: 'US.1' },
        status: 'held_for_quality_assessment',
      },
    ],
    [
      'a state that is new',
      { contacts: [], messages: [{ id: 'wamid.1', message_status: 'pondering' }] },
      { messageId: 'wamid.1', recipient: { input: '+16505551234' }, status: 'pondering' },
    ],
    [
      'no contacts',
      { messages: [{ id: 'wamid.1' }] },
      { messageId: 'wamid.1', recipient: { input: '+16505551234' }, status: 'accepted' },
    ],
  ])('with %s', async (_name, answer, expected) => {
    const { messages, graph } = setup();
    graph.answer = () => answer;
    expect(await messages.sendText(hello)).toEqual({ ...expected, raw: answer });
  });

  it('repeats the user id that was given when Meta names nobody', async () => {
    const { messages, graph } = setup();
    graph.answer = () => ({ messages: [{ id: 'wamid.1' }] });
    expect(await messages.sendText({ to: 'US.1', body: 'Hi' })).toMatchObject({
      recipient: { input: 'US.1' },
    });
  });

  it.each([[undefined], [null], ['<html>'], [{}], [{ messages: [] }], [{ messages: [{}] }]])(
    'is unknown when the answer is %j',
    async (answer) => {
      const { messages, graph } = setup();
      graph.answer = () => answer;
      const error: unknown = await messages
        .sendText({ ...hello, correlation: { order: 7 } })
        .catch((e: unknown) => e);
      expect(error).toBeInstanceOf(SendOutcomeUnknownError);
      expect(error).toMatchObject({ reason: 'unreadable-answer', correlation: '{"order":7}' });
      expect(graph.requests).toHaveLength(1);
    },
  );
});

describe('a request', () => {
  it('carries the settings of the call', async () => {
    const { messages, graph } = setup();
    const { signal } = new AbortController();
    await messages.sendText(hello, { phoneNumberId: '200', wabaId: '300', signal, timeoutMs: 5 });
    expect(graph.requests[0]).toMatchObject({
      method: 'POST',
      account: { phoneNumberId: '200', wabaId: '300' },
      signal,
      timeoutMs: 5,
      kind: 'send',
    });
  });

  it('needs a number to send from, and says how to give one', async () => {
    const { messages, graph } = setup();
    await messages.sendText(hello);
    const { path } = graph.requests[0]!;
    const resolve = (): unknown => (path as (account: object) => string)({ accessToken: 't' });
    expect(resolve).toThrow(WhatsAppConfigurationError);
    expect(resolve).toThrow(/phoneNumberId/);
  });

  it('carries the shared members', async () => {
    const { messages, graph } = setup();
    await messages.sendText({
      ...hello,
      replyTo: 'wamid.1',
      correlation: 'order 7',
      identityKeyHash: 'DF2lS5v2W6x=',
    });
    expect(graph.bodies[0]).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+16505551234',
      type: 'text',
      text: { body: 'Hello' },
      context: { message_id: 'wamid.1' },
      biz_opaque_callback_data: 'order 7',
      recipient_identity_key_hash: 'DF2lS5v2W6x=',
    });
  });

  it('is not made for an input that Meta would refuse', async () => {
    const { messages, graph } = setup();
    await expect(messages.sendButtons({ ...hello, buttons: [] })).rejects.toThrow(PayloadValidationError);
    expect(graph.requests).toEqual([]);
  });

  it.each([
    ['call', {}, { validate: false }],
    ['module', { validate: false }, {}],
  ])('is made all the same when the %s says so', async (_name, module, call) => {
    const { messages, graph } = setup(module);
    await messages.sendText({ ...hello, body: '' }, call);
    expect(graph.bodies[0].text).toEqual({ body: '' });
  });

  it('turns overflowing buttons into a list', async () => {
    const { messages, graph } = setup();
    const buttons = [1, 2, 3, 4].map((n) => ({ id: `b${n}`, title: `Button ${n}` }));
    await messages.sendButtons({
      ...hello,
      header: { text: 'Menu' },
      footer: 'f',
      buttons,
      overflow: 'list',
      listButton: 'Wählen',
      replyTo: 'wamid.1',
    });
    expect(graph.bodies[0]).toMatchObject({
      context: { message_id: 'wamid.1' },
      interactive: {
        type: 'list',
        header: { type: 'text', text: 'Menu' },
        body: { text: 'Hello' },
        footer: { text: 'f' },
        action: { button: 'Wählen', sections: [{ rows: buttons }] },
      },
    });
    await messages.sendButtons({ ...hello, buttons: buttons.slice(1), overflow: 'list' });
    expect(graph.bodies[1].interactive.type).toBe('button');
    await messages.sendButtons({ ...hello, buttons, overflow: 'list' });
    expect(graph.bodies[2].interactive.action.button).toBe('Options');
  });
});

describe('a text that is too long', () => {
  const long = `${'a'.repeat(4000)} ${'b'.repeat(4000)} ccc`;

  it('goes out in parts, one after the other; the first one quotes', async () => {
    const { messages, graph } = setup();
    let running = 0;
    graph.answer = (_request, index) => {
      expect(++running).toBe(1);
      running--;
      return { contacts: [], messages: [{ id: `wamid.${index}` }] };
    };
    const result = await messages.sendText({
      ...hello,
      body: long,
      overflow: 'split',
      replyTo: 'wamid.q',
      correlation: 'c',
    });
    expect(graph.bodies.map((body) => [body.text.body, body.context, body.biz_opaque_callback_data])).toEqual(
      [
        ['a'.repeat(4000), { message_id: 'wamid.q' }, 'c'],
        [`${'b'.repeat(4000)} ccc`, undefined, 'c'],
      ],
    );
    expect(result).toMatchObject({
      messageId: 'wamid.0',
      parts: [{ messageId: 'wamid.0' }, { messageId: 'wamid.1' }],
    });
  });

  it('waits for each answer before the next part', async () => {
    const { messages, graph } = setup();
    let release = (): void => undefined;
    graph.answer = () => new Promise((resolve) => (release = () => resolve(ACCEPTED)));
    const sending = messages.sendText({ ...hello, body: long, overflow: 'split' });
    await new Promise(setImmediate);
    expect(graph.requests).toHaveLength(1);
    release();
    await new Promise(setImmediate);
    expect(graph.requests).toHaveLength(2);
    release();
    await sending;
  });

  it('tells what went out when a later part fails', async () => {
    const { messages, graph } = setup();
    const cause = new Error('down');
    graph.answer = (_request, index) => (index === 1 ? cause : ACCEPTED);
    const body = [long, long].join('\n\n');
    const error: unknown = await messages
      .sendText({ ...hello, body, overflow: 'split' })
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(PartialSendError);
    expect(error).toMatchObject({ unsent: 3, cause, sent: [{ messageId: 'wamid.HBgLMTY1' }] });
    expect((error as Error).message).toBe('Sent 1 of 4 parts of a text; the next one failed.');
    expect(graph.requests).toHaveLength(2);
  });

  it('fails as usual when nothing went out', async () => {
    const { messages, graph } = setup();
    const cause = new Error('down');
    graph.answer = () => cause;
    await expect(messages.sendText({ ...hello, body: long, overflow: 'split' })).rejects.toBe(cause);
  });

  it('is cut off when asked', async () => {
    const { messages, graph } = setup();
    const result = await messages.sendText({ ...hello, body: long, overflow: 'truncate' });
    expect(graph.bodies[0].text.body).toHaveLength(4096);
    expect(graph.bodies[0].text.body).toMatch(/b…$/);
    expect(result.parts).toBeUndefined();
  });

  it.each(['split', 'truncate'] as const)(
    'with %s and a short text goes out once, as it is',
    async (overflow) => {
      const { messages, graph } = setup();
      const result = await messages.sendText({ ...hello, overflow });
      expect(graph.bodies.map((body) => body.text)).toEqual([{ body: 'Hello' }]);
      expect(result).not.toHaveProperty('parts');
    },
  );
});

describe('read receipts', () => {
  const event = { phoneNumberId: '200', wabaId: '300', payload: { id: 'wamid.in' } };

  it('go to the number that received the message', async () => {
    const { messages, graph } = setup();
    graph.answer = () => ({ success: true });
    await messages.markAsRead(event);
    expect(graph.bodies).toEqual([{ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.in' }]);
    expect(graph.requests[0]).toMatchObject({
      kind: 'safe',
      account: { phoneNumberId: '200', wabaId: '300' },
    });
    expect(graph.paths).toEqual(['100/messages']);
  });

  it('take a message id too, with the typing indicator', async () => {
    const { messages, graph } = setup();
    graph.answer = () => ({ success: true });
    await messages.showTyping('wamid.in', { phoneNumberId: '5' });
    expect(graph.bodies).toEqual([
      {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: 'wamid.in',
        typing_indicator: { type: 'text' },
      },
    ]);
    expect(graph.requests[0]!.account).toEqual({ phoneNumberId: '5' });
  });

  it.each(['', { payload: {} }, { payload: null }, { payload: { id: 7 } }])(
    'need a message: %j',
    async (target) => {
      const { messages, graph } = setup();
      await expect(messages.markAsRead(target)).rejects.toThrow(PayloadValidationError);
      await expect(messages.showTyping(target)).rejects.toThrow(PayloadValidationError);
      expect(graph.requests).toEqual([]);
    },
  );
});
