import type { Recipient } from '../../validation/recipient';
import { recipientFields } from '../../validation/recipient';
import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type { OutboundContent } from '../../wire/outbound/message';
import { encodeOpaqueData } from '../../validation/rules/opaque-data.decorator';

/** The members that inputs share. */
export interface EnvelopeInput {
  readonly to: Recipient;
  readonly replyTo?: string | undefined;
  readonly correlation?: string | object | undefined;
  readonly identityKeyHash?: string | undefined;
}

/** Puts content into the envelope that its input asks for. */
export function inEnvelope<Content extends OutboundContent>(
  input: EnvelopeInput,
  content: Content,
): OutboundEnvelope & Content {
  const message: OutboundEnvelope & Content = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipientFields(input.to),
    ...content,
  };
  if (input.replyTo != null) message.context = { message_id: input.replyTo };
  if (input.correlation != null) message.biz_opaque_callback_data = encodeOpaqueData(input.correlation);
  if (input.identityKeyHash != null) message.recipient_identity_key_hash = input.identityKeyHash;
  return message;
}
