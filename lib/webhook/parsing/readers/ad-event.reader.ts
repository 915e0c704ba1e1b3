import { nameOf } from '../../webhook.naming';
import { thingLane } from '../conversations';
import type { ItemReader } from '../item-envelope';
import { contentKey } from '../keys';
import { automaticEvents, trackingEvents } from '../name-tables';
import { idOf, objectOf } from '../wire-values';

/** An event that Meta found in a chat. */
export const readAutomaticEvent: ItemReader = (item, source) => {
  const name = nameOf(automaticEvents, item.event_name, 'automatic_event.unknown');
  return {
    name,
    key: contentKey(name, source.owner, item),
    lane: thingLane('automatic_event', source, idOf(item.id)),
    timestamp: item.timestamp,
  };
};

/** A tracking event of a marketing message. */
export const readTrackingEvent: ItemReader = (item, source) => {
  const name = nameOf(trackingEvents, item.event_name, 'tracking_event.unknown');
  return {
    name,
    key: contentKey(name, source.owner, item),
    lane: thingLane('tracking_event', source, idOf(objectOf(item.tracking_data)?.click_id)),
    timestamp: item.timestamp,
  };
};
