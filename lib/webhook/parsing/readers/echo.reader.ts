import type { WhatsAppEventName } from '../../../events/event-map';
import { echoName } from '../../webhook.naming';
import { contactOf } from '../contacts';
import { chatOf, ownerLane, userLane } from '../conversations';
import type { ItemFacts, ItemReader } from '../item-envelope';
import { itemKey } from '../keys';
import type { ValueSource } from '../value-source';
import type { WireUser } from '../wire-user';
import { userOf } from '../wire-user';
import type { WireObject } from '../wire-values';
import { idOf, objectOf } from '../wire-values';

/** A message that the business sent elsewhere. Its user is the recipient. */
export const readEcho: ItemReader = (item, source) =>
  echoFacts(item, source, echoName(item), 'echo', recipientOf(item), idOf(item.group_id));

/** An old message of the business whose media follow the chunk that it was in. */
export const readHistoryEcho: ItemReader = (item, source) =>
  echoFacts(item, source, 'history.message_echo', 'history', recipientOf(item), idOf(item.group_id));

/** A message of the app that has the conversation: `message` is the body of its send request. */
export const readStandbyEcho: ItemReader = (item, source) => {
  const request = objectOf(item.message) ?? item;
  const to = idOf(request.to);
  const group = request.recipient_type === 'group' ? to : undefined;
  const user = userOf(group === undefined ? to : undefined, request.recipient, undefined);
  return echoFacts(item, source, 'standby.message_echo', 'standby', user, group);
};

function recipientOf(item: WireObject): WireUser {
  return userOf(item.to, item.to_user_id, item.to_parent_user_id);
}

function echoFacts(
  item: WireObject,
  source: ValueSource,
  name: WhatsAppEventName,
  domain: 'echo' | 'standby' | 'history',
  user: WireUser,
  group: string | undefined,
): ItemFacts {
  const contact = contactOf(source, user);
  return {
    name,
    key: itemKey(name, source.owner, item),
    lane: domain === 'history' ? ownerLane(domain, source) : userLane(domain, source, user, contact, group),
    timestamp: item.timestamp,
    contact,
    chat: chatOf(user, contact, group),
  };
}
