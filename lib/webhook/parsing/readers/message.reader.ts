import type { WhatsAppEventName } from '../../../events/event-map';
import type { ConversationContext } from '../../../wire/inbound/conversation-context';
import { messageName } from '../../webhook.naming';
import { contactOf } from '../contacts';
import { chatOf, ownerLane, userLane } from '../conversations';
import type { ItemFacts, ItemReader } from '../item-envelope';
import { itemKey } from '../keys';
import type { ValueSource } from '../value-source';
import type { WireUser } from '../wire-user';
import { userOf } from '../wire-user';
import type { WireObject } from '../wire-values';
import { idOf, objectOf } from '../wire-values';

/** A message of a user. */
export const readMessage: ItemReader = (item, source) => {
  const context = objectOf(source.value.conversation_context) as ConversationContext | undefined;
  return messageFacts(item, source, messageName(item), 'message', context);
};

/** A message while another app has the conversation. */
export const readStandbyMessage: ItemReader = (item, source) =>
  messageFacts(item, source, 'standby.message', 'standby');

/** An old message whose media follow the chunk that it was in. */
export const readHistoryMessage: ItemReader = (item, source) =>
  messageFacts(item, source, 'history.message', 'history');

/** Who a message is from. A notice about a user may have no sender, and names the user itself. */
function senderOf(item: WireObject): WireUser {
  const sender = userOf(item.from, item.from_user_id, item.from_parent_user_id);
  if (sender.phone !== undefined || sender.userId !== undefined || sender.parentId !== undefined)
    return sender;
  const notice = objectOf(item.system);
  return notice === undefined ? sender : userOf(notice.wa_id, notice.user_id, notice.parent_user_id);
}

function messageFacts(
  item: WireObject,
  source: ValueSource,
  name: WhatsAppEventName,
  domain: 'message' | 'standby' | 'history',
  conversationContext?: ConversationContext,
): ItemFacts {
  const user = senderOf(item);
  const contact = contactOf(source, user);
  const group = idOf(item.group_id);
  return {
    name,
    key: itemKey(name, source.owner, item),
    lane: domain === 'history' ? ownerLane(domain, source) : userLane(domain, source, user, contact, group),
    timestamp: item.timestamp,
    contact,
    chat: chatOf(user, contact, group),
    conversationContext,
  };
}
