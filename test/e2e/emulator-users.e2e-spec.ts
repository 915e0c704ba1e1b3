import { CloudApiEmulator, EmulatorError, formatTranscript, SteppedClock } from '../../lib/testing';
import type { CloudApiEmulatorOptions, TranscriptEntry, UserMessage, VirtualUser } from '../../lib/testing';
import { Receiver } from './emulator-receiver';
import type { Json } from './emulator-receiver';

let emulator: CloudApiEmulator;
let app: Receiver;
let ann: VirtualUser;

async function start(options: CloudApiEmulatorOptions = {}): Promise<void> {
  emulator = await CloudApiEmulator.start({ clock: new SteppedClock(Date.UTC(2026, 0, 10)), ...options });
  await emulator.connect(app.url);
  ann = emulator.user({ name: 'Ann', phone: '+1 555 010-0123', userId: 'US.5550' });
}

/** What the application posts. */
async function post(payload: object): Promise<Json> {
  const response = await fetch(`${emulator.url}/v26.0/${emulator.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.accessToken}` },
    body: JSON.stringify({ messaging_product: 'whatsapp', ...payload }),
  });
  return response.json();
}

const sendText = (body: string, to = '15550100123'): Promise<Json> =>
  post({ to, type: 'text', text: { body } });
const sendButtons = (...titles: string[]): Promise<Json> =>
  post({
    to: '15550100123',
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: 'Pick one' },
      action: { buttons: titles.map((title) => ({ type: 'reply', reply: { id: `id:${title}`, title } })) },
    },
  });
const lastItem = (): Json => app.items('messages').at(-1);
const lastValue = (): Json => app.received.at(-1)?.body.entry[0].changes[0].value;

beforeEach(async () => {
  app = await Receiver.start();
  await start();
});

afterEach(async () => {
  await emulator.stop();
  await app.stop();
});

