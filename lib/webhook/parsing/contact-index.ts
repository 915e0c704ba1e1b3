import type { WireUser } from './wire-user';
import type { WireObject } from './wire-values';
import { idOf, isObject } from './wire-values';

/** The contacts of a value by each of their ids. */
export interface ContactIndex {
  readonly byUserId: ReadonlyMap<string, WireObject>;
  readonly byPhone: ReadonlyMap<string, WireObject>;
  readonly byParentId: ReadonlyMap<string, WireObject>;
}

/** Reads all contacts once. Of two contacts with one id the first counts. */
export function contactIndex(contacts: readonly unknown[]): ContactIndex {
  const byUserId = new Map<string, WireObject>();
  const byPhone = new Map<string, WireObject>();
  const byParentId = new Map<string, WireObject>();
  for (const contact of contacts) {
    if (!isObject(contact)) continue;
    addFirst(byUserId, idOf(contact.user_id), contact);
    addFirst(byPhone, idOf(contact.wa_id), contact);
    addFirst(byParentId, idOf(contact.parent_user_id), contact);
  }
  return { byUserId, byPhone, byParentId };
}

/** The contact of a user: by business-scoped user id, else phone number, else parent id. */
export function findContact(index: ContactIndex, user: WireUser): WireObject | undefined {
  return (
    (user.userId === undefined ? undefined : index.byUserId.get(user.userId)) ??
    (user.phone === undefined ? undefined : index.byPhone.get(user.phone)) ??
    (user.parentId === undefined ? undefined : index.byParentId.get(user.parentId))
  );
}

function addFirst(map: Map<string, WireObject>, id: string | undefined, contact: WireObject): void {
  if (id !== undefined && !map.has(id)) map.set(id, contact);
}
