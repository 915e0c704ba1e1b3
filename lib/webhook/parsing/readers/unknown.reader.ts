import type { ItemFacts } from '../item-envelope';
import { contentKey, keyPart } from '../keys';
import type { ValueSource } from '../value-source';
import { idOf } from '../wire-values';

/** An item that this release does not know, in the member `collection` of a known value. */
export function unknownItem(item: unknown, source: ValueSource, collection: string): ItemFacts {
  const place = keyPart(`${source.field}.${collection}`);
  return {
    name: 'unknown',
    key: contentKey('unknown', `${source.owner}:${place}`, item),
    lane: `unknown:${source.owner}:${keyPart(source.field)}`,
  };
}

/** A whole value without an item. */
export function unknownValue(value: unknown, source: ValueSource): ItemFacts {
  const field = keyPart(source.field);
  return {
    name: 'unknown',
    key: contentKey('unknown', `${source.owner}:${field}`, value),
    lane: `unknown:${source.owner}:${field}`,
  };
}

/** The value of a field that this release does not know. If its entry has a time, updates may repeat their content. */
export function unknownField(value: unknown, source: ValueSource): ItemFacts {
  const field = keyPart(source.field);
  return {
    name: 'unknown',
    key: contentKey('unknown', `${source.owner}:${field}:${keyPart(idOf(source.entryTime))}`, value),
    lane: `unknown:${source.owner}:${field}`,
    timestamp: source.entryTime,
  };
}
