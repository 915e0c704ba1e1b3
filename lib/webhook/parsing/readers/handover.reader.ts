import { handoverName } from '../../webhook.naming';
import { contactOf } from '../contacts';
import { chatOf, userLane } from '../conversations';
import type { ItemReader } from '../item-envelope';
import { contentKey } from '../keys';
import { userOf } from '../wire-user';
import { objectOf } from '../wire-values';

/** A conversation was handed to this app or taken from it. */
export const readHandover: ItemReader = (value, source) => {
  const name = handoverName(value);
  const sender = objectOf(value.sender);
  const user = userOf(sender?.phone_number, sender?.user_id, sender?.parent_user_id);
  const contact = contactOf(source, user);
  return {
    name,
    key: contentKey(name, source.owner, value),
    lane: userLane('handover', source, user, contact),
    timestamp: value.timestamp,
    contact,
    chat: chatOf(user, contact),
  };
};
