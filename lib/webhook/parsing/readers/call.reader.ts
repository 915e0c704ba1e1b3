import type { WhatsAppEventName } from '../../../events/event-map';
import type { WebhookError } from '../../../wire/error';
import { nameOf } from '../../webhook.naming';
import { contactOf } from '../contacts';
import { chatOf } from '../conversations';
import type { ItemFacts, ItemReader } from '../item-envelope';
import { itemKey, keyPart } from '../keys';
import { calls, callStatuses } from '../name-tables';
import type { ValueSource } from '../value-source';
import type { WireUser } from '../wire-user';
import { userOf } from '../wire-user';
import type { WireObject } from '../wire-values';
import { idOf, objectOf } from '../wire-values';

/** An event of a call. */
export const readCall: ItemReader = (item, source) => {
  const name = nameOf(calls, item.event, 'call.unknown');
  // A call may have several recordings and transcripts.
  const media =
    objectOf(objectOf(item.call_recording)?.audio) ?? objectOf(objectOf(item.call_transcript)?.document);
  let key = itemKey(name, source.owner, item);
  if (name === 'call.unknown') key += `:e=${keyPart(idOf(item.event))}`;
  if (typeof item.status === 'string') key += `:s=${keyPart(item.status.toLowerCase())}`;
  if (media !== undefined) key += `:m=${keyPart(idOf(media.id))}`;
  return callFacts(item, source, name, key, callerOf(item, source));
};

/** A status of a call that the business made. */
export const readCallStatus: ItemReader = (item, source) => {
  const name = nameOf(callStatuses, item.status, 'call.status.unknown');
  let key = itemKey(name, source.owner, item);
  if (name === 'call.status.unknown') key += `:s=${keyPart(idOf(item.status))}`;
  const user = userOf(item.recipient_id, item.recipient_user_id, item.recipient_parent_user_id);
  return callFacts(item, source, name, key, user);
};

/** All events of one call share a lane, and no lane with anything else. */
function callFacts(
  item: WireObject,
  source: ValueSource,
  name: WhatsAppEventName,
  key: string,
  user: WireUser,
): ItemFacts {
  const contact = contactOf(source, user);
  const { errors } = source.value;
  return {
    name,
    key,
    lane: `call:${idOf(item.id) ?? source.owner}`,
    timestamp: item.timestamp,
    contact,
    chat: chatOf(user, contact),
    // Meta explains why a call ended beside the calls.
    errors: Array.isArray(errors) ? (errors as WebhookError[]) : undefined,
  };
}

/** The user's side of a call; calls of the business go to the user. */
function callerOf(item: WireObject, source: ValueSource): WireUser {
  const byBusiness =
    item.direction === undefined
      ? item.from !== undefined && idOf(item.from) === source.displayPhoneNumber
      : item.direction === 'BUSINESS_INITIATED';
  return byBusiness
    ? userOf(item.to, item.to_user_id, item.to_parent_user_id)
    : userOf(item.from, item.from_user_id, item.from_parent_user_id);
}
