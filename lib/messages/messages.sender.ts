import { Injectable } from '@nestjs/common';
import type { WhatsAppAccount } from '../config/account.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { SendOutcomeUnknownError } from '../errors/send-outcome-unknown.error';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import type { OutboundEnvelope } from '../wire/outbound/envelope';
import type { OutboundReadReceipt } from '../wire/outbound/receipt';
import type { SendResponse } from '../wire/outbound/send-response';
import type { SendResult } from './send-result.interface';

/** Where a message goes out. */
export type SendEdge = 'messages' | 'marketing_messages';

const paths: Readonly<Record<SendEdge, (account: WhatsAppAccount) => string>> = {
  messages: (account) => `${phoneNumberIdOf(account)}/messages`,
  marketing_messages: (account) => `${phoneNumberIdOf(account)}/marketing_messages`,
};

/** Hands finished messages to the Graph API and reads its answers. */
@Injectable()
export class MessagesSender {
  constructor(private readonly graph: GraphClient) {}

  /**
   * Sends a message, once.
   * @throws GraphApiError when Meta refuses it
   * @throws SendOutcomeUnknownError when no usable answer came
   */
  async send(
    message: OutboundEnvelope,
    options: CallOptions = {},
    edge: SendEdge = 'messages',
  ): Promise<SendResult> {
    const answer = await this.graph.request<SendResponse>({
      method: 'POST',
      path: paths[edge],
      body: message,
      account: options,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
      kind: 'send',
    });
    return toSendResult(message, answer, edge);
  }

  /** Marks a message as read, with or without the typing indicator. May be repeated safely. */
  async sendReceipt(receipt: OutboundReadReceipt, options: CallOptions = {}): Promise<void> {
    await this.graph.request({
      method: 'POST',
      path: paths.messages,
      body: receipt,
      account: options,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
      kind: 'safe',
    });
  }
}

function toSendResult(message: OutboundEnvelope, raw: SendResponse, edge: SendEdge): SendResult {
  const sent = raw?.messages?.[0];
  if (typeof sent?.id !== 'string') {
    throw new SendOutcomeUnknownError({
      reason: 'unreadable-answer',
      operation: `POST /{id}/${edge}`,
      correlation: message.biz_opaque_callback_data,
    });
  }
  const contact = raw.contacts?.[0];
  return {
    messageId: sent.id,
    recipient: {
      input: contact?.input ?? message.to ?? message.recipient ?? '',
      ...(contact?.wa_id && { waId: contact.wa_id }),
      ...(contact?.user_id && { userId: contact.user_id }),
    },
    status: sent.message_status ?? 'accepted',
    raw,
  };
}

function phoneNumberIdOf({ phoneNumberId }: WhatsAppAccount): string {
  if (phoneNumberId) return phoneNumberId;
  throw new WhatsAppConfigurationError(
    'No business phone number to send from: set `phoneNumberId` in the module options (dashboard: WhatsApp, API Setup) or pass it with the call.',
  );
}
