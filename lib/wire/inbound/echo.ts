import type { WebhookError } from '../error';
import type { Open, WireTimestamp } from './common';
import type { InboundMessageContext } from './message';

/**
 * Members of every message that the business sent from the WhatsApp Business app or another first-party sender.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes
 */
export interface MessageEchoBase {
  id: string;
  timestamp: WireTimestamp;
  /** The business phone number. */
  from?: string;
  /** Phone number of the user; absent or empty when the user hides it. */
  to?: string;
  to_user_id?: string;
  to_parent_user_id?: string;
  context?: InboundMessageContext;
  errors?: WebhookError[];
  /** Who wrote it, e.g. Meta's own agent. */
  message_creation_type?: Open<'created_by_1p_bot'>;
}

/** An echo of a type that this release does not know, or whose content is missing. */
export interface UnknownMessageEcho extends MessageEchoBase {
  type?: string;
  [key: string]: unknown;
}
