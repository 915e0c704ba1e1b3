import type { InboundContact } from '../wire/inbound/contact';
import type { WebhookError } from '../wire/error';
import type { ConversationContext } from '../wire/inbound/conversation-context';

/** The conversation an item belongs to. */
export interface EnvelopeChat {
  readonly type: 'individual' | 'group';
  /** The user's phone number, or business-scoped user id when the number is hidden; the group id for groups. */
  readonly id: string;
}

/**
 * One update from Meta. The envelope is ours (camelCase); `payload` is Meta's own object, untouched and by reference.
 * Plain JSON: it can be stored or put into a queue as it is.
 * @publicApi
 */
export interface Envelope<N extends string = string, P = unknown> {
  /** Event name, e.g. `message.text`. */
  readonly name: N;
  /** Meta's item, untouched. */
  readonly payload: P;
  /** Identity of this item: the same on every redelivery, however Meta groups it. */
  readonly key: string;
  /** Items of one lane are handled one after the other; different lanes in parallel. */
  readonly lane: string;
  /** WhatsApp Business Account id. */
  readonly wabaId: string;
  /** Business portfolio id, for the partner events that Meta addresses to the portfolio. */
  readonly businessId?: string;
  /** Business phone number id, absent on account-level fields. */
  readonly phoneNumberId?: string;
  /** Business phone number as Meta displays it. */
  readonly displayPhoneNumber?: string;
  /** Meta app whose secret signed the webhook, when the secret was configured with its app id. */
  readonly appId?: string;
  /** The contact that belongs to this item, matched by phone number or business-scoped user id. */
  readonly contact?: InboundContact;
  /** The conversation, when the item belongs to one. */
  readonly chat?: EnvelopeChat;
  /** Meta's time of the item, milliseconds since the Unix epoch. */
  readonly timestamp?: number;
  /** When this process received it, milliseconds since the Unix epoch. */
  readonly receivedAt: number;
  /** The webhook field it came in, e.g. `messages`. */
  readonly field: string;
  /** The member of the webhook value it came from, e.g. `statuses`; absent when the payload is the value itself. */
  readonly collection?: string;
  /** Errors that stood beside the item in the same value (Meta explains ended calls this way). */
  readonly errors?: readonly WebhookError[];
  /** Meta's summary of an earlier conversation, when one was handed to this app. */
  readonly conversationContext?: ConversationContext;
}
