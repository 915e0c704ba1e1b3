import type { WhatsAppEventName } from '../../../events/event-map';
import type { InboundContact } from '../../../wire/inbound/contact';
import { nameOf, preferenceName } from '../../webhook.naming';
import { contactOf } from '../contacts';
import { chatOf, ownerLane, thingLane, userLane } from '../conversations';
import type { ItemReader } from '../item-envelope';
import { contentKey, idKey, keyPart } from '../keys';
import { userActions } from '../name-tables';
import type { ValueSource } from '../value-source';
import { userOf } from '../wire-user';
import type { WireObject } from '../wire-values';
import { idOf, isObject, objectOf } from '../wire-values';

/** A user stopped, resumed or signed up for marketing messages. */
export const readUserPreference: ItemReader = (item, source) => {
  const name = preferenceName(item);
  const user = userOf(item.wa_id, item.user_id, item.parent_user_id);
  const id = user.userId ?? user.phone;
  const contact = contactOf(source, user);
  return {
    name,
    key:
      id === undefined ? contentKey(name, source.owner, item) : preferenceKey(name, source.owner, id, item),
    lane: userLane('user_preference', source, user, contact),
    timestamp: item.timestamp,
    contact,
    chat: chatOf(user, contact),
  };
};

function preferenceKey(name: WhatsAppEventName, owner: string, id: string, item: WireObject): string {
  const key = `${idKey(name, owner, id)}:${keyPart(idOf(item.category))}:${keyPart(idOf(item.timestamp))}`;
  return name === 'user_preference.unknown' ? `${key}:s=${keyPart(idOf(item.value))}` : key;
}

/**
 * The business-scoped id of a user changed. One lane for a number: a user's ids change in a chain, so no id of the
 * item could keep two changes of one user in order.
 */
export const readUserIdUpdate: ItemReader = (item, source) => {
  const name = 'user_id.update';
  const current = userOf(item.wa_id, objectOf(item.user_id)?.current, objectOf(item.parent_user_id)?.current);
  const former = userOf(undefined, objectOf(item.user_id)?.previous, objectOf(item.parent_user_id)?.previous);
  const contact = contactOf(source, current) ?? contactOf(source, former) ?? namelessContact(source);
  return {
    name,
    key: contentKey(name, source.owner, item),
    lane: ownerLane('user_id', source),
    timestamp: item.timestamp,
    contact,
    chat: chatOf(current, contact),
  };
};

/** Beside a changed id stands, when the phone number is hidden, one contact that has a name only. */
function namelessContact(source: ValueSource): InboundContact | undefined {
  const contact: unknown = source.contacts?.length === 1 ? source.contacts[0] : undefined;
  return isObject(contact) && contact.wa_id === undefined && contact.user_id === undefined
    ? contact
    : undefined;
}

/** A user clicked on a marketing message. Meta names no user here, only the click. */
export const readUserAction: ItemReader = (item, source) => {
  const name = nameOf(userActions, item.action_type, 'user_action.unknown');
  const data = objectOf(item.marketing_messages_link_click_data);
  const click = idOf(data?.click_id);
  return {
    name,
    key:
      click === undefined ? contentKey(name, source.owner, item) : clickKey(name, source.owner, click, item),
    lane: thingLane('user_action', source, click ?? idOf(data?.tracking_token)),
    timestamp: item.timestamp,
  };
};

function clickKey(name: WhatsAppEventName, owner: string, click: string, item: WireObject): string {
  const key = `${idKey(name, owner, click)}:${keyPart(idOf(item.timestamp))}`;
  return name === 'user_action.unknown' ? `${key}:s=${keyPart(idOf(item.action_type))}` : key;
}