describe('what a user sends', () => {
  it('is a text with its writer, in the shape of Meta', async () => {
    const said = await ann.says('hello');
    expect(app.received[0]?.body).toEqual({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: emulator.wabaId,
          changes: [
            {
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '15550100001', phone_number_id: '200555000000001' },
                contacts: [{ profile: { name: 'Ann' }, wa_id: '15550100123', user_id: 'US.5550' }],
                messages: [
                  {
                    from: '15550100123',
                    from_user_id: 'US.5550',
                    id: said.id,
                    timestamp: '1768003200',
                    type: 'text',
                    text: { body: 'hello' },
                  },
                ],
              },
              field: 'messages',
            },
          ],
        },
      ],
    });
    expect(said).toMatchObject({
      status: 200,
      attempts: 1,
      type: 'text',
      text: 'hello',
      read: false,
      ticks: '✓✓',
    });
  });

  it('has no phone number when the user hides it', async () => {
    const bob = emulator.user({
      name: 'Bob',
      username: 'bob.v',
      userId: 'US.5551',
      parentUserId: 'US.ENT.5551',
    });
    await bob.says('hello');
    expect(lastValue().contacts).toEqual([
      { profile: { name: 'Bob', username: 'bob.v' }, user_id: 'US.5551', parent_user_id: 'US.ENT.5551' },
    ]);
    expect(lastItem()).toMatchObject({ from_user_id: 'US.5551', from_parent_user_id: 'US.ENT.5551' });
    expect(lastItem()).not.toHaveProperty('from');
  });

  it('quotes messages of either side', async () => {
    const said = await ann.says('hello');
    await ann.says('I mean', { replyTo: said });
    expect(lastItem().context).toEqual({ from: '15550100123', from_user_id: 'US.5550', id: said.id });
    await sendText('yes?');
    const reply = await ann.expectReply('yes?');
    await ann.says('this', { replyTo: reply.id });
    expect(lastItem().context).toEqual({ from: '15550100001', id: reply.id });
  });

  it('may be reactions, edits, deletions and anything raw', async () => {
    const said = await ann.says('helo');
    await ann.reacts(said, '👍');
    expect(lastItem()).toMatchObject({ type: 'reaction', reaction: { message_id: said.id, emoji: '👍' } });
    await ann.reacts(said, '');
    expect(lastItem().reaction).toEqual({ message_id: said.id });
    const edited = await ann.edits(said, 'hello');
    expect(lastItem()).toMatchObject({
      type: 'edit',
      edit: { original_message_id: said.id, message: { type: 'text', text: { body: 'hello' } } },
    });
    expect(edited.text).toBe('hello');
    await ann.revokes(said);
    expect(lastItem()).toMatchObject({ type: 'revoke', revoke: { original_message_id: said.id } });
    await ann.raw({ type: 'unsupported', errors: [{ code: 131051 }], id: 'wamid.own', timestamp: 5 });
    expect(lastItem()).toMatchObject({
      from: '15550100123',
      id: 'wamid.own',
      timestamp: 5,
      type: 'unsupported',
    });
  });

  it('may be a file that the application can download', async () => {
    await ann.sends({ image: { data: Buffer.from([1, 2, 3]), caption: 'look' } });
    const { image } = lastItem();
    expect(image).toEqual({
      caption: 'look',
      mime_type: 'image/jpeg',
      sha256: 'A5BYxvLAy0ksUzsKTRTvd8wPeKvMztUofYShogEc+4E=',
      id: expect.stringMatching(/^\d{15}$/),
      url: expect.stringContaining(emulator.url),
    });
    const headers = { authorization: `Bearer ${emulator.accessToken}` };
    const info: Json = await (await fetch(`${emulator.url}/${image.id}`, { headers })).json();
    for (const url of [image.url, info.url] as string[]) {
      const bytes = await (await fetch(url, { headers })).arrayBuffer();
      expect([...new Uint8Array(bytes)]).toEqual([1, 2, 3]);
    }
  });

  it.each([
    [{ video: { data: 'v', mimeType: 'video/3gpp' } }, { type: 'video', video: { mime_type: 'video/3gpp' } }],
    [
      { audio: { data: 'a', voice: true } },
      { type: 'audio', audio: { mime_type: 'audio/ogg; codecs=opus', voice: true } },
    ],
    [
      { document: { data: 'd', filename: 'a.pdf', caption: 'c' } },
      { type: 'document', document: { filename: 'a.pdf', caption: 'c', mime_type: 'application/pdf' } },
    ],
    [{ sticker: { data: 's' } }, { type: 'sticker', sticker: { animated: false, mime_type: 'image/webp' } }],
    [
      { location: { latitude: 1, longitude: 2, name: 'Here' } },
      { type: 'location', location: { latitude: 1, longitude: 2, name: 'Here' } },
    ],
    [
      { contacts: [{ name: { formatted_name: 'Kim' } }] },
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Kim' } }] },
    ],
    [
      { order: { catalog_id: 'c', product_items: [] } },
      { type: 'order', order: { catalog_id: 'c', product_items: [] } },
    ],
  ])('may be %j', async (content, message) => {
    await ann.sends(content);
    expect(lastItem()).toMatchObject(message);
  });

  it('goes to the number and the group that were named', async () => {
    await emulator.stop();
    await start({ numbers: [{ phoneNumberId: '2', displayPhoneNumber: '15550100002', wabaId: '3' }] });
    await ann.says('to the second', { phoneNumberId: '2' });
    expect(app.received.at(-1)?.body.entry[0].id).toBe('3');
    expect(lastValue().metadata).toEqual({ display_phone_number: '15550100002', phone_number_id: '2' });
    await expect(ann.says('nowhere', { phoneNumberId: '9' })).rejects.toThrow('no phone number id 9');
    const bob = emulator.user({ name: 'Bob' });
    const group = emulator.group({ subject: 'Trip', participants: [ann], phoneNumberId: '2' });
    await ann.says('where to?', { group });
    expect(lastItem()).toMatchObject({ group_id: group.id, from: '15550100123' });
    expect(lastValue().metadata.phone_number_id).toBe('2');
    await expect(bob.says('me too', { group })).rejects.toThrow('Bob is not in the group Trip');
  });

  it('comes from users who differ', () => {
    expect(() => emulator.user({ name: 'Eve', phone: '15550100123' })).toThrow('Ann has this phone number');
    const made = Array.from({ length: 50 }, (_, index) => emulator.user({ name: `U${index}` }).profile);
    expect(new Set(made.flatMap(({ phone, userId }) => [phone, userId])).size).toBe(100);
  });
});

