import { parseWebhook } from '../../../lib/webhook/webhook.parser';
import { bodyOf, messagesBody, metadata, NUMBER, text, valueOf, WABA } from './bodies';
import type { Json } from './fixtures';
import { fixture } from './fixtures';

const one = (body: Json): Json => {
  const envelopes = parseWebhook(body, { receivedAt: 1 });
  expect(envelopes).toHaveLength(1);
  return envelopes[0];
};

describe('parseWebhook', () => {
  describe('the envelope, member by member', () => {
    it('of a text message', () => {
      const body = fixture('messages.text');
      const message = body.entry[0].changes[0].value.messages[0];
      expect(one(body)).toEqual({
        name: 'message.text',
        payload: message,
        key: `message.text:200555000000001:${message.id}`,
        lane: 'message:200555000000001:US.55501001230000000001',
        wabaId: '300555000000001',
        phoneNumberId: '200555000000001',
        displayPhoneNumber: '15550100001',
        contact: {
          profile: { name: 'Robin Vale' },
          wa_id: '15550100123',
          user_id: 'US.55501001230000000001',
        },
        chat: { type: 'individual', id: '15550100123' },
        timestamp: Number(message.timestamp) * 1000,
        receivedAt: 1,
        field: 'messages',
        collection: 'messages',
      });
    });

    it('of a failed status: the codes belong to the key, the contact is missing', () => {
      const body = fixture('messages.statuses.failed');
      const status = body.entry[0].changes[0].value.statuses[0];
      expect(one(body)).toEqual({
        name: 'status.failed',
        payload: status,
        key: `status.failed:200555000000001:${status.id}:1768003921:e=131026`,
        lane: 'status:200555000000001:15550100123',
        wabaId: '300555000000001',
        phoneNumberId: '200555000000001',
        displayPhoneNumber: '15550100001',
        chat: { type: 'individual', id: '15550100123' },
        timestamp: 1768003921000,
        receivedAt: 1,
        field: 'messages',
        collection: 'statuses',
      });
    });

    it('of group statuses that Meta put together: one for each participant, in the lane of the group', () => {
      const body = fixture('messages.statuses.group.delivered_aggregated');
      const group = 'Y2FwaV9ncm91cDoxNTU1MDEwMDAwMToxMjAzNjMwMDA1NTUwMTAwMDE';
      const [first, second, ...rest] = parseWebhook(body);
      expect(rest).toEqual([]);
      expect(first!.contact!.profile!.name).toBe('Robin Vale');
      expect(second!.contact!.profile!.name).toBe('Kim Ode');
      expect([first!.lane, second!.lane]).toEqual(Array(2).fill(`status:200555000000001:${group}`));
      expect([first!.chat, second!.chat]).toEqual(Array(2).fill({ type: 'group', id: group }));
      expect(first!.key.endsWith(':p=US.55501001230000000001')).toBe(true);
      expect(second!.key.endsWith(':p=US.55501004560000000001')).toBe(true);
    });

    it('of a partner event: the portfolio is told from the account', () => {
      const envelope = one(fixture('account_update.partner_added'));
      expect(envelope).toMatchObject({
        name: 'account.update',
        wabaId: '300555000000009',
        businessId: '400555000000001',
        lane: 'account:300555000000009',
        field: 'account_update',
      });
      expect(envelope).not.toHaveProperty('collection');
      expect(envelope).not.toHaveProperty('phoneNumberId');
    });

    it('of a failed call: the reasons stand in the call and as an event of their own', () => {
      const body = fixture('calls.terminate.failed');
      const { calls, errors } = body.entry[0].changes[0].value;
      const [call, error, ...rest] = parseWebhook(body);
      expect(rest).toEqual([]);
      expect(call).toMatchObject({ name: 'call.terminate', lane: `call:${calls[0].id}` });
      expect(call!.errors).toBe(errors);
      expect(error).toMatchObject({ name: 'error.calls', payload: errors[0], lane: 'error:200555000000001' });
      expect(error).not.toHaveProperty('errors');
    });

    it('of a handover: number, user and conversation come from its own members', () => {
      expect(one(fixture('messaging_handovers.sample'))).toMatchObject({
        name: 'handover.control_passed',
        phoneNumberId: '200555000000001',
        displayPhoneNumber: '15550100001',
        chat: { type: 'individual', id: '15550100123' },
        lane: 'handover:200555000000001:15550100123',
      });
    });

    it('is stamped with now unless told otherwise, and names the app only when it is known', () => {
      const before = Date.now();
      const [envelope] = parseWebhook(messagesBody({ messages: [text()] }));
      expect(envelope!.receivedAt).toBeGreaterThanOrEqual(before);
      expect(envelope!.receivedAt).toBeLessThanOrEqual(Date.now());
      expect(envelope).not.toHaveProperty('appId');
      expect(parseWebhook(messagesBody({ messages: [text()] }), { appId: '5' })[0]!.appId).toBe('5');
    });
  });

  describe('odd bodies', () => {
    it.each([
      ['nothing', undefined],
      ['null', null],
      ['a text', 'whatsapp_business_account'],
      ['a list', [fixture('messages.text')]],
      ['no object', { entry: fixture('messages.text').entry }],
      ['another product', { ...fixture('messages.text'), object: 'page' }],
      ['no entries', { object: 'whatsapp_business_account' }],
      [
        'entries that are none',
        { object: 'whatsapp_business_account', entry: [null, 1, 'x', [], {}, { changes: 5 }] },
      ],
      [
        'changes that are none',
        { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [null, 2, [], {}] }] },
      ],
    ])('%s: no events', (_what, body) => {
      expect(parseWebhook(body)).toEqual([]);
    });

    it('odd siblings do not stop good items', () => {
      const body = messagesBody({ messages: [null, text(), undefined] });
      body.entry.unshift(null, { id: 7 });
      body.entry[2].changes.unshift(null, { field: 'messages' });
      expect(one(body).name).toBe('message.text');
    });

    it('ids as numbers become text, missing ids are left out', () => {
      const body = bodyOf('messages', {
        metadata: { phone_number_id: 200, display_phone_number: 15550 },
        messages: [text()],
      });
      body.entry[0].id = 300;
      expect(one(body)).toMatchObject({ wabaId: '300', phoneNumberId: '200', displayPhoneNumber: '15550' });
      delete body.entry[0].id;
      delete body.entry[0].changes[0].value.metadata;
      expect(one(body)).toMatchObject({ wabaId: '', lane: 'message::15550100123' });
    });

    it('a change without a field is unknown', () => {
      expect(one(bodyOf(undefined, { a: 1 }))).toMatchObject({
        name: 'unknown',
        field: '',
        payload: { a: 1 },
      });
    });
  });

  describe('what is not known', () => {
    it('an unknown field gives its value, with the time of the entry', () => {
      const envelope = one(bodyOf('brand_new', { a: [1] }, { time: 1768003200 }));
      expect(envelope).toMatchObject({
        name: 'unknown',
        payload: { a: [1] },
        field: 'brand_new',
        timestamp: 1768003200000,
        lane: `unknown:${WABA}:brand_new`,
      });
      const later = one(bodyOf('brand_new', { a: [1] }, { time: 1768003201 }));
      expect(later.key).not.toBe(envelope.key);
    });

    it.each([[null], ['text'], [0], [false], [[]], [[1, 2]]])(
      'an unknown field may hold anything: %j',
      (value) => {
        expect(one(bodyOf('brand_new', value))).toMatchObject({ name: 'unknown', payload: value });
      },
    );

    it.each([[null], ['text'], [7], [[]]])('a known field with an odd value gives the value: %j', (value) => {
      expect(one(bodyOf('messages', value))).toMatchObject({
        name: 'unknown',
        payload: value,
        field: 'messages',
      });
      expect(one(bodyOf('security', value))).toMatchObject({
        name: 'unknown',
        payload: value,
        field: 'security',
      });
    });

    it('a known field without items gives the value', () => {
      const value = valueOf({ contacts: [{ wa_id: '1' }], messages: [], statuses: null });
      const envelope = one(bodyOf('messages', value, { time: 1 }));
      expect(envelope).toMatchObject({ name: 'unknown', payload: value, lane: `unknown:${NUMBER}:messages` });
      expect(envelope).not.toHaveProperty('collection');
      expect(envelope.key).toBe(one(bodyOf('messages', value, { time: 2 })).key);
    });

    it('unknown members of a known value give an event for each item, beside the known ones', () => {
      const envelopes = parseWebhook(
        messagesBody({
          messages: [text()],
          polls: [{ id: 1 }, 'x', null, { id: 2 }],
          mood: 'good',
          nothing: null,
        }),
      );
      expect(envelopes.map(({ name, collection, payload }) => [name, collection, payload])).toEqual([
        ['message.text', 'messages', text()],
        ['unknown', 'polls', { id: 1 }],
        ['unknown', 'polls', 'x'],
        ['unknown', 'polls', { id: 2 }],
        ['unknown', 'mood', 'good'],
      ]);
    });

    it('items of a known list that are no objects are handed on', () => {
      expect(one(messagesBody({ messages: ['lost?'] }))).toMatchObject({
        name: 'unknown',
        payload: 'lost?',
        collection: 'messages',
      });
    });

    it('wire values that are members of every object are no names', () => {
      for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
        expect(one(messagesBody({ messages: [text({ type })] })).name).toBe('message.unknown');
        expect(one(messagesBody({ statuses: [{ id: '1', status: type }] })).name).toBe('status.unknown');
        expect(one(bodyOf(type, { a: 1 })).name).toBe('unknown');
        const value = JSON.parse(`{ "messages": [], "${type}": [{ "id": "1" }] }`);
        expect(one(bodyOf('messages', value))).toMatchObject({ name: 'unknown', collection: type });
      }
    });
  });

  describe('shapes that Meta varies', () => {
    it('a single object where a list should be', () => {
      expect(one(messagesBody({ messages: text() })).name).toBe('message.text');
    });

    it('a single object where entries and changes should be lists', () => {
      const { entry, ...rest } = messagesBody({ messages: [text()] });
      const { changes, ...account } = entry[0];
      const lone = { ...rest, entry: { ...account, changes: changes[0] } };
      expect(parseWebhook(lone, { receivedAt: 1 })).toEqual(
        parseWebhook({ ...rest, entry }, { receivedAt: 1 }),
      );
      expect(parseWebhook(lone)).toHaveLength(1);
    });

    it('a list around the value', () => {
      const value = { event: 'PARTNER_APP_INSTALLED', waba_info: { waba_id: '9' } };
      expect(one(bodyOf('account_update', [value], { time: 1 }))).toMatchObject({
        name: 'account.update',
        payload: value,
        wabaId: '9',
        businessId: WABA,
      });
    });

    it.each(['PARTNER_CLIENT_CERTIFICATION_NEEDED', 'AD_ACCOUNT_LINKED', 'MM_LITE_TERMS_SIGNED'])(
      '%s without an account inside: the portfolio is all there is',
      (event) => {
        expect(one(bodyOf('account_update', { event }))).toMatchObject({ wabaId: WABA, businessId: WABA });
      },
    );

    it('an account update without an event', () => {
      expect(one(bodyOf('account_update', { phone_number: 15550100001 }))).toMatchObject({
        name: 'account.update',
        displayPhoneNumber: '15550100001',
      });
    });

    it('standby without the inner object, and with its contacts outside', () => {
      const value = valueOf({ messages: [text()], standby: 'x' });
      expect(one(bodyOf('standby', value))).toMatchObject({
        name: 'standby.message',
        collection: 'messages',
      });
      const contacts = [{ wa_id: '15550100123' }];
      const outside = valueOf({ contacts, standby: { messages: [text()], news: [1] } });
      const [message, news] = parseWebhook(bodyOf('standby', outside));
      expect(message!.contact).toBe(contacts[0]);
      expect(news).toMatchObject({ name: 'unknown', payload: 1, collection: 'news' });
      expect(one(bodyOf('standby', valueOf({ standby: {} }))).name).toBe('standby.update');
    });

    it('errors anywhere are events', () => {
      const errors = [{ code: 1, title: 'a' }, { code: 2 }];
      for (const [field, name] of [
        ['messages', 'error.messages'],
        ['calls', 'error.calls'],
        ['smb_message_echoes', 'error.smb_message_echoes'],
        ['history', 'error.other'],
        ['standby', 'error.other'],
        ['group_status_update', 'error.other'],
      ]) {
        const envelopes = parseWebhook(bodyOf(field, valueOf({ errors })));
        expect(envelopes.map((envelope) => [envelope.name, envelope.payload])).toEqual([
          [name, errors[0]],
          [name, errors[1]],
        ]);
      }
    });

    it('the summary of an earlier conversation goes to messages alone, by reference', () => {
      const conversation_context = { type: 'summary', summary: { text: 'before' } };
      const [message, status] = parseWebhook(
        messagesBody({ messages: [text()], statuses: [{ id: '1', status: 'read' }], conversation_context }),
      );
      expect(message!.conversationContext).toBe(conversation_context);
      expect(status).not.toHaveProperty('conversationContext');
    });

    it.each([
      ['1768003200', 1768003200000],
      [1768003200, 1768003200000],
      [1768003200.25, 1768003200250],
      ['', undefined],
      ['soon', undefined],
      [0, undefined],
      [-5, undefined],
      [1e300, undefined],
      [NaN, undefined],
      [null, undefined],
      [true, undefined],
      [{}, undefined],
    ])('the time %p', (timestamp, expected) => {
      const envelope = one(messagesBody({ messages: [text({ timestamp })] }));
      expect(envelope.timestamp).toBe(expected);
      expect('timestamp' in envelope).toBe(expected !== undefined);
    });

    it('keeps the number of an account setting beside the metadata of others', () => {
      const body = bodyOf('calls', { metadata, calls: [{ id: 'wacid.1', event: 'connect' }] });
      expect(one(body)).toMatchObject({ phoneNumberId: NUMBER, lane: 'call:wacid.1' });
    });
  });
});
