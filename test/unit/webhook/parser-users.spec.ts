import { parseWebhook } from '../../../lib/webhook/webhook.parser';
import { bodyOf, messagesBody, NUMBER, text, valueOf } from './bodies';
import type { Json } from './fixtures';

const one = (body: Json): Json => parseWebhook(body)[0];
const message = (members: Json, contacts?: Json): Json =>
  one(messagesBody({ ...(contacts && { contacts }), messages: [text({ from: undefined, ...members })] }));

const robin = { profile: { name: 'Robin' }, wa_id: '111', user_id: 'US.1', parent_user_id: 'US.ENT.1' };
const kim = { profile: { name: 'Kim' }, wa_id: '222', user_id: 'US.2', parent_user_id: 'US.ENT.2' };
/** More contacts than are looked at one by one. */
const crowd = Array.from({ length: 20 }, (_, i) => ({ wa_id: `9${i}`, user_id: `US.9${i}` }));

describe.each([
  ['few contacts', []],
  ['many contacts', crowd],
])('the contact of an item, among %s', (_what, others) => {
  const contacts = [...others, null, 'x', robin, kim, robin];

  it.each([
    ['user id', { from_user_id: 'US.2' }, kim],
    ['phone number', { from: '222' }, kim],
    ['phone number as a number', { from: 222 }, kim],
    ['parent id', { from_parent_user_id: 'US.ENT.2' }, kim],
    ['user id before phone number', { from: '111', from_user_id: 'US.2' }, kim],
    ['phone number before parent id', { from: '222', from_parent_user_id: 'US.ENT.1' }, kim],
    ['nobody', { from: '333' }, undefined],
    ['nobody by user id', { from_user_id: 'US.3' }, undefined],
    ['nobody by parent id', { from_parent_user_id: 'US.ENT.3' }, undefined],
    ['no id at all', {}, undefined],
    ['empty ids', { from: '', from_user_id: '' }, undefined],
  ])('by %s', (_by, members, expected) => {
    expect(message(members, contacts).contact).toBe(expected);
  });

  it('two contacts of one number: the first', () => {
    const twice = [...others, { wa_id: '111', n: 1 }, { wa_id: '111', n: 2 }];
    expect(message({ from: '111' }, twice).contact.n).toBe(1);
  });

  it('empty ids match nobody', () => {
    expect(message({ from: '', from_user_id: 'US.3' }, [...others, { wa_id: '' }]).contact).toBeUndefined();
  });
});

describe('the contact of an item that names nobody', () => {
  it('is the contact that stands alone', () => {
    expect(message({}, [robin])).toMatchObject({
      contact: robin,
      chat: { type: 'individual', id: '111' },
      lane: `message:${NUMBER}:US.1`,
    });
  });

  it('is nobody when the contact is odd or contacts are no list', () => {
    expect(message({}, ['x']).contact).toBeUndefined();
    expect(message({}, { 0: robin, length: 1 }).contact).toBeUndefined();
  });

  it('is who a notice is about when nobody sent it', () => {
    const system = { type: 'user_changed_user_id', user_id: 'US.2', previous_user_id: 'US.1' };
    const envelope = message({ type: 'system', text: undefined, system }, [robin, kim]);
    expect(envelope).toMatchObject({ contact: kim, chat: { type: 'individual', id: 'US.2' } });
    expect(envelope.lane).toBe(`message:${NUMBER}:US.2`);
    expect(message({ type: 'system', text: undefined, system }).chat).toEqual({
      type: 'individual',
      id: 'US.2',
    });
  });

  it('leaves chat and user of the lane open when there is no contact', () => {
    const envelope = message({});
    expect(envelope).not.toHaveProperty('chat');
    expect(envelope.lane).toBe(`message:${NUMBER}:`);
  });
});

