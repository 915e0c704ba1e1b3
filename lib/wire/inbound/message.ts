import type { WebhookError } from '../error';
import type { WireTimestamp } from './common';
import type { Referral } from './referral';

/** What a message refers to: the message it answers, the product asked about, or that it was forwarded. */
export interface InboundMessageContext {
  /** Id of the message that is answered (`wacid.…` for an answer to a missed call). */
  id?: string;
  /** Author of the message that is answered. */
  from?: string;
  from_user_id?: string;
  from_parent_user_id?: string;
  forwarded?: boolean;
  /** Forwarded more than five times. */
  frequently_forwarded?: boolean;
  referred_product?: { catalog_id: string; product_retailer_id: string };
}

/**
 * Members that every message of a user has.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export interface InboundMessageBase {
  /** `wamid.…`; `wacid.…` for a voicemail. */
  id: string;
  timestamp: WireTimestamp;
  /** Phone number without `+`; absent or empty when the user hides it. */
  from?: string;
  /** Business-scoped user id (BSUID). */
  from_user_id?: string;
  from_parent_user_id?: string;
  from_logical_id?: string;
  /** Present when the message was written in a group. */
  group_id?: string;
  context?: InboundMessageContext;
  /** The ad or post that led the user here; on the first message only. */
  referral?: Referral;
  errors?: WebhookError[];
  /** Older place of the identity key hash. */
  identity?: { acknowledged?: boolean; created_timestamp?: WireTimestamp; hash?: string };
}
