import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import { replyOptions, replyRecipient, targetMessageId } from '../../../lib/messages/reply-target';

interface Update {
  readonly messages: Record<string, unknown>[];
  readonly contacts?: { wa_id?: string; user_id?: string }[];
}

/** The first message of a webhook fixture, with the contact beside it. */
function fixture(name: string): {
  payload: Record<string, unknown>;
  contact?: { wa_id?: string; user_id?: string };
} {
  const file = join(__dirname, '../../fixtures/webhooks', `${name}.json`);
  const body = JSON.parse(readFileSync(file, 'utf8')) as { entry: { changes: { value: Update }[] }[] };
  const { value } = body.entry[0]!.changes[0]!;
  return { payload: value.messages[0]!, ...(value.contacts?.[0] && { contact: value.contacts[0] }) };
}

describe('replyRecipient', () => {
  it.each([
    [
      'the chat first',
      { chat: { type: 'individual', id: '111' }, payload: { from: '222' } },
      { phone: '111' },
    ],
    [
      'a chat known by user id',
      { chat: { type: 'individual', id: 'US.1' }, payload: {} },
      { userId: 'US.1' },
    ],
    ['a group chat', { chat: { type: 'group', id: 'g' }, payload: { from: '222' } }, { group: 'g' }],
    ['the group of the payload', { payload: { from: '222', group_id: 'g' } }, { group: 'g' }],
    ['the sender', { payload: { from: '222', from_user_id: 'US.2' } }, { phone: '222' }],
    ['the contact', { contact: { wa_id: '333' }, payload: { from: '' } }, { phone: '333' }],
    [
      'the sender’s user id when the number is hidden',
      { payload: { from: '', from_user_id: 'US.2' } },
      { userId: 'US.2' },
    ],
    ['the contact’s user id', { contact: { wa_id: '', user_id: 'US.3' }, payload: {} }, { userId: 'US.3' }],
  ] as const)('is %s', (_name, target, expected) => {
    expect(replyRecipient(target)).toEqual(expected);
  });

  it.each([
    ['messages.text', { phone: '15550100123' }],
    ['messages.text.bsuid_no_phone', { userId: 'US.55501001230000000001' }],
    ['messages.text.wa_id_empty', { userId: 'US.55501001230000000001' }],
  ])('answers %s of the webhook fixtures', (name, expected) => {
    expect(replyRecipient(fixture(name))).toEqual(expected);
  });

  it('answers messages of a group in the group', () => {
    const message = fixture('messages.text.group');
    expect(replyRecipient(message)).toEqual({ group: message.payload['group_id'] });
  });

  it.each([
    [{ payload: {} }],
    [{ payload: undefined }],
    [{ payload: null }],
    [{ chat: { type: 'individual', id: '' }, payload: {} }],
  ] as const)('refuses %j', (target) => {
    expect(() => replyRecipient(target)).toThrow(PayloadValidationError);
    expect(() => replyRecipient(target)).toThrow('event: belongs to no chat that could be answered');
  });
});

describe('targetMessageId', () => {
  it('is the id of the payload', () => {
    expect(targetMessageId({ payload: { id: 'wamid.1' } })).toBe('wamid.1');
  });

  it('refuses events about no message', () => {
    expect(() => targetMessageId({ payload: { from: '1' } })).toThrow(
      'event: has no message id in its payload',
    );
  });
});

describe('replyOptions', () => {
  const target = { phoneNumberId: '200', wabaId: '300', payload: {} };

  it('answers from the number that the event came to', () => {
    expect(replyOptions(target, { timeoutMs: 5 })).toEqual({
      phoneNumberId: '200',
      wabaId: '300',
      timeoutMs: 5,
    });
    expect(replyOptions(target)).toEqual({ phoneNumberId: '200', wabaId: '300' });
  });

  it.each([{ phoneNumberId: '5' }, { wabaId: '6' }])('does not mix accounts: %j stays', (options) => {
    expect(replyOptions(target, options)).toEqual(options);
  });
});