describe('what a user picks', () => {
  it('is a button by title or id, of the last message that has any', async () => {
    await sendButtons('Yes', 'No');
    await sendText('well?');
    await ann.taps('No');
    expect(lastItem()).toMatchObject({
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'id:No', title: 'No' } },
      context: { from: '15550100001', id: ann.inbox[0]?.id },
    });
    const tapped = await ann.taps('id:Yes');
    expect(lastItem().interactive.button_reply.title).toBe('Yes');
    expect(tapped.text).toBe('Yes');
    await expect(ann.taps('Maybe')).rejects.toThrow(
      'There is no button "Maybe". There is "Yes" (id:Yes), "No" (id:No).',
    );
    await sendButtons('Other');
    await ann.taps('Yes', { of: ann.inbox[0]! });
    expect(lastItem().context.id).toBe(ann.inbox[0]?.id);
  });

  it('is a row of a list', async () => {
    await expect(ann.chooses('Tuesday')).rejects.toThrow('no message with rows has arrived');
    const rows = [
      { id: 'mon', title: 'Monday' },
      { id: 'tue', title: 'Tuesday', description: 'With tea' },
    ];
    const interactive = {
      type: 'list',
      body: { text: 'When?' },
      action: { button: 'Days', sections: [{ rows }] },
    };
    await post({ to: '15550100123', type: 'interactive', interactive });
    await ann.chooses('Tuesday');
    expect(lastItem().interactive).toEqual({ type: 'list_reply', list_reply: rows[1] });
    await ann.chooses('mon');
    expect(lastItem().interactive).toEqual({ type: 'list_reply', list_reply: rows[0] });
  });

  it('is a quick reply of a template', async () => {
    const parameters = [{ type: 'payload', payload: 'stop-promos' }];
    const components = [{ type: 'button', sub_type: 'quick_reply', index: '0', parameters }];
    const template = { name: 'promo', language: { code: 'en' }, components };
    await post({ to: '15550100123', type: 'template', template });
    await ann.taps('stop-promos');
    expect(lastItem()).toMatchObject({
      type: 'button',
      button: { payload: 'stop-promos', text: 'stop-promos' },
    });
    await ann.taps('Anything', { of: ann.lastMessage! });
    expect(lastItem().button).toEqual({ payload: 'Anything', text: 'Anything' });
  });
});

describe('what a user sees', () => {
  it('is each reply once, whether it has come or is to come', async () => {
    app.answer = async ({ body }) => {
      const { text } = body.entry[0].changes[0].value.messages[0];
      await sendText(`You said ${text.body}`);
      return 200;
    };
    await ann.says('one');
    await expect(ann.expectReply('You said one')).resolves.toMatchObject({ type: 'text' });
    const reply = ann.expectReply(/two/);
    void ann.says('two');
    expect((await reply).text).toBe('You said two');
    await ann.expectNothing();
  });

  it('is found by text, pattern, members or a function, in any order', async () => {
    await sendText('first');
    await sendButtons('A', 'B');
    await sendText('third');
    const buttons = await ann.expectReply({ interactive: { body: { text: /^pick/i }, type: 'button' } });
    expect(buttons.buttons.map(({ title }) => title)).toEqual(['A', 'B']);
    await ann.expectReply((message) => message.text.length === 5 && message.text.startsWith('th'));
    await ann.expectReply();
    await ann.expectNothing();
  });

  it('is told when it does not come', async () => {
    await sendText('something else');
    await post({ to: '15550100123', type: 'text' });
    app.answer = () => 500;
    await ann.says('hi');
    const failure: Error = await ann.expectReply(/menu/, { timeoutMs: 20 }).then(
      () => new Error('came'),
      (error: Error) => error,
    );
    expect(failure).toBeInstanceOf(EmulatorError);
    expect(failure.message).toBe(
      [
        'Ann expected a message whose text matches /menu/ within 20 ms.',
        'Arrived so far:',
        '  unseen  text "something else"',
        'Refused by the API:',
        "  POST /200555000000001/messages: 131008 Parameter 'text' is mandatory for type 'text'",
        'Not accepted by the application:',
        '  webhook 1: 500',
      ].join('\n'),
    );
    await expect(ann.expectNothing()).rejects.toThrow('Ann expected no further message.');
    const bob = emulator.user({ name: 'Bob' });
    await expect(bob.expectReply({ text: { body: /x/ } }, { timeoutMs: 1 })).rejects.toThrow(
      'Bob expected a message with {"text":{"body":"/x/"}} within 1 ms.\nNothing has arrived.',
    );
  });

  it('leaves what nobody waits for to the next expectation', async () => {
    const never = ann.expectReply('never', { timeoutMs: 10 });
    await expect(never).rejects.toThrow();
    const [first, second] = [ann.expectReply(), ann.expectReply('b')];
    await sendText('b');
    await sendText('b');
    expect((await first).id).toBe(ann.inbox[0]?.id);
    expect((await second).id).toBe(ann.inbox[1]?.id);
  });

  it('is read marks on all earlier messages, and typing for 25 seconds', async () => {
    const messages: UserMessage[] = [];
    for (const text of ['a', 'b', 'c']) messages.push(await ann.says(text));
    const bob = await emulator.user({ name: 'Bob' }).says('x');
    await post({ status: 'read', message_id: messages[1]?.id, typing_indicator: { type: 'text' } });
    expect(messages.map(({ read, ticks }) => [read, ticks])).toEqual([
      [true, '✓✓ read'],
      [true, '✓✓ read'],
      [false, '✓✓'],
    ]);
    expect(bob.read).toBe(false);
    expect(ann.seesTyping).toBe(true);
    await emulator.advance(25_000);
    expect(ann.seesTyping).toBe(false);
    await post({ status: 'read', message_id: messages[2]?.id, typing_indicator: { type: 'text' } });
    expect(messages[2]?.read).toBe(true);
    await sendText('reply');
    await ann.expectReply('reply');
    expect(ann.seesTyping).toBe(false);
  });

  it('is a read mark also when the message was delivered once more in another webhook', async () => {
    const said = await ann.says('hello');
    await emulator.redeliver(said.delivery, { regroup: true });
    await post({ status: 'read', message_id: said.id });
    expect(said.read).toBe(true);
  });

  it('cannot be marked as read in a group, by another number, or after 30 days', async () => {
    const group = emulator.group({ subject: 'Trip', participants: [ann] });
    const inGroup = await ann.says('hi all', { group });
    const old = await ann.says('old');
    await emulator.advance(30 * 24 * 3_600_000 + 1);
    for (const { id } of [inGroup, old]) {
      expect(await post({ status: 'read', message_id: id })).toMatchObject({ error: { code: 131009 } });
    }
  });
});

