import type { InboundContact } from '../../wire/inbound/contact';
import { contactIndex, findContact } from './contact-index';
import type { ValueSource } from './value-source';
import type { WireUser } from './wire-user';
import type { WireObject } from './wire-values';
import { idOf, isObject } from './wire-values';

/** With more contacts than this an index is cheaper than looking at each of them for each item. */
const SCAN_AT_MOST = 8;

/**
 * The contact that belongs to an item: matched by business-scoped user id, phone number or parent id, in this order,
 * and never by position, because Meta groups items of many users. An item that names no user at all (some system
 * notices) gets the contact that stands alone beside it.
 */
export function contactOf(source: ValueSource, user: WireUser): InboundContact | undefined {
  const { contacts } = source;
  if (contacts === undefined) return undefined;
  if (user.userId === undefined && user.phone === undefined && user.parentId === undefined) {
    return contacts.length === 1 && isObject(contacts[0]) ? contacts[0] : undefined;
  }
  if (contacts.length <= SCAN_AT_MOST) return scan(contacts, user);
  source.contactIndex ??= contactIndex(contacts);
  return findContact(source.contactIndex, user);
}

function scan(contacts: readonly unknown[], user: WireUser): WireObject | undefined {
  let byPhone: WireObject | undefined;
  let byParentId: WireObject | undefined;
  for (const contact of contacts) {
    if (!isObject(contact)) continue;
    if (user.userId !== undefined && idOf(contact.user_id) === user.userId) return contact;
    if (user.phone !== undefined && idOf(contact.wa_id) === user.phone) byPhone ??= contact;
    if (user.parentId !== undefined && idOf(contact.parent_user_id) === user.parentId) byParentId ??= contact;
  }
  return byPhone ?? byParentId;
}
