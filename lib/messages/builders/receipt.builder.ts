import type { OutboundReadReceipt } from '../../wire/outbound/receipt';

/** Marks a received message as read. */
export function buildReadReceipt(messageId: string): OutboundReadReceipt {
  return { messaging_product: 'whatsapp', status: 'read', message_id: messageId };
}

/** Marks a received message as read and shows that an answer is being written. */
export function buildTyping(messageId: string): OutboundReadReceipt {
  return { ...buildReadReceipt(messageId), typing_indicator: { type: 'text' } };
}
