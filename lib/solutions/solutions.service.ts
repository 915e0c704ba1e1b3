import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import type { AddressedRequest, FieldOptions } from '../graph/node-request';
import { assertSuccess, incomplete, onNode, onWaba } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { Solution, SolutionField, SolutionTokenAnswer } from '../wire/solutions/solution';
import type { CreateSolutionInput } from './solution-requests';
import { buildSolution, reasonIssues, solutionIssues } from './solution-requests';

const FIELDS: readonly SolutionField[] = [
  'id',
  'name',
  'status',
  'status_for_pending_request',
  'owner_app',
  'owner_permissions',
];

/** Token of a customer's portfolio. Keep it like a password. @publicApi */
export interface SolutionToken {
  readonly accessToken: string;
  /** When it ends. Missing when Meta does not say. */
  readonly expiresAt?: Date;
}

/**
 * Multi-partner solutions: a solution partner and a tech provider who serve customers together. Partners only. A
 * `partner_solution.update` event tells of changes.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/multi-partner-solutions
 * @publicApi
 */
@Injectable()
export class SolutionsService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
    private readonly pages: GraphPages,
  ) {}

  /** Makes a solution that the app owns. The partner has to accept it. */
  async create(
    appId: string,
    input: CreateSolutionInput,
    options?: CallOptions,
  ): Promise<{ readonly id: string }> {
    this.validator.assertWith('solution', () => solutionIssues(input), options?.validate);
    const answer = await this.graph.request<{ solution_id?: string } | undefined>({
      method: 'POST',
      ...onNode(options, appId, 'whatsapp_business_solution'),
      body: buildSolution(input),
    });
    if (answer?.solution_id) return { id: answer.solution_id };
    throw incomplete('the answer has no solution_id', 'POST /{id}/whatsapp_business_solution', answer);
  }

  /** The solutions of an app: those that it owns, those that it is partner of, or both. */
  async ofApp(
    appId: string,
    filter: { readonly role?: 'OWNER' | 'PARTNER' | undefined } = {},
    page?: PageOptions,
    options?: FieldOptions<SolutionField>,
  ): Promise<Page<Solution>> {
    return this.list(onNode(options, appId, 'whatsapp_business_solutions'), filter.role, page, options);
  }

  /** The solutions that a WABA takes part in. */
  async ofWaba(page?: PageOptions, options?: FieldOptions<SolutionField>): Promise<Page<Solution>> {
    return this.list(onWaba(options, 'solutions'), undefined, page, options);
  }

  /** One solution, in Meta's names. */
  async get(solutionId: string, options?: FieldOptions<SolutionField>): Promise<Solution> {
    return this.graph.request<Solution>({
      method: 'GET',
      ...onNode(options, solutionId),
      query: { fields: (options?.fields ?? FIELDS).join(',') },
    });
  }

  /** The token for the portfolio of a customer who was onboarded by the solution. */
  async accessToken(solutionId: string, businessId: string, options?: CallOptions): Promise<SolutionToken> {
    const answer = await this.graph.request<SolutionTokenAnswer | undefined>({
      method: 'GET',
      ...onNode(options, solutionId, 'access_token'),
      query: { business_id: businessId },
    });
    if (!answer?.access_token)
      throw incomplete('the answer has no access_token', 'GET /{id}/access_token', undefined);
    const ends = Number(answer.expires_at);
    return { accessToken: answer.access_token, ...(ends > 0 && { expiresAt: new Date(ends * 1000) }) };
  }

  /** Accepts a solution, as the app that was asked. */
  async accept(solutionId: string, partnerAppId: string, options?: CallOptions): Promise<void> {
    await this.act(solutionId, 'accept', { partner_app_id: partnerAppId }, options);
  }

  /** Refuses a solution, as the app that was asked. The body is documented in Meta's OpenAPI file alone. */
  async reject(
    solutionId: string,
    input: { readonly partnerAppId?: string | undefined; readonly reason?: string | undefined } = {},
    options?: CallOptions,
  ): Promise<void> {
    const { partnerAppId, reason } = input;
    this.validator.assertWith('solution refusal', () => reasonIssues(reason), options?.validate);
    const body = {
      request_type: 'PARTNERSHIP_REQUEST',
      ...(partnerAppId !== undefined && { partner_app_id: partnerAppId }),
      ...(reason !== undefined && { rejection_reason: reason }),
    };
    await this.act(solutionId, 'reject', body, options);
  }

  /** Asks the other side to end a solution. */
  async requestDeactivation(
    solutionId: string,
    input: { readonly reason?: string | undefined } = {},
    options?: CallOptions,
  ): Promise<void> {
    const { reason } = input;
    this.validator.assertWith('solution deactivation', () => reasonIssues(reason), options?.validate);
    await this.act(solutionId, 'send_deactivation_request', reason === undefined ? {} : { reason }, options);
  }

  /** Agrees that a solution ends. */
  async acceptDeactivation(solutionId: string, options?: CallOptions): Promise<void> {
    await this.act(solutionId, 'accept_deactivation_request', {}, options);
  }

  /** Refuses that a solution ends. */
  async rejectDeactivation(solutionId: string, options?: CallOptions): Promise<void> {
    const body = { reject_deactivation_request: true };
    await this.act(solutionId, 'reject_deactivation_request', body, options);
  }

  private list(
    request: AddressedRequest,
    role: string | undefined,
    page: PageOptions | undefined,
    options: FieldOptions<SolutionField> | undefined,
  ): Promise<Page<Solution>> {
    const query = { role, fields: (options?.fields ?? FIELDS).join(',') };
    return this.pages.list<Solution>({ ...request, query, page });
  }

  private async act(
    solutionId: string,
    edge: string,
    body: object,
    options: CallOptions | undefined,
  ): Promise<void> {
    const request = { method: 'POST', ...onNode(options, solutionId, edge), body } as const;
    assertSuccess(await this.graph.request(request), `POST /{id}/${edge}`);
  }
}