describe('lane and chat of a user', () => {
  it.each([
    ['both ids', { from: '111', from_user_id: 'US.1' }, 'US.1', '111'],
    ['user id only', { from_user_id: 'US.1' }, 'US.1', 'US.1'],
    ['phone number only', { from: '111' }, '111', '111'],
    ['parent id only', { from_parent_user_id: 'US.ENT.7' }, 'US.ENT.7', 'US.ENT.7'],
    ['a group', { from: '111', group_id: 'G1' }, 'G1', 'G1'],
  ])('%s', (_what, members, lane, chat) => {
    const envelope = message(members);
    expect(envelope.lane).toBe(`message:${NUMBER}:${lane}`);
    expect(envelope.chat).toEqual({ type: 'group_id' in members ? 'group' : 'individual', id: chat });
  });

  it('stays the same when the user hides the number: the contact knows the user id', () => {
    const seen = message({ from: '111' }, [robin]);
    const hidden = message({ from_user_id: 'US.1' });
    expect(seen.lane).toBe(hidden.lane);
  });

  it('knows the phone number of a contact that was found by parent id', () => {
    const contact = { wa_id: '111', parent_user_id: 'US.ENT.1' };
    expect(message({ from_parent_user_id: 'US.ENT.1' }, [contact])).toMatchObject({
      lane: `message:${NUMBER}:111`,
      chat: { type: 'individual', id: '111' },
    });
    const nameOnly = { user_id: 'US.1', parent_user_id: 'US.ENT.1' };
    expect(message({ from_parent_user_id: 'US.ENT.1' }, [nameOnly]).chat.id).toBe('US.1');
  });

  it('escapes colons, so that no two users share a lane by spelling', () => {
    expect(message({ from: 'a:b%' }).lane).toBe(`message:${NUMBER}:a%3Ab%25`);
  });
});

describe('the user of a status', () => {
  const status = (members: Json, contacts?: Json): Json =>
    one(
      messagesBody({ contacts, statuses: [{ id: 'wamid.1', status: 'read', timestamp: '5', ...members }] }),
    );

  it.each([['recipient_parent_user_id'], ['parent_recipient_user_id'], ['parent_user_id']])(
    'by %s',
    (member) => {
      expect(status({ [member]: 'US.ENT.2' }, [robin, kim]).contact).toBe(kim);
    },
  );

  it.each([
    ['recipient_participant_id', '222'],
    ['participant_recipient_id', '222'],
    ['recipient_participant_user_id', 'US.2'],
    ['recipient_participant_parent_user_id', 'US.ENT.2'],
  ])('of a group by %s', (member, id) => {
    const envelope = status({ recipient_type: 'group', recipient_id: 'G1', [member]: id }, [robin, kim]);
    expect(envelope).toMatchObject({
      contact: kim,
      chat: { type: 'group', id: 'G1' },
      lane: `status:${NUMBER}:G1`,
      key: `status.read:${NUMBER}:wamid.1:5:p=${id}`,
    });
  });

  it('of a group as a whole is nobody', () => {
    const envelope = status({ recipient_type: 'group', recipient_id: 'G1' }, [robin, kim]);
    expect(envelope).not.toHaveProperty('contact');
    expect(envelope.key).toBe(`status.read:${NUMBER}:wamid.1:5:p=`);
  });

  it('never shares a lane with messages or payments', () => {
    const lanes = [
      message({ from: '111' }).lane,
      status({ recipient_id: '111' }).lane,
      status({ recipient_id: '111', type: 'payment' }).lane,
    ];
    expect(lanes).toEqual([`message:${NUMBER}:111`, `status:${NUMBER}:111`, `payment:${NUMBER}:111`]);
  });
});

