import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { incomplete, onNode, onWaba } from '../graph/node-request';
import { IssueList } from '../validation/issue-list';
import { PayloadValidator } from '../validation/payload-validator.service';
import type {
  MarketingMessagesInvitation,
  MarketingMessagesReach,
  MarketingMessagesStatus,
  ReachInterval,
} from '../wire/marketing-messages/onboarding';

/** Letters of a country code. */
const COUNTRY = { min: 2, max: 2 } as const;

/** Whom an estimate is about. @publicApi */
export interface ReachInput {
  /** Countries of the users, ISO 3166 codes of two letters. */
  readonly countries: readonly string[];
  /** Past days that the estimate rests on. */
  readonly interval: ReachInterval;
}

/**
 * Onboarding to the Marketing Messages API (once "MM Lite"). Messages go out by `MessagesService`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/onboarding
 * @publicApi
 */
@Injectable()
export class MarketingMessagesService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

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

  /**
   * How many users marketing messages would reach at which maximum price, in the currency of the WABA. Beta: Meta
   * refuses it (100) until the testing agreement is signed.
   */
  async reach(input: ReachInput, options?: CallOptions): Promise<MarketingMessagesReach> {
    this.validator.assertWith(
      'reach estimate',
      () => {
        const list = new IssueList();
        if (list.list('countries', input.countries, { min: 1, max: Infinity }))
          input.countries.forEach((code, index) => list.text(`countries[${index}]`, code, COUNTRY));
        return list.issues;
      },
      options?.validate,
    );
    return this.graph.request<MarketingMessagesReach>({
      method: 'GET',
      ...onWaba(options, 'reachestimate'),
      query: {
        targeting_spec: JSON.stringify({ geo_locations: { countries: input.countries } }),
        date_interval: input.interval,
      },
    });
  }
}
