import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { incomplete, onNode, onWaba } from '../graph/node-request';
import type {
  MarketingMessagesInvitation,
  MarketingMessagesStatus,
} from '../wire/marketing-messages/onboarding';

/**
 * Onboarding to the Marketing Messages API (once "MM Lite"). Messages go out by `MessagesService`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/onboarding
 * @publicApi
 */
@Injectable()
export class MarketingMessagesService {
  constructor(private readonly graph: GraphClient) {}

  /** How far the WABA has come, in Meta's names. */
  async status(options?: CallOptions): Promise<MarketingMessagesStatus> {
    return this.graph.request<MarketingMessagesStatus>({
      method: 'GET',
      ...onWaba(options),
      query: { fields: 'id,marketing_messages_lite_api_status,marketing_messages_onboarding_status' },
    });
  }

  /**
   * Invites a client of the partner. The client accepts by mail or in Business Manager; an `account.update` event tells.
   * @param businessId the client's business portfolio
   * @throws DuplicateOnboardingRequestError when some partner has invited the client already
   */
  async invite(
    businessId: string,
    input: { readonly solutionId?: string | undefined } = {},
    options?: CallOptions,
  ): Promise<{ readonly requestId: string }> {
    const { solutionId } = input;
    const answer = await this.graph.request<MarketingMessagesInvitation | undefined>({
      method: 'POST',
      ...onNode(options, businessId, 'onboard_partners_to_mm_lite'),
      body: solutionId === undefined ? {} : { solution_id: solutionId },
    });
    if (!answer?.request_id)
      throw incomplete('the answer has no request_id', 'POST /{id}/onboard_partners_to_mm_lite', answer);
    return { requestId: answer.request_id };
  }
}
