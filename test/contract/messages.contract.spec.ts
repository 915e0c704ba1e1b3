import { Logger } from '@nestjs/common';
import { MessagesService } from 'nestjs-whatsapp-cloud';
import { META_EXAMPLES } from '../unit/messages/meta-examples';
import { ContractLedger } from './contract-ledger';
import { describeContract } from './describe-contract';
import { Contract } from './openapi';
import { ID, NODES, RecordedApp } from './recorded-app';
import type { RecordedRequest } from './recorded-app';

const to = '+16505551234';
const group = { group: ID.group };
const image = { image: { link: 'https://www.luckyshrub.com/a.jpg' } };
const event = {
  phoneNumberId: ID.number,
  wabaId: ID.waba,
  contact: { wa_id: '16505551234' },
  payload: { id: 'wamid.in', from: '16505551234' },
} as const;

type Send = (messages: MessagesService) => Promise<unknown>;

const CASES: readonly [name: string, send: Send][] = [
  ['a text to a user id', (m) => m.sendText({ to: 'US.13491208655302741918', body: 'Hi' })],
  [
    'a text with all members that messages share',
    (m) =>
      m.sendText({
        to,
        body: 'Hi',
        replyTo: 'wamid.1',
        correlation: { order: 7 },
        identityKeyHash: 'DF2lS5v2',
      }),
  ],
  [
    'an image with caption',
    (m) => m.sendImage({ to, link: 'https://www.luckyshrub.com/a.jpg', caption: 'Eggs' }),
  ],
  ['a document to a group', (m) => m.sendDocument({ to: group, id: ID.media, filename: 'a.pdf' })],
  ['a sticker by id', (m) => m.sendSticker({ to, id: ID.media })],
  ['a place without a name', (m) => m.sendLocation({ to, latitude: 37.4, longitude: -122.1 })],
  [
    'a contact with the least',
    (m) =>
      m.sendContacts({
        to,
        contacts: [{ name: { formattedName: 'Ann', firstName: 'Ann' }, phones: [{ phone: '+16505551234' }] }],
      }),
  ],
  [
    'buttons under an image',
    (m) =>
      m.sendButtons({
        to,
        header: image,
        body: 'Eggs?',
        footer: 'Fresh',
        buttons: [{ id: 'y', title: 'Yes' }],
      }),
  ],
  [
    'a list with one section',
    (m) =>
      m.sendList({ to, body: 'Menu', button: 'Show', sections: [{ rows: [{ id: '1', title: 'Tea' }] }] }),
  ],
  [
    'a flow that exchanges data',
    (m) =>
      m.sendFlow({ to, body: 'Book', flowId: ID.flow, cta: 'Book', token: 't', action: 'data_exchange' }),
  ],
  [
    'a template with parameters by name',
    (m) =>
      m.sendTemplate({ to, name: 'order_update', language: 'en_US', params: { name: 'Ann', day: 'Monday' } }),
  ],
  [
    'a template with parameters by place, for a user id',
    (m) =>
      m.sendTemplate({ to: 'US.13491208655302741918', name: 'shipped', language: 'de', params: ['A-17'] }),
  ],
  ['a template to a group', (m) => m.sendTemplate({ to: group, name: 'hello_world', language: 'en_US' })],
  [
    'a marketing template with parameters',
    (m) => m.sendMarketingMessage({ to, name: 'offer', language: 'en_US', params: ['25 %'] }),
  ],
  [
    'a reply that quotes',
    (m) => m.to({ ...event, chat: { type: 'individual', id: to } }).text({ body: 'Hi', quote: true }),
  ],
  ['a read receipt', (m) => m.markAsRead(event)],
  ['a typing indicator', (m) => m.showTyping('wamid.in')],
];

describeContract('MessagesService', () => {
  let app: RecordedApp;
  let ledger: ContractLedger;
  let messages: MessagesService;

  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    app = await RecordedApp.start();
    messages = await app.service(MessagesService);
    ledger = new ContractLedger(new Contract(NODES));
  });

  afterAll(async () => {
    await app.stop();
    jest.restoreAllMocks();
    process.stdout.write(`${ledger.summary}\n`);
  });

  it.each(META_EXAMPLES.map((example) => [`${example.method}: ${example.name}`, example] as const))(
    '%s',
    async (_name, { method, input }) => {
      const send = messages[method].bind(messages) as (input: object) => Promise<unknown>;
      const requests = await app.requestsOf(() => send(input));
      expect(requests).toHaveLength(1);
      expect(ledger.complaints(requests)).toEqual([]);
    },
  );

  it.each(CASES)('%s', async (_name, send) => {
    const requests = await app.requestsOf(() => send(messages));
    expect(requests).toHaveLength(1);
    expect(ledger.complaints(requests)).toEqual([]);
  });

  it('needs every exception that it has', () => {
    expect(ledger.stale((operation) => /\/(marketing_)?messages$/.test(operation))).toEqual([]);
  });
});

describeContract('the contract of messages refuses', () => {
  let ledger: ContractLedger;

  beforeAll(() => {
    ledger = new ContractLedger(new Contract(NODES));
  });

  const good = { messaging_product: 'whatsapp', recipient_type: 'individual', to, type: 'text' };
  const interactive = (content: object): object => ({ ...good, type: 'interactive', interactive: content });
  const post = (body: object): RecordedRequest => ({
    method: 'POST',
    path: `/${ID.number}/messages`,
    query: {},
    contentType: 'application/json',
    body,
  });

  it.each<[name: string, body: object, complaints: string[]]>([
    ['nothing of what is right', { ...good, text: { body: 'Hi' } }, []],
    [
      'a member in our own names',
      { ...good, text: { body: 'Hi', previewUrl: true } },
      ['text.previewUrl unknown'],
    ],
    ['a wrong type', { ...good, text: { body: 7 } }, ['text.body type 7']],
    ['a missing member', { ...good }, ['text required']],
    ['a kind that does not exist', { ...good, type: 'smoke' }, ['type enum "smoke"']],
    [
      'an interactive kind that does not exist',
      interactive({ type: 'puzzle', body: { text: 'b' }, action: { name: 'puzzle' } }),
      ['interactive.type enum "puzzle"', 'interactive.action.name enum "puzzle"'],
    ],
    [
      'what is wrong beside an excused part',
      interactive({ type: 'cta_url', body: { content: 'b' }, action: { name: 'cta_url' } }),
      ['interactive.body.text required', 'interactive.body.content unknown'],
    ],
    [
      'a button that is too long',
      interactive({
        type: 'button',
        body: { text: 'b' },
        action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'x'.repeat(21) } }] },
      }),
      [`interactive.action.buttons.*.reply.title maxLength "${'x'.repeat(21)}"`],
    ],
    [
      'a template without a language',
      { ...good, type: 'template', template: { name: 'hello_world' } },
      ['template.language required'],
    ],
  ])('%s', (_name, body, complaints) => {
    expect(ledger.complaints([post(body)])).toEqual(
      complaints.map((complaint) => `POST /{Phone-Number-ID}/messages: ${complaint}`),
    );
  });

  it('paths that it does not know', () => {
    expect(ledger.complaints([{ ...post({}), path: `/${ID.number}/postcards` }])).toEqual([
      'POST /{Phone-Number-ID}/postcards is not in the file',
    ]);
  });
});
