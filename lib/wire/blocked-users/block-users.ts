import type { WebhookError } from '../error';

/** A user as the block list names one. */
export interface WireBlockedUser {
  messaging_product?: 'whatsapp';
  /** What was asked for. In answers to changes only. */
  input?: string;
  /** Absent for users who are known by their user id alone. */
  wa_id?: string;
  user_id?: string;
  parent_user_id?: string;
  [field: string]: unknown;
}

/** A user who could not be blocked or unblocked. */
export interface WireFailedUser extends WireBlockedUser {
  errors?: readonly WebhookError[];
}

/** Users of a change of the block list: by phone number, or by business-scoped user id. */
export type WireBlockTarget = { user: string } | { user_id: string };

/** A change of the block list. */
export interface BlockUsersRequest {
  messaging_product: 'whatsapp';
  block_users: readonly WireBlockTarget[];
}

/**
 * Meta's answer to it. When some users failed the status is 400, with an `error` besides.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users
 */
export interface BlockUsersResponse {
  messaging_product?: 'whatsapp';
  block_users?: {
    added_users?: readonly WireBlockedUser[];
    removed_users?: readonly WireBlockedUser[];
    failed_users?: readonly WireFailedUser[];
  };
  [field: string]: unknown;
}
