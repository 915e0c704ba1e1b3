import { Injectable, Optional } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { NEVER } from 'rxjs';
import type { WhatsAppAccount } from '../config/account.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { SendOutcomeUnknownError } from '../errors/send-outcome-unknown.error';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions, GraphRequest } from '../graph/graph-request.interface';
import type { SettledSend, WatchedSend } from '../graph/send-outcomes.service';
import { SendOutcomes } from '../graph/send-outcomes.service';
import type { OutboundEnvelope } from '../wire/outbound/envelope';
import type { OutboundReadReceipt } from '../wire/outbound/receipt';
import type { SendResponse } from '../wire/outbound/send-response';
import type { Deliver, SendSeries } from './outside-window.policy';
import { OutsideWindowPolicy } from './outside-window.policy';
import type { Exchange } from './paced-sends.service';
import { PacedSends } from './paced-sends.service';
import type { SendResult } from './send-result.interface';

/** Where a message goes out. */
export type SendEdge = 'messages' | 'marketing_messages';

const paths: Readonly<Record<SendEdge, (account: WhatsAppAccount) => string>> = {
  messages: (account) => `${phoneNumberIdOf(account)}/messages`,
  marketing_messages: (account) => `${phoneNumberIdOf(account)}/marketing_messages`,
};

/**
 * Hands finished messages to the Graph API and reads its answers: the one way out for messages. What is not asked for costs
 * nothing here: pacing, watching for lost answers, the customer-service window.
 */
@Injectable()
export class MessagesSender {
  constructor(
    private readonly graph: GraphClient,
    @Optional() private readonly paced?: PacedSends,
    @Optional() private readonly outcomes?: SendOutcomes,
    @Optional() private readonly outsideWindow?: OutsideWindowPolicy,
  ) {}

  /** Sends whose answer was lost, once their outcome is known or given up. */
  get settled(): Observable<SettledSend> {
    return this.outcomes?.settled.asObservable() ?? NEVER;
  }

  /**
   * Sends a message, once.
   * @throws GraphApiError when Meta refuses it
   * @throws SendOutcomeUnknownError when no usable answer came
   * @throws SendRejectedError when pacing did not let it through
   * @throws OutsideWindowError when its window is closed and `outsideWindow` is `throw`
   */
  async send(
    message: OutboundEnvelope,
    options: CallOptions = {},
    edge: SendEdge = 'messages',
  ): Promise<SendResult> {
    if (edge === 'messages' && this.outsideWindow?.concerns(options)) return this.series(options)(message);
    return this.deliver(message, options, edge);
  }

  /** Sends the parts of one message: together they have one template for `outsideWindow`. */
  series(options: CallOptions = {}): SendSeries {
    const deliver: Deliver = (message, settings) => this.deliver(message, settings, 'messages');
    return this.outsideWindow?.series(options, deliver) ?? ((message) => deliver(message, options));
  }

  private deliver(message: OutboundEnvelope, options: CallOptions, edge: SendEdge): Promise<SendResult> {
    const request: GraphRequest = {
      method: 'POST',
      path: paths[edge],
      body: message,
      account: options,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
      kind: 'send',
      correlation: message.biz_opaque_callback_data,
    };
    if (!this.paced?.on) return this.post(message, request, edge);
    const pace = { message, options, marketing: edge === 'marketing_messages' };
    return this.paced.pass(pace, (exchange) => this.post(message, request, edge, exchange));
  }

  private async post(
    message: OutboundEnvelope,
    request: GraphRequest,
    edge: SendEdge,
    exchange?: Exchange,
  ): Promise<SendResult> {
    const watched = this.watch(message);
    try {
      const answer = await (exchange ? exchange(request) : this.graph.request(request));
      const result = toSendResult(message, answer as SendResponse, edge);
      watched?.answered(result.messageId);
      return result;
    } catch (error) {
      watched?.failed(error);
      throw error;
    }
  }

  private watch(message: OutboundEnvelope): WatchedSend | undefined {
    const { biz_opaque_callback_data: correlation } = message;
    const recipient = message.to ?? message.recipient;
    if (typeof correlation !== 'string' || typeof recipient !== 'string') return undefined;
    return this.outcomes?.watch(correlation, recipient);
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
