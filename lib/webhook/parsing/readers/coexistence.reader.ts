import { historyName, nameOf } from '../../webhook.naming';
import { contentHash } from '../content-hash';
import { ownerLane, thingLane } from '../conversations';
import type { ItemReader } from '../item-envelope';
import { contentKey, keyPart } from '../keys';
import { appStateSyncs } from '../name-tables';
import type { WireObject } from '../wire-values';
import { idOf, isObject, objectOf } from '../wire-values';
import { unknownItem } from './unknown.reader';

/** A chunk of old messages, or that the business declined. All history of a number is one lane. */
export const readHistory: ItemReader = (item, source) => {
  const name = historyName(item);
  if (name === 'unknown') return unknownItem(item, source, 'history');
  const chunk = name === 'history.chunk' ? objectOf(item.metadata) : undefined;
  return {
    name,
    key:
      chunk === undefined
        ? contentKey(name, source.owner, item)
        : `${name}:${source.owner}:${keyPart(idOf(chunk.phase))}:${keyPart(idOf(chunk.chunk_order))}:${messagesHash(item)}`,
    lane: ownerLane('history', source),
  };
};

/** A number that is connected again counts its chunks anew, so the messages belong to the key. */
function messagesHash(chunk: WireObject): string {
  const ids: unknown[] = [];
  for (const thread of Array.isArray(chunk.threads) ? (chunk.threads as unknown[]) : []) {
    const messages = objectOf(thread)?.messages;
    if (!Array.isArray(messages)) continue;
    for (const message of messages as unknown[]) ids.push(isObject(message) ? message.id : message);
  }
  return contentHash(ids);
}

/** A contact of the WhatsApp Business app was added, edited or removed. One lane for a contact. */
export const readAppStateSync: ItemReader = (item, source) => {
  const name = nameOf(appStateSyncs, item.action, 'app_state_sync.unknown');
  const contact = objectOf(item.contact);
  return {
    name,
    key: contentKey(name, source.owner, item),
    lane: thingLane('app_state_sync', source, idOf(contact?.user_id) ?? idOf(contact?.phone_number)),
    timestamp: objectOf(item.metadata)?.timestamp,
  };
};
