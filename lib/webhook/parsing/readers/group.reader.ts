import type { WhatsAppEventName } from '../../../events/event-map';
import { groupName } from '../../webhook.naming';
import { thingLane } from '../conversations';
import type { ItemReader } from '../item-envelope';
import { contentKey, idKey, keyPart } from '../keys';
import type { WireObject } from '../wire-values';
import { idOf } from '../wire-values';

/** A group was made, changed, joined or left. One lane for a group. */
export const readGroup: ItemReader = (item, source) => {
  const name = groupName(item, source.field);
  const group = idOf(item.group_id);
  return {
    name,
    key: groupKey(name, source.owner, group, item),
    lane: thingLane('group', source, group),
    timestamp: item.timestamp,
    chat: group === undefined ? undefined : { type: 'group', id: group },
  };
};

/** The request that it answers, or else the content: one group may see several changes in a second. */
function groupKey(
  name: WhatsAppEventName,
  owner: string,
  group: string | undefined,
  item: WireObject,
): string {
  const request = idOf(item.request_id) ?? idOf(item.join_request_id);
  if (request === undefined || name === 'group.unknown') return contentKey(name, owner, item);
  return `${idKey(name, owner, request)}:${keyPart(group)}:${keyPart(idOf(item.timestamp))}`;
}
