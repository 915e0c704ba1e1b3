/** Marks a received message (and all before it) as read; with `typing_indicator` also shows that an answer is being written. */
export interface OutboundReadReceipt {
  messaging_product: 'whatsapp';
  status: 'read';
  message_id: string;
  typing_indicator?: { type: 'text' };
}
