import { parseWebhook } from '../../../lib/webhook/webhook.parser';
import { contentHash } from '../../../lib/webhook/parsing/content-hash';
import { bodyOf, messagesBody, NUMBER, text, valueOf, WABA } from './bodies';
import type { Json } from './fixtures';

const keys = (body: Json): string[] => parseWebhook(body).map(({ key }) => key);
const key = (body: Json): string => keys(body)[0]!;
const listKey = (field: string, member: string, item: Json): string =>
  key(bodyOf(field, valueOf({ [member]: [item] })));

/** Checks that every item has a key of its own, and the same again when it comes anew. */
function expectAllDifferent(keyOf: (item: Json) => string, items: Json[]): void {
  const copies = (): Json[] => JSON.parse(JSON.stringify(items));
  const all = copies().map(keyOf);
  expect(new Set(all).size).toBe(items.length);
  expect(copies().map(keyOf)).toEqual(all);
}

describe('keys', () => {
  it('of messages: the id, with the name, for the number', () => {
    const keyOf = (item: Json): string => listKey('messages', 'messages', item);
    expect(keyOf(text())).toBe(`message.text:${NUMBER}:wamid.1`);
    expect(keyOf(text({ timestamp: '9', text: { body: 'other' } }))).toBe(keyOf(text()));
    expectAllDifferent(keyOf, [
      text(),
      text({ id: 'wamid.2' }),
      text({ type: 'unsupported' }),
      text({ id: undefined }),
      text({ id: '' }),
      text({ id: undefined, from: '111' }),
    ]);
  });

  it('of one id in different places are different', () => {
    const item = { id: 'wamid.1', type: 'text', text: { body: 'x' }, message: {} };
    const all = [
      listKey('messages', 'messages', item),
      listKey('smb_message_echoes', 'message_echoes', item),
      listKey('history', 'messages', item),
      listKey('history', 'message_echoes', item),
      key(bodyOf('standby', valueOf({ standby: { messages: [item] } }))),
      key(bodyOf('standby', valueOf({ standby: { message_echoes: [item] } }))),
      key(bodyOf('messages', { metadata: { phone_number_id: '2' }, messages: [item] })),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('of statuses: message, status, time, participant and codes', () => {
    const status = (members: Json): Json => ({
      id: 'wamid.1',
      status: 'failed',
      timestamp: '5',
      recipient_id: '1',
      ...members,
    });
    const keyOf = (item: Json): string => listKey('messages', 'statuses', item);
    expect(keyOf(status({ timestamp: 5 }))).toBe(keyOf(status({})));
    expect(keyOf(status({ status: 'FAILED' }))).toBe(keyOf(status({})));
    expect(keyOf(status({ pricing: { billable: true } }))).toBe(keyOf(status({})));
    expectAllDifferent(keyOf, [
      status({}),
      status({ id: 'wamid.2' }),
      status({ id: undefined }),
      status({ timestamp: '6' }),
      status({ timestamp: undefined }),
      status({ status: 'read' }),
      status({ status: 'new' }),
      status({ status: 'newer' }),
      status({ status: undefined }),
      status({ errors: [{ code: 1 }] }),
      status({ errors: [{ code: 2 }] }),
      status({ errors: [{ code: 1 }, { code: '2' }, 'x', {}] }),
      status({ recipient_type: 'group' }),
      status({ recipient_type: 'group', recipient_participant_id: '1' }),
      status({ recipient_type: 'group', recipient_participant_id: '2' }),
    ]);
    const standbyKey = (item: Json): string =>
      key(bodyOf('standby', valueOf({ standby: { statuses: [item] } })));
    expectAllDifferent(standbyKey, [
      status({}),
      status({ status: 'read' }),
      status({ errors: [{ code: 1 }] }),
    ]);
  });

  it('of payments: transaction and its last change, refunds by content', () => {
    const payment = (transaction: Json, members: Json = {}, outer: Json = {}): Json => ({
      id: 'p1',
      type: 'payment',
      status: 'captured',
      timestamp: '5',
      payment: { reference_id: 'o1', transaction, ...members },
      ...outer,
    });
    const done = { id: 't1', updated_timestamp: 5 };
    const keyOf = (item: Json): string => listKey('messages', 'statuses', item);
    expect(keyOf(payment({ ...done, updated_timestamp: '5' }))).toBe(keyOf(payment(done)));
    expectAllDifferent(keyOf, [
      payment(done),
      payment({ ...done, id: 't2' }),
      payment({ ...done, updated_timestamp: 6 }),
      payment(done, { refunds: [{ id: 'r1', status: 'pending' }] }),
      payment(done, { refunds: [{ id: 'r1', status: 'success' }] }),
      payment(done, {}, { status: 'pending' }),
      payment(done, {}, { status: 'new' }),
      payment(done, {}, { status: 'newer' }),
      payment(done, {}, { id: undefined }),
      payment(done, {}, { id: undefined, timestamp: '6' }),
      payment(undefined),
      payment(undefined, { reference_id: 'o2' }),
      payment(done, {}, { payment: undefined }),
    ]);
  });

  it('of calls: event, status and medium', () => {
    const call = (event: string | undefined, members: Json = {}): Json => ({
      id: 'wacid.1',
      event,
      ...members,
    });
    const keyOf = (item: Json): string => listKey('calls', 'calls', item);
    expect(keyOf(call('terminate', { status: 'Completed' }))).toBe(
      keyOf(call('terminate', { status: 'COMPLETED' })),
    );
    expectAllDifferent(keyOf, [
      call('connect'),
      call('terminate'),
      call('terminate', { status: 'COMPLETED' }),
      call('terminate', { status: 'FAILED' }),
      call('call_created'),
      call('call_recording_available', { call_recording: { audio: { id: '1' } } }),
      call('call_recording_available', { call_recording: { audio: { id: '2' } } }),
      call('call_transcription_available', { call_transcript: { document: { id: '1' } } }),
      call('new'),
      call('newer'),
      call(undefined),
      call('connect', { id: undefined }),
    ]);
    const statusKey = (item: Json): string => listKey('calls', 'statuses', item);
    expect(statusKey({ id: 'wacid.1', status: 'ringing' })).toBe(
      statusKey({ id: 'wacid.1', status: 'RINGING' }),
    );
    expectAllDifferent(statusKey, [
      { id: 'wacid.1', status: 'RINGING' },
      { id: 'wacid.1', status: 'ACCEPTED' },
      { id: 'wacid.2', status: 'RINGING' },
      { id: 'wacid.1', status: 'NEW' },
      { id: 'wacid.1', status: 'NEWER' },
    ]);
  });

  it('of preferences: user, category, value and time', () => {
    const preference = (members: Json): Json => ({
      wa_id: '1',
      user_id: 'US.1',
      category: 'marketing_messages',
      value: 'stop',
      timestamp: 5,
      ...members,
    });
    const keyOf = (item: Json): string => listKey('user_preferences', 'user_preferences', item);
    expect(keyOf(preference({ wa_id: undefined, timestamp: '5' }))).toBe(keyOf(preference({})));
    expectAllDifferent(keyOf, [
      preference({}),
      preference({ user_id: undefined }),
      preference({ user_id: undefined, wa_id: undefined }),
      preference({ value: 'resume' }),
      preference({ category: 'utility_messages' }),
      preference({ category: 'utility_messages', value: 'resume' }),
      preference({ timestamp: 6 }),
      preference({ user_id: 'US.2' }),
    ]);
  });

  it('of clicks: action, click and time', () => {
    const action = (data: Json, members: Json = {}): Json => ({
      action_type: 'landing_page_view',
      timestamp: '5',
      marketing_messages_link_click_data: data,
      ...members,
    });
    expectAllDifferent(
      (item) => listKey('messages', 'user_actions', item),
      [
        action({ click_id: 'c1' }),
        action({ click_id: 'c2' }),
        action({ tracking_token: 'c1' }),
        action({ click_id: 'c1' }, { timestamp: '6' }),
        action({ click_id: 'c1' }, { action_type: 'marketing_messages_link_click' }),
        action({ click_id: 'c1' }, { action_type: 'new' }),
        action({ click_id: 'c1' }, { action_type: 'newer' }),
        action(undefined),
      ],
    );
  });

  it('of groups: the request, else the content', () => {
    const group = (members: Json): Json => ({
      group_id: 'G1',
      type: 'group_participants_add',
      timestamp: '5',
      ...members,
    });
    const keyOf = (item: Json): string => listKey('group_participants_update', 'groups', item);
    expect(keyOf(group({ request_id: 'r1', errors: [] }))).toBe(keyOf(group({ request_id: 'r1' })));
    expectAllDifferent(keyOf, [
      group({ request_id: 'r1' }),
      group({ request_id: 'r2' }),
      group({ join_request_id: 'j1' }),
      group({ request_id: 'r1', type: 'group_delete' }),
      group({ added_participants: [{ wa_id: '1' }] }),
      group({ added_participants: [{ wa_id: '2' }] }),
      group({ timestamp: '6' }),
      group({ request_id: 'r1', type: 'new' }),
      group({ request_id: 'r1', type: 'newer' }),
      group({ group_id: undefined }),
    ]);
  });

  it('of history: chunk and messages', () => {
    const chunk = (members: Json, ids: Json[] = ['1', '2']): Json => ({
      metadata: { phase: 0, chunk_order: 1, progress: 10, ...members },
      threads: [{ id: 'a', messages: ids.map((id) => ({ id })) }],
    });
    const keyOf = (item: Json): string => listKey('history', 'history', item);
    expect(keyOf(chunk({ progress: 20 }))).toBe(keyOf(chunk({})));
    expectAllDifferent(keyOf, [
      chunk({}),
      chunk({ phase: 1 }),
      chunk({ chunk_order: 2 }),
      chunk({}, ['1', '3']),
      chunk({}, []),
      { metadata: {}, threads: [null, {}, { messages: ['1', { id: '2' }] }] },
      { metadata: {}, threads: 'odd' },
      { threads: [] },
      { errors: [{ code: 2593109 }] },
      { metadata: { phase: 0 } },
    ]);
  });

  it('of account updates: the time of the entry belongs to them', () => {
    const value = { event: 'ACCOUNT_DELETED' };
    const at = (time: Json): string => key(bodyOf('account_update', value, { time }));
    expect(at('1768003200')).toBe(at(1768003200));
    expect(at(1768003201)).not.toBe(at(1768003200));
    expect(at(1768003200).startsWith(`account.update:${WABA}:1768003200:~`)).toBe(true);
    expect(key(bodyOf('account_review_update', value, { time: 1768003200 }))).not.toBe(at(1768003200));
  });

  it('of items of the messaging fields do not depend on a time of the entry', () => {
    const at = (time: Json): string =>
      key(bodyOf('user_preferences', valueOf({ user_preferences: [{ x: 1 }] }), { time }));
    expect(at(1)).toBe(at(2));
    const settings = { timestamp: '5', phone_number_settings: { phone_number_id: NUMBER } };
    const settingsAt = (time: Json): string => key(bodyOf('account_settings_update', settings, { time }));
    expect(settingsAt(1)).toBe(settingsAt(2));
  });

  it('cannot be spelled alike by ids with colons', () => {
    const all = keys(
      messagesBody({
        statuses: [
          { id: 'a:5', status: 'read', timestamp: '6' },
          { id: 'a', status: 'read', timestamp: '5:6' },
          { id: 'a%3A5', status: 'read', timestamp: '6' },
        ],
      }),
    );
    expect(new Set(all).size).toBe(3);
    expect(all.some((each) => each.includes('#'))).toBe(false);
  });

  describe('within one body', () => {
    it('the very same item twice is one event', () => {
      const again = {
        text: { body: 'hi' },
        type: 'text',
        timestamp: '1768003200',
        from: '15550100123',
        id: 'wamid.1',
      };
      expect(keys(messagesBody({ messages: [text(), again] }))).toEqual([`message.text:${NUMBER}:wamid.1`]);
    });

    it('the same key with other content is another event', () => {
      const edited = text({ text: { body: 'ho' } });
      const all = parseWebhook(messagesBody({ messages: [text(), edited, edited, text()] }));
      expect(all.map(({ payload }) => payload)).toEqual([text(), edited]);
      expect(all[1]!.key).toBe(`message.text:${NUMBER}:wamid.1#${contentHash(edited)}`);
    });
  });
});

describe('contentHash', () => {
  it('does not depend on the order of members, but on everything else', () => {
    expect(contentHash({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(contentHash({ b: [{ d: 3, c: 2 }], a: 1 }));
    const values = [
      null, true, false, 0, 1, '1', '', 'null', [], {}, [[]], [{}], [1, 2], [2, 1], [12], { a: [] }, { a: {} }, { '': 1 }, { a: 1 },
      { a: '1' }, { a: 1, b: 2 }, { a: { b: 2 } }, [{ a: 1 }, { b: 2 }], [{ a: 1, b: 2 }], '{"a":1}', 'a:1', { 'a":1,"b': 2 },
    ]; // prettier-ignore
    expect(new Set(values.map(contentHash)).size).toBe(values.length);
  });

  it('copes with nesting that is deeper than the stack', () => {
    const depth = 200_000;
    const deep: Json = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(contentHash(deep)).toHaveLength(22);
    expect(parseWebhook(bodyOf('brand_new', deep))).toHaveLength(1);
  });
});
