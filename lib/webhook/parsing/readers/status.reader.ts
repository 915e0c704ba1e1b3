import type { WhatsAppEventName } from '../../../events/event-map';
import { statusName } from '../../webhook.naming';
import { contactOf } from '../contacts';
import { contentHash } from '../content-hash';
import { chatOf, userLane } from '../conversations';
import type { ItemFacts, ItemReader } from '../item-envelope';
import { contentKey, idKey, keyPart } from '../keys';
import type { ValueSource } from '../value-source';
import type { WireUser } from '../wire-user';
import { userOf } from '../wire-user';
import type { WireObject } from '../wire-values';
import { idOf, isObject, objectOf } from '../wire-values';

/** A status of a message that was sent, or of a payment. */
export const readStatus: ItemReader = (item, source) => {
  const name = statusName(item);
  return item.type === 'payment'
    ? statusFacts(item, source, name, 'payment', paymentKey)
    : statusFacts(item, source, name, 'status', statusKey);
};

/** A status of a message of the app that has the conversation. */
export const readStandbyStatus: ItemReader = (item, source) =>
  statusFacts(item, source, 'standby.status', 'standby_status', statusKey);

type StatusKey = (name: WhatsAppEventName, owner: string, item: WireObject, recipient: WireUser) => string;

function statusFacts(
  item: WireObject,
  source: ValueSource,
  name: WhatsAppEventName,
  domain: 'status' | 'payment' | 'standby_status',
  keyOf: StatusKey,
): ItemFacts {
  const group = item.recipient_type === 'group' ? idOf(item.recipient_id) : undefined;
  const user = group === undefined ? recipientOf(item) : participantOf(item);
  const contact = contactOf(source, user);
  return {
    name,
    key: keyOf(name, source.owner, item, user),
    lane: userLane(domain, source, user, contact, group),
    timestamp: item.timestamp,
    contact,
    chat: chatOf(user, contact, group),
  };
}

/** Meta spells the parent id in three ways. */
function recipientOf(item: WireObject): WireUser {
  const parentId =
    idOf(item.recipient_parent_user_id) ?? idOf(item.parent_recipient_user_id) ?? item.parent_user_id;
  return userOf(item.recipient_id, item.recipient_user_id, parentId);
}

/** The member of the group that a status is about; none on `sent`. */
function participantOf(item: WireObject): WireUser {
  return userOf(
    idOf(item.recipient_participant_id) ?? item.participant_recipient_id,
    item.recipient_participant_user_id,
    item.recipient_participant_parent_user_id,
  );
}

/**
 * A status has no id of its own: it is the message, the status, the time and, in groups, the participant. A message
 * may fail twice for different reasons, so error codes belong to it too.
 */
function statusKey(name: WhatsAppEventName, owner: string, item: WireObject, recipient: WireUser): string {
  const id = idOf(item.id);
  if (id === undefined) return contentKey(name, owner, item);
  let key = `${idKey(name, owner, id)}:${keyPart(idOf(item.timestamp))}`;
  if (item.recipient_type === 'group') {
    key += `:p=${keyPart(recipient.userId ?? recipient.phone ?? recipient.parentId)}`;
  }
  if (Array.isArray(item.errors)) key += `:e=${keyPart(errorCodes(item.errors))}`;
  if (name === 'status.unknown' || name === 'standby.status') key += `:s=${keyPart(idOf(item.status))}`;
  return key;
}

function errorCodes(errors: readonly unknown[]): string {
  return errors.map((error) => (isObject(error) ? idOf(error.code) : undefined) ?? '').join(',');
}

/** A payment is told by its transaction and its last change; a refund may leave both as they are. */
function paymentKey(name: WhatsAppEventName, owner: string, item: WireObject): string {
  const id = idOf(item.id);
  const payment = objectOf(item.payment);
  const transaction = objectOf(payment?.transaction);
  if (id === undefined || payment === undefined || transaction === undefined) {
    return contentKey(name, owner, item);
  }
  let key = `${idKey(name, owner, id)}:${keyPart(idOf(transaction.id))}:${keyPart(idOf(transaction.updated_timestamp))}`;
  if (payment.refunds !== undefined) key += `:r=${contentHash(payment.refunds)}`;
  if (name === 'payment.unknown') key += `:s=${keyPart(idOf(item.status))}`;
  return key;
}
