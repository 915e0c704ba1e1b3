import type { WhatsAppEventName } from '../../../events/event-map';
import { ownerLane } from '../conversations';
import type { ItemReader } from '../item-envelope';
import { contentKey } from '../keys';

/** An error that concerns a number, not one of its items. It carries neither an id nor a time. */
export function errorReader(name: WhatsAppEventName & `error.${string}`): ItemReader {
  return (item, source) => ({
    name,
    key: contentKey(name, source.owner, item),
    lane: ownerLane('error', source),
  });
}
