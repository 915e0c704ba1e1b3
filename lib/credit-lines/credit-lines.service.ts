import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, incomplete, onNode } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { PayloadValidator } from '../validation/payload-validator.service';
import type {
  CreditAllocation,
  CreditLine,
  CreditShareAnswer,
  WabaCurrency,
} from '../wire/credit-lines/credit-line';

/** The WABA of a customer that a credit line is to pay for. @publicApi */
export interface CreditLineTarget {
  readonly wabaId: string;
  /** Currency of its invoices, three letters. */
  readonly currency: WabaCurrency;
}

/** A credit line that was shared or attached. @publicApi */
export interface SharedCreditLine {
  /** Keep it: it is needed to look the sharing up and to revoke it. */
  readonly allocationId: string;
  /** Meta's answer, untouched. */
  readonly raw: CreditShareAnswer;
}

/**
 * Credit lines of a solution partner, which pay for the WABAs of its customers. Partners only: the token is that of a
 * system user who is admin or financial editor of the portfolio. At most 5000 calls an hour.
 * @example
 * ```ts
 * const [line] = (await creditLines.list(businessId)).items;
 * await creditLines.shareAndAttach(line.id, { wabaId, currency: 'EUR' });
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/share-and-revoke-credit-lines
 * @publicApi
 */
@Injectable()
export class CreditLinesService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
    private readonly pages: GraphPages,
  ) {}

  /** The credit lines of a business portfolio, in Meta's names. */
  async list(businessId: string, page?: PageOptions, options?: CallOptions): Promise<Page<CreditLine>> {
    return this.pages.list<CreditLine>({
      ...onNode(options, businessId, 'extendedcredits'),
      query: { fields: 'id,legal_entity_name' },
      page,
    });
  }

  /** Shares a line with the business of a WABA and attaches it to the WABA, in one step. */
  async shareAndAttach(
    creditLineId: string,
    target: CreditLineTarget,
    options?: CallOptions,
  ): Promise<SharedCreditLine> {
    return this.give(
      creditLineId,
      'whatsapp_credit_sharing_and_attach',
      this.query(target, options),
      options,
    );
  }

  /** Shares a line with a customer's portfolio; the customer's token then attaches it. */
  async share(
    creditLineId: string,
    receivingBusinessId: string,
    options?: CallOptions,
  ): Promise<SharedCreditLine> {
    const query = { receiving_business_id: receivingBusinessId };
    return this.give(creditLineId, 'whatsapp_credit_sharing', query, options);
  }

  /** Attaches a line that was shared to a WABA. The account of the call must be the customer's (business token). */
  async attach(
    creditLineId: string,
    target: CreditLineTarget,
    options?: CallOptions,
  ): Promise<SharedCreditLine> {
    return this.give(creditLineId, 'whatsapp_credit_attach', this.query(target, options), options);
  }

  /** How a customer's portfolio shares a line, in Meta's names. */
  async allocations(
    creditLineId: string,
    receivingBusinessId: string,
    options?: CallOptions,
  ): Promise<CreditAllocation[]> {
    const answer = await this.graph.request<{ data?: CreditAllocation[] } | CreditAllocation | undefined>({
      method: 'GET',
      ...onNode(options, creditLineId, 'owning_credit_allocation_configs'),
      query: { receiving_business_id: receivingBusinessId, fields: 'id,receiving_business' },
    });
    if (Array.isArray(answer?.data)) return answer.data as CreditAllocation[];
    return answer && 'id' in answer ? [answer] : [];
  }

  /** One sharing, in Meta's names: whether it stands (`request_status`), and what pays (`receiving_credential`). */
  async allocation(allocationId: string, options?: CallOptions): Promise<CreditAllocation> {
    return this.graph.request<CreditAllocation>({
      method: 'GET',
      ...onNode(options, allocationId),
      query: { fields: 'id,receiving_credential{id},receiving_business,request_status' },
    });
  }

  /** Revokes a sharing: the customer needs another way to pay. */
  async revoke(allocationId: string, options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({ method: 'DELETE', ...onNode(options, allocationId) });
    assertSuccess(answer, 'DELETE /{id}');
  }

  private query({ wabaId, currency }: CreditLineTarget, options: CallOptions | undefined) {
    const issues = /^[A-Z]{3}$/.test(currency)
      ? []
      : [{ path: 'currency', message: 'must be a currency code of three capital letters' }];
    this.validator.assertWith('credit line', () => issues, options?.validate);
    return { waba_id: wabaId, waba_currency: currency };
  }

  private async give(
    creditLineId: string,
    edge: string,
    query: Readonly<Record<string, string>>,
    options: CallOptions | undefined,
  ): Promise<SharedCreditLine> {
    const raw = await this.graph.request<CreditShareAnswer | undefined>({
      method: 'POST',
      ...onNode(options, creditLineId, edge),
      query,
    });
    assertSuccess(raw, `POST /{id}/${edge}`);
    if (raw?.allocation_config_id) return { allocationId: raw.allocation_config_id, raw };
    throw incomplete('the answer has no allocation_config_id', `POST /{id}/${edge}`, raw);
  }
}
