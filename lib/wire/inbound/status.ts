import type { WebhookError } from '../error';
import type { Open, WireTimestamp } from './common';

/** What a message cost. */
export interface StatusPricing {
  billable?: boolean;
  pricing_model?: Open<'PMP' | 'CBP' | 'NBP'>;
  category?: Open<
    | 'authentication'
    | 'authentication-international'
    | 'marketing'
    | 'marketing_lite'
    | 'utility'
    | 'service'
    | 'referral_conversion'
    | 'group_marketing'
    | 'group_utility'
    | 'group_service'
    | 'general_purpose_ai'
  >;
  type?: Open<'regular' | 'free_customer_service' | 'free_entry_point' | 'free_group_customer_service'>;
  subtype?: Open<'paid_exempt'>;
}

/** Billing conversation; left out from API version 24 on, except for free entry points. */
export interface StatusConversation {
  id: string;
  expiration_timestamp?: WireTimestamp;
  origin?: { type?: string };
  /** Printed here in the documentation of group statuses. */
  pricing?: StatusPricing;
}

/** Who a message went to. Phone numbers are absent when only the business-scoped user id is known. */
export interface StatusRecipient {
  /** Phone number, or the group id when `recipient_type` is `group`. */
  recipient_id?: string;
  recipient_user_id?: string;
  recipient_parent_user_id?: string;
  /** Older spelling of `recipient_parent_user_id`. */
  parent_recipient_user_id?: string;
  /** Third spelling of `recipient_parent_user_id`. */
  parent_user_id?: string;
  recipient_type?: Open<'individual' | 'group'>;
  /** The participant of the group; absent on `sent`. */
  recipient_participant_id?: string;
  recipient_participant_user_id?: string;
  recipient_participant_parent_user_id?: string;
  /** Older spelling of `recipient_participant_id`. */
  participant_recipient_id?: string;
  recipient_identity_key_hash?: string;
}

/** Members of every status. */
export interface MessageStatusBase extends StatusRecipient {
  /** Id of the message that was sent. */
  id: string;
  timestamp: WireTimestamp;
  /** The data given when the message was sent. */
  biz_opaque_callback_data?: string;
  /** Direct Send. */
  template_id?: string;
  conversation?: StatusConversation;
  pricing?: StatusPricing;
  errors?: WebhookError[];
  type?: string;
}

interface MessageStatus<Status extends string> extends MessageStatusBase {
  status: Status;
}

/**
 * Meta took the message and sent it on. Statuses come in any order: `read` may precede `delivered`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
export type SentStatus = MessageStatus<'sent'>;
/** The message is on the user's device. */
export type DeliveredStatus = MessageStatus<'delivered'>;
/** The user read the message. */
export type ReadStatus = MessageStatus<'read'>;
/** The user listened to the voice message. */
export type PlayedStatus = MessageStatus<'played'>;
/** The user deleted the message (older versions). */
export type DeletedStatus = MessageStatus<'deleted'>;
/** The message went out with a flaw, e.g. a product is gone (older versions). */
export type WarningStatus = MessageStatus<'warning'>;

/** The message could not be delivered; `errors` says why. Final for that recipient. */
export interface FailedStatus extends MessageStatusBase {
  status: 'failed';
  errors: WebhookError[];
  message?: { recipient_id?: string };
}

/** A status that this release does not know. */
export interface UnknownStatus extends MessageStatusBase {
  status?: string;
  [key: string]: unknown;
}
