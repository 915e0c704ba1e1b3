import type { WhatsAppEventName } from '../../events/event-map';
import type { Envelope, EnvelopeChat } from '../../events/envelope.interface';
import type { WebhookError } from '../../wire/error';
import type { InboundContact } from '../../wire/inbound/contact';
import type { ConversationContext } from '../../wire/inbound/conversation-context';
import type { ValueSource } from './value-source';
import type { WireObject } from './wire-values';
import { millisOf } from './wire-values';

/** What a reader finds out about one item. */
export interface ItemFacts {
  readonly name: WhatsAppEventName;
  readonly key: string;
  readonly lane: string;
  /** As Meta wrote it. */
  readonly timestamp?: unknown;
  readonly contact?: InboundContact | undefined;
  readonly chat?: EnvelopeChat | undefined;
  readonly errors?: readonly WebhookError[] | undefined;
  readonly conversationContext?: ConversationContext | undefined;
  /** Where it differs from the id of the entry. */
  readonly wabaId?: string | undefined;
  readonly businessId?: string | undefined;
  readonly displayPhoneNumber?: string | undefined;
}

/** Reads one item of a webhook value. */
export type ItemReader = (item: WireObject, source: ValueSource) => ItemFacts;

/** An envelope while it is put together. */
type EnvelopeDraft = { -readonly [Member in keyof Envelope]: Envelope[Member] };

/** Wraps an item. Members without a value stay absent, so that the envelope survives JSON unchanged. */
export function itemEnvelope(
  facts: ItemFacts,
  payload: unknown,
  source: ValueSource,
  collection: string | undefined,
): Envelope {
  const envelope: EnvelopeDraft = {
    name: facts.name,
    payload,
    key: facts.key,
    lane: facts.lane,
    wabaId: facts.wabaId ?? source.entryId,
    receivedAt: source.reception.receivedAt,
    field: source.field,
  };
  const displayPhoneNumber = facts.displayPhoneNumber ?? source.displayPhoneNumber;
  const timestamp = millisOf(facts.timestamp);
  if (source.phoneNumberId !== undefined) envelope.phoneNumberId = source.phoneNumberId;
  if (displayPhoneNumber !== undefined) envelope.displayPhoneNumber = displayPhoneNumber;
  if (collection !== undefined) envelope.collection = collection;
  if (timestamp !== undefined) envelope.timestamp = timestamp;
  if (facts.contact !== undefined) envelope.contact = facts.contact;
  if (facts.chat !== undefined) envelope.chat = facts.chat;
  if (facts.errors !== undefined) envelope.errors = facts.errors;
  if (facts.conversationContext !== undefined) envelope.conversationContext = facts.conversationContext;
  if (facts.businessId !== undefined) envelope.businessId = facts.businessId;
  if (source.reception.appId !== undefined) envelope.appId = source.reception.appId;
  return envelope;
}
