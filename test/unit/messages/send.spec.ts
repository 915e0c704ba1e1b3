import { Logger } from '@nestjs/common';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import { setup } from './support';

const text = { to: '16505551234', type: 'text', text: { body: 'Hi' } } as const;

async function refusalOf(message: object): Promise<string[]> {
  const { messages, graph } = setup();
  const error: unknown = await messages.send(message as never).catch((e: unknown) => e);
  expect(graph.requests).toEqual([]);
  if (!(error instanceof PayloadValidationError)) throw new Error('not refused');
  return error.issues.map(({ path, message: words }) => `${path}: ${words}`);
}

describe('send, any message in Meta’s names', () => {
  let warn: jest.SpyInstance;
  beforeEach(() => {
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    warn.mockRestore();
  });

  it('fills in the product and passes everything else on untouched', async () => {
    const { messages, graph } = setup();
    const message = { ...text, text: { body: 'x'.repeat(5000), anything: { camelCase: 1 } } };
    await messages.send(message);
    expect(graph.bodies).toEqual([{ ...message, messaging_product: 'whatsapp' }]);
  });

  it('takes kinds that this release does not know, with one warning', async () => {
    const { messages, graph } = setup();
    const poll = { to: '16505551234', type: 'poll', poll: { question: 'Tea?' } } as const;
    await messages.send(poll);
    await messages.send(poll);
    expect(graph.bodies).toHaveLength(2);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('is typed in Meta’s names', () => {
    const { messages } = setup();
    const compiles = (): Promise<unknown>[] => [
      messages.send({ to: '1', type: 'image', image: { link: 'https://a.b' } }),
      messages.send({
        recipient: 'US.1',
        type: 'interactive',
        interactive: {
          type: 'location_request_message',
          body: { text: 'b' },
          action: { name: 'send_location' },
        },
      }),
      // @ts-expect-error the body of a text has a name of its own
      messages.send({ to: '1', type: 'text', text: { text: 'Hi' } }),
      // @ts-expect-error media is given by id or link, not both
      messages.send({ to: '1', type: 'image', image: { id: '1', link: 'https://a.b' } }),
      // @ts-expect-error an unknown kind needs its content
      messages.send({ to: '1', type: 'poll' }),
      // @ts-expect-error lists have text headers only
      messages.send({
        to: '1',
        type: 'interactive',
        interactive: {
          type: 'list',
          header: { type: 'image', image: { id: '1' } },
          body: { text: 'b' },
          action: { button: 'b', sections: [] },
        },
      }),
    ];
    expect(compiles).toBeInstanceOf(Function);
  });

  it.each<[string, object, string[]]>([
    [
      'no recipient',
      { ...text, to: undefined },
      ['to: is missing: give a phone number or group id in to, or a user id in recipient'],
    ],
    ['an empty recipient', { ...text, to: '' }, ['to: must not be empty']],
    [
      'a user id in to',
      { ...text, to: 'US.1349' },
      ['to: is a business-scoped user id, which belongs in recipient'],
    ],
    [
      'a phone number in recipient',
      { ...text, to: undefined, recipient: '16505551234' },
      ['recipient: must be a business-scoped user id (country code, dot, letters and digits)'],
    ],
    [
      'an unknown recipient type',
      { ...text, recipient_type: 'user' },
      ['recipient_type: must be one of individual, group'],
    ],
    [
      'a user id for a group',
      { ...text, to: undefined, recipient: 'US.1', recipient_type: 'group' },
      [
        'to: must be the group id when recipient_type is group',
        'recipient: must be left out when recipient_type is group',
      ],
    ],
    [
      'another product',
      { ...text, messaging_product: 'messenger' },
      ['messaging_product: must be one of whatsapp'],
    ],
    ['no type', { to: '1', text: { body: 'Hi' } }, ['type: must be a string']],
    ['no content', { to: '1', type: 'text' }, ['text: must hold the content, since type is text']],
    ['two contents', { ...text, image: { id: '1' } }, ['image: must be left out, since type is text']],
    ['an empty quote', { ...text, context: { message_id: '' } }, ['context.message_id: must not be empty']],
    [
      'a quote with a reaction',
      {
        to: '1',
        type: 'reaction',
        reaction: { message_id: 'wamid.1', emoji: '' },
        context: { message_id: 'wamid.1' },
      },
      ['context: must be left out: a reaction already names its message'],
    ],
    [
      'long callback data',
      { ...text, biz_opaque_callback_data: 'x'.repeat(513) },
      ['biz_opaque_callback_data: must have at most 512 characters, has 513'],
    ],
    [
      'an empty identity hash',
      { ...text, recipient_identity_key_hash: '' },
      ['recipient_identity_key_hash: must not be empty'],
    ],
    [
      'an interactive message to a group',
      { to: 'g', recipient_type: 'group', type: 'interactive', interactive: {} },
      ['type: must not be interactive: Meta does not deliver this kind to groups'],
    ],
    [
      'a pin outside groups',
      { to: '1', type: 'pin', pin: {} },
      ['recipient_type: must be group: pins exist in groups only'],
    ],
    [
      'no message at all',
      'text' as unknown as object,
      [
        'to: is missing: give a phone number or group id in to, or a user id in recipient',
        'type: must be a string',
      ],
    ],
  ])('refuses %s', async (_name, message, expected) => {
    expect(await refusalOf(message)).toEqual(expected);
  });

  it('checks nothing when validation is off', async () => {
    const { messages, graph } = setup();
    await messages.send({ type: 'text' } as never, { validate: false });
    expect(graph.bodies).toEqual([{ type: 'text', messaging_product: 'whatsapp' }]);
  });
});