describe('what a user reads', () => {
  it('is reported for one message, or for all that are unread in one webhook', async () => {
    await sendText('one');
    await sendText('two');
    await sendText('three');
    await ann.reads(ann.inbox[1]);
    const delivery = await ann.reads();
    expect(delivery.ok).toBe(true);
    expect(
      app.received.map(({ body }) => body.entry[0].changes[0].value.statuses.map((each: Json) => each.id)),
    ).toEqual([[ann.inbox[1]?.id], [ann.inbox[0]?.id, ann.inbox[2]?.id]]);
    expect(ann.inbox.map(({ status }) => status)).toEqual(['read', 'read', 'read']);
    await expect(ann.reads()).rejects.toThrow('Ann has nothing unread');
  });

  it('names the reader in a group', async () => {
    const bob = emulator.user({ name: 'Bob' });
    const group = emulator.group({ subject: 'Trip', participants: [ann, bob] });
    await post({ recipient_type: 'group', to: group.id, type: 'text', text: { body: 'hi all' } });
    await bob.reads();
    expect(app.items('statuses')).toMatchObject([
      { status: 'read', recipient_id: group.id, recipient_participant_id: bob.profile.phone },
    ]);
  });
});

describe('the transcript', () => {
  it('is a readable chat, live and afterwards', async () => {
    await emulator.stop();
    await start({ autoStatuses: ['sent', 'delivered'] });
    const seen: string[] = [];
    const stop = emulator.on('message', (entry) => seen.push(entry.message.text));
    emulator.on('status', ({ status }) => seen.push(status));
    emulator.on('read', () => seen.push('read'));
    emulator.on('typing', ({ to }) => seen.push(`typing to ${to}`));
    emulator.on('refused', ({ code }) => seen.push(`refused ${code}`));
    emulator.on('request', ({ status }) => seen.push(`request ${status}`));
    const entries: TranscriptEntry[] = [];
    emulator.on('entry', (entry) => entries.push(entry));
    const said = await ann.says('hello\nthere');
    await post({ status: 'read', message_id: said.id, typing_indicator: { type: 'text' } });
    await sendButtons('Track order', 'Talk to us');
    await emulator.idle();
    await post({ to: '15550100123', type: 'text' });
    stop();
    await ann.taps('Track order');
    await ann.reads();
    await emulator.idle();
    expect(seen).toEqual([
      'hello\nthere',
      'read',
      'typing to Ann',
      'request 200',
      'Pick one',
      'sent',
      'delivered',
      'request 200',
      'refused 131008',
      'request 400',
      'read',
    ]);
    expect(emulator.transcript).toEqual(entries);
    expect(formatTranscript(emulator.transcript, { business: 'Shop' })).toBe(
      [
        '00:00:00  Ann         hello                                              ✓✓ read',
        '                      there',
        '00:00:00  Shop        Pick one                                           ✓✓ read',
        '                      [Track order] [Talk to us]',
        "00:00:00  Meta        refused POST /200555000000001/messages: 131008 Parameter 'text' is mandatory for type 'text'",
        '00:00:00  Ann         Track order                                        ✓✓',
      ].join('\n'),
    );
  });
});
