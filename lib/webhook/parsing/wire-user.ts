import { idOf } from './wire-values';

/** The ids of a user as an item names them. Any of them may be hidden. */
export interface WireUser {
  readonly phone: string | undefined;
  /** Business-scoped user id. */
  readonly userId: string | undefined;
  readonly parentId: string | undefined;
}

/** The ids of a user, read from the three members that an item spells them in. */
export function userOf(phone: unknown, userId: unknown, parentId: unknown): WireUser {
  return { phone: idOf(phone), userId: idOf(userId), parentId: idOf(parentId) };
}
