import type { GraphApiError } from '../errors/graph-api.error';
import { errorsOf } from '../errors/webhook-errors';
import type { BlockUsersResponse, WireBlockedUser, WireFailedUser } from '../wire/blocked-users/block-users';

/** A user on the block list. @publicApi */
export interface BlockedUser {
  /** Phone number as WhatsApp knows it; absent for users who are known by their user id alone. */
  readonly waId?: string;
  /** Business-scoped user id. */
  readonly userId?: string;
  readonly parentUserId?: string;
  /** What was asked for. In results of `block` and `unblock` only. */
  readonly input?: string;
}

/** A user who could not be blocked or unblocked. @publicApi */
export interface BlockUserFailure extends BlockedUser {
  /** Why, as the errors of this package. */
  readonly errors: readonly GraphApiError[];
}

/** What became of the users. @publicApi */
export interface BlockListResult {
  /** Those that failed; empty when none did. */
  readonly failed: readonly BlockUserFailure[];
  /** Meta's error for the request as a whole; present when some users failed. */
  readonly error?: GraphApiError;
  /** Meta's answer, untouched. */
  readonly raw: BlockUsersResponse;
}

/** Result of `BlockedUsersService.block`. @publicApi */
export interface BlockResult extends BlockListResult {
  readonly added: readonly BlockedUser[];
}

/** Result of `BlockedUsersService.unblock`. @publicApi */
export interface UnblockResult extends BlockListResult {
  readonly removed: readonly BlockedUser[];
}

/** Reads a user of Meta's answers. */
export function readBlockedUser(user: WireBlockedUser): BlockedUser {
  return {
    ...(user.input && { input: user.input }),
    ...(user.wa_id && { waId: user.wa_id }),
    ...(user.user_id && { userId: user.user_id }),
    ...(user.parent_user_id && { parentUserId: user.parent_user_id }),
  };
}

/** Reads a user who failed. */
export function readFailure(user: WireFailedUser, now: number): BlockUserFailure {
  return { ...readBlockedUser(user), errors: errorsOf(user.errors, { now }) };
}
