import type { WhatsAppEventName } from '../../events/event-map';
import { contentHash } from './content-hash';
import type { WireObject } from './wire-values';
import { idOf } from './wire-values';

/**
 * A part of a key or lane. Parts are joined by colons, so a colon inside a part is escaped: two different items can
 * never spell the same key.
 */
export function keyPart(text: string | undefined): string {
  if (text === undefined) return '';
  return text.includes(':') || text.includes('%') ? text.replaceAll('%', '%25').replaceAll(':', '%3A') : text;
}

/**
 * Key of an item that Meta gave an id. The event name is part of it: an `unsupported` placeholder and the message that
 * follows with the same id are two items, and so are the statuses of one message.
 */
export function idKey(name: WhatsAppEventName, owner: string, id: string): string {
  return `${name}:${owner}:${keyPart(id)}`;
}

/** Key of an item without an id: its content. The `~` keeps it apart from ids. */
export function contentKey(name: WhatsAppEventName, owner: string, content: unknown): string {
  return `${name}:${owner}:~${contentHash(content)}`;
}

/** Key of an item that should have an id. */
export function itemKey(name: WhatsAppEventName, owner: string, item: WireObject): string {
  const id = idOf(item.id);
  return id === undefined ? contentKey(name, owner, item) : idKey(name, owner, id);
}
