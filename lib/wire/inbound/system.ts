import type { Open } from './common';
import type { InboundMessageBase } from './message';

/** Members of every system notice. `from` and `from_user_id` of the message hold the user's old ids. */
export interface SystemNoticeBase {
  /** Text for humans. */
  body?: string;
  /** The user's phone number after the change. */
  wa_id?: string;
  /** Same, up to API version 11. */
  new_wa_id?: string;
  /** The user's business-scoped user id after the change. */
  user_id?: string;
  /** The user's business-scoped user id before the change; some notices carry it in place of `from_user_id`. */
  previous_user_id?: string;
  parent_user_id?: string;
  /** Hash of the new identity key. */
  identity?: string;
  customer?: string;
}

interface SystemMessage<Type extends string> extends InboundMessageBase {
  type: 'system';
  system: SystemNoticeBase & { type: Type };
}

/** The user moved to a new phone number. */
export type InboundUserChangedNumber = SystemMessage<'user_changed_number'>;
/** The user moved to a new phone number (other name of the same notice). */
export type InboundCustomerChangedNumber = SystemMessage<'customer_changed_number'>;
/** The business-scoped user id of the user was made anew. */
export type InboundUserChangedUserId = SystemMessage<'user_changed_user_id'>;
/** The identity key of the user's device changed. */
export type InboundCustomerIdentityChanged = SystemMessage<'customer_identity_changed'>;
/** The identity key of the user's device changed (newer name of the same notice). */
export type InboundUserIdentityChanged = SystemMessage<'user_identity_changed'>;

/** Older form of `user_preference.*`: the user stopped or resumed marketing messages. */
export interface InboundUserPreferenceChanged extends InboundMessageBase {
  type: 'system';
  system: SystemNoticeBase & { type: 'user_preference_changed'; marketing?: Open<'stop' | 'resume'> };
}

/** A system notice of a type that this release does not know. */
export interface InboundUnknownSystem extends InboundMessageBase {
  type: 'system';
  system?: SystemNoticeBase & { type?: string; [key: string]: unknown };
}