describe('the user of a call', () => {
  const call = (members: Json): Json =>
    one(bodyOf('calls', valueOf({ calls: [{ id: 'wacid.1', ...members }] })));

  it.each([
    ['the caller', { direction: 'USER_INITIATED', from: '111', to: '15550100001' }],
    ['who is called', { direction: 'BUSINESS_INITIATED', from: '15550100001', to: '111' }],
    ['who is called, without a direction', { from: '15550100001', to: '111' }],
    ['the caller, without a direction', { from: '111', to: '15550100001' }],
    ['the caller by user id, without a direction', { from_user_id: '111', to: '15550100001' }],
  ])('is %s', (_what, members) => {
    expect(call({ event: 'connect', ...members }).chat).toEqual({ type: 'individual', id: '111' });
  });

  it('does not matter to the lane: all of one call share it', () => {
    const lanes = parseWebhook(
      bodyOf(
        'calls',
        valueOf({
          calls: [
            { id: 'wacid.1', event: 'connect', from: '111' },
            { id: 'wacid.1', event: 'terminate', from_user_id: 'US.1' },
          ],
          statuses: [{ id: 'wacid.1', status: 'RINGING', recipient_id: '111' }],
        }),
      ),
    ).map(({ lane }) => lane);
    expect(lanes).toEqual(Array(3).fill('call:wacid.1'));
    expect(call({ id: undefined, event: 'connect' }).lane).toBe(`call:${NUMBER}`);
  });
});

describe('the user of other items', () => {
  it('of an echo is the recipient', () => {
    const echo = text({ from: '15550100001', to: '111' });
    expect(
      one(bodyOf('smb_message_echoes', valueOf({ contacts: [kim, robin], message_echoes: [echo] }))),
    ).toMatchObject({
      contact: robin,
      chat: { type: 'individual', id: '111' },
      lane: `echo:${NUMBER}:US.1`,
    });
  });

  it('of a standby echo is who the other app wrote to', () => {
    const echo = (request: Json): Json =>
      one(bodyOf('standby', valueOf({ standby: { message_echoes: [{ id: 'wamid.1', ...request }] } })));
    expect(echo({ message: { to: '111' } }).chat).toEqual({ type: 'individual', id: '111' });
    expect(echo({ message: { recipient: 'US.1' } }).chat).toEqual({ type: 'individual', id: 'US.1' });
    expect(echo({ message: { to: 'G1', recipient_type: 'group' } })).toMatchObject({
      chat: { type: 'group', id: 'G1' },
      lane: `standby:${NUMBER}:G1`,
    });
    expect(echo({ to: '111' }).chat).toEqual({ type: 'individual', id: '111' });
  });

  it('of a changed user id is found by the new id, the old one, or by standing alone without ids', () => {
    const update = (contacts: Json, members: Json = {}): Json =>
      one(
        bodyOf(
          'user_id_update',
          valueOf({
            contacts,
            user_id_update: [{ user_id: { previous: 'US.1', current: 'US.7' }, ...members }],
          }),
        ),
      );
    const renewed = { user_id: 'US.7' };
    expect(update([kim, renewed]).contact).toBe(renewed);
    expect(update([kim, robin]).contact).toBe(robin);
    expect(update([kim]).contact).toBeUndefined();
    expect(update([{ wa_id: '222' }]).contact).toBeUndefined();
    const nameless = { profile: { name: 'Robin' } };
    expect(update([nameless])).toMatchObject({ contact: nameless, chat: { type: 'individual', id: 'US.7' } });
    expect(update([nameless, nameless]).contact).toBeUndefined();
    expect(update(undefined).contact).toBeUndefined();
    expect(update([kim], { wa_id: '222' })).toMatchObject({
      contact: kim,
      chat: { id: '222' },
      lane: `user_id:${NUMBER}`,
    });
  });

  it('of a handover may be known by id only', () => {
    const value = { sender: { user_id: 'US.1' }, recipient: { phone_number_id: NUMBER }, control_taken: {} };
    expect(one(bodyOf('messaging_handovers', value))).toMatchObject({
      name: 'handover.control_taken',
      chat: { type: 'individual', id: 'US.1' },
      lane: `handover:${NUMBER}:US.1`,
    });
    expect(one(bodyOf('messaging_handovers', {})).name).toBe('handover.unknown');
  });

  it('of a click is not told: its click orders it', () => {
    const action = (data: Json): string =>
      one(messagesBody({ user_actions: [{ marketing_messages_link_click_data: data }] })).lane;
    expect(action({ click_id: 'c1', tracking_token: 't1' })).toBe(`user_action:${NUMBER}:c1`);
    expect(action({ tracking_token: 't1' })).toBe(`user_action:${NUMBER}:t1`);
    expect(action(undefined)).toBe(`user_action:${NUMBER}:`);
  });
});
