/** What every outgoing message carries besides its content. Phone or group id in `to`, business-scoped user id in `recipient`. */
export interface OutboundEnvelope {
  messaging_product: 'whatsapp';
  recipient_type?: 'individual' | 'group';
  /** Phone number or group id. Wins over `recipient` when both are given. */
  to?: string;
  /** Business-scoped user id (BSUID) or parent id. */
  recipient?: string;
  /** The message that this one quotes. */
  context?: { message_id: string };
  /** Comes back in the status webhooks; up to 512 characters. */
  biz_opaque_callback_data?: string;
  /** Delivers only while the user's identity hash equals this. */
  recipient_identity_key_hash?: string;
  /** Direct Send (beta): sends text or interactive content without a template. */
  category?: 'utility' | 'authentication';
  direct_send_config?: { template_name?: string };
}
