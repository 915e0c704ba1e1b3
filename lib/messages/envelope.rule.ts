import type { PayloadIssue } from '../errors/payload-validation.error';
import { IssueList } from '../validation/issue-list';
import { ANY_TEXT, ENVELOPE_LIMITS } from '../validation/limits';
import { isUserId } from '../validation/recipient';
import type { RuleContext } from '../validation/rule.decorator';
import type { Members } from '../validation/shape';
import { membersOf } from '../validation/shape';

const TYPES =
  'text image video audio document sticker location contacts reaction interactive template pin'.split(' ');

/** What is wrong with a message in Meta's names, as far as its envelope goes. The content is left to Meta. */
export function envelopeIssues(message: unknown, context: RuleContext): readonly PayloadIssue[] {
  const list = new IssueList();
  const { messaging_product: product, type, context: quoted, ...rest } = membersOf(message);
  if (product !== undefined) list.oneOf('messaging_product', product, ['whatsapp']);
  checkRecipient(rest, list);
  checkContent(type, rest, list, context);
  if (quoted != null) {
    if (type === 'reaction') list.add('context', 'must be left out: a reaction already names its message');
    else list.text('context.message_id', membersOf(quoted)['message_id'], ANY_TEXT);
  }
  const { biz_opaque_callback_data: correlation, recipient_identity_key_hash: hash } = rest;
  if (correlation != null) list.text('biz_opaque_callback_data', correlation, ENVELOPE_LIMITS.correlation);
  if (hash != null) list.text('recipient_identity_key_hash', hash, ANY_TEXT);
  return list.issues;
}

function checkRecipient(message: Members, list: IssueList): void {
  const { to, recipient, recipient_type: recipientType } = message;
  if (to == null && recipient == null)
    list.add('to', 'is missing: give a phone number or group id in to, or a user id in recipient');
  if (to != null && list.text('to', to, ANY_TEXT) && isUserId(to as string)) {
    list.add('to', 'is a business-scoped user id, which belongs in recipient');
  }
  if (recipient != null && !(typeof recipient === 'string' && isUserId(recipient))) {
    list.add('recipient', 'must be a business-scoped user id (country code, dot, letters and digits)');
  }
  if (recipientType == null) return;
  list.oneOf('recipient_type', recipientType, ['individual', 'group']);
  if (recipientType !== 'group') return;
  if (to == null) list.add('to', 'must be the group id when recipient_type is group');
  if (recipient != null) list.add('recipient', 'must be left out when recipient_type is group');
}

function checkContent(type: unknown, message: Members, list: IssueList, context: RuleContext): void {
  if (!list.text('type', type, ANY_TEXT)) return;
  const name = type as string;
  if (!TYPES.includes(name)) context.warn('has a type that this release does not know');
  const content = message[name];
  if (typeof content !== 'object' || content === null)
    list.add(name, `must hold the content, since type is ${name}`);
  for (const other of TYPES) {
    if (other !== name && message[other] != null) list.add(other, `must be left out, since type is ${name}`);
  }
  if (message['recipient_type'] === 'group' && name === 'interactive') {
    list.add('type', 'must not be interactive: Meta does not deliver this kind to groups');
  }
  if (name === 'pin' && message['recipient_type'] !== 'group')
    list.add('recipient_type', 'must be group: pins exist in groups only');
}
