import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import type { FieldOptions } from '../graph/node-request';
import { assertSuccess, onNode, onWaba } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { readSubscribedApps, subscribeToWaba } from '../graph/webhook-edges';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { HealthStatus } from '../wire/phone-numbers/health-status';
import type { WabaActivity } from '../wire/waba/activity';
import type { AssignedUser } from '../wire/waba/assigned-user';
import type {
  BusinessPortfolio,
  BusinessPortfolioField,
  WabaSettingsChange,
  WhatsAppBusinessAccount,
  WhatsAppBusinessAccountField,
} from '../wire/waba/business-account';
import type { SubscribedApp } from '../wire/waba/subscribed-app';
import type { AssignUserInput } from './dto/assign-user.dto';
import { AssignUserDto } from './dto/assign-user.dto';
import type { WabaCallbackOverrideInput } from './dto/callback-override.dto';
import { WabaCallbackOverrideDto } from './dto/callback-override.dto';
import { WabaSettingsDto } from './dto/waba-settings.dto';
import { PORTFOLIO_FIELDS, WABA_FIELDS } from './waba-fields';
import type { WabaActivityFilter, WabaListFilter } from './waba-lists';
import { activityIssues, wabaListQuery } from './waba-lists';

/**
 * The WhatsApp Business Account (WABA) itself: what Meta says about it, its settings, its users and the apps that get
 * its webhooks. The token needs `whatsapp_business_management`.
 * @example const { status, currency } = await waba.get();
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/whatsapp-business-accounts
 * @publicApi
 */
@Injectable()
export class WabaService {
  constructor(
    private readonly graph: GraphClient,
    private readonly pages: GraphPages,
    private readonly validator: PayloadValidator,
  ) {}

  /** Reads the account, in Meta's names. What Meta does not know is left out. */
  async get(options?: FieldOptions<WhatsAppBusinessAccountField>): Promise<WhatsAppBusinessAccount> {
    const account = await this.graph.request<WhatsAppBusinessAccount>({
      method: 'GET',
      ...onWaba(options),
      query: { fields: (options?.fields ?? WABA_FIELDS).join(',') },
    });
    return tidy(account);
  }

  /** Whether the account can send messages, and what stands in the way. */
  async health(options?: CallOptions): Promise<HealthStatus | undefined> {
    return (await this.get({ ...options, fields: ['health_status'] })).health_status;
  }

  /**
   * Changes settings, in Meta's names. What is left out stays.
   * @throws TemplateInsightsUnavailableError when template analytics cannot be switched on yet
   */
  async updateSettings(change: WabaSettingsChange, options?: CallOptions): Promise<void> {
    this.validator.assert('WABA settings', WabaSettingsDto, change, options?.validate);
    this.validator.assertWith(
      'WABA settings',
      () =>
        Object.values(change).some((value) => value !== undefined)
          ? []
          : [{ path: '', message: 'must change something' }],
      options?.validate,
    );
    const answer = await this.graph.request({
      method: 'POST',
      ...onWaba(options),
      body: change,
      kind: 'safe',
    });
    assertSuccess(answer, 'POST /{id}');
  }

  /** The WABAs that a business portfolio owns. */
  owned(
    businessId: string,
    filter: WabaListFilter = {},
    page?: PageOptions,
    options?: FieldOptions<WhatsAppBusinessAccountField>,
  ): Promise<Page<WhatsAppBusinessAccount>> {
    return this.listOf('owned_whatsapp_business_accounts', businessId, filter, page, options);
  }

  /** The WABAs of clients that are shared with a business portfolio. */
  shared(
    businessId: string,
    filter: WabaListFilter = {},
    page?: PageOptions,
    options?: FieldOptions<WhatsAppBusinessAccountField>,
  ): Promise<Page<WhatsAppBusinessAccount>> {
    return this.listOf('client_whatsapp_business_accounts', businessId, filter, page, options);
  }

  /** The WABAs that a user is assigned to; `name`, `status` and id of each, unless `fields` asks for more. */
  async assignedTo(
    userId: string,
    page?: PageOptions,
    options?: FieldOptions<WhatsAppBusinessAccountField>,
  ): Promise<Page<WhatsAppBusinessAccount>> {
    const fields = options?.fields ?? ['id', 'name', 'status'];
    return this.listOf('assigned_whatsapp_business_accounts', userId, {}, page, { ...options, fields });
  }

  /** A business portfolio, in Meta's names: its verification, and the messaging limit that its numbers share. */
  async portfolio(
    businessId: string,
    options?: FieldOptions<BusinessPortfolioField>,
  ): Promise<BusinessPortfolio> {
    return this.graph.request<BusinessPortfolio>({
      method: 'GET',
      ...onNode(options, businessId),
      query: { fields: (options?.fields ?? PORTFOLIO_FIELDS).join(',') },
    });
  }

  /** The apps that get the webhooks of the WABA, and their callback overrides. */
  subscribedApps(options?: CallOptions): Promise<SubscribedApp[]> {
    return readSubscribedApps(this.graph, options);
  }

  /**
   * Subscribes the token's app to the webhooks of the WABA, and removes its callback override. Which fields come is set at
   * the app, see `AppService.subscribe`; `WebhookSubscriber.subscribe` does both.
   */
  subscribeApp(options?: CallOptions): Promise<void> {
    return subscribeToWaba(this.graph, undefined, options);
  }

  /** Ends the webhooks of the WABA for the token's app. */
  async unsubscribeApp(options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({ method: 'DELETE', ...onWaba(options, 'subscribed_apps') });
    assertSuccess(answer, 'DELETE /{id}/subscribed_apps');
  }

  /**
   * Sends the webhooks of this WABA to a URL of its own. Meta asks it for a challenge at once, so it must be listening. The
   * app must be subscribed to the WABA before. An override of a number (`PhoneNumbersService.overrideCallback`) goes
   * first.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
   */
  async overrideCallback(input: WabaCallbackOverrideInput, options?: CallOptions): Promise<void> {
    this.validator.assert('callback override', WabaCallbackOverrideDto, input, options?.validate);
    await subscribeToWaba(this.graph, input, options);
  }

  /** Sends the webhooks of this WABA to the app's callback URL again. The app stays subscribed. */
  removeCallbackOverride(options?: CallOptions): Promise<void> {
    return this.subscribeApp(options);
  }

  /** The users of a business portfolio who may work with the WABA. */
  assignedUsers(businessId: string, page?: PageOptions, options?: CallOptions): Promise<Page<AssignedUser>> {
    return this.pages.list({
      ...onWaba(options, 'assigned_users'),
      query: { business: businessId, fields: 'id,name,business,user_type,tasks' },
      page,
    });
  }

  /** Lets a user work with the WABA. */
  async assignUser(input: AssignUserInput, options?: CallOptions): Promise<void> {
    this.validator.assert('assigned user', AssignUserDto, input, options?.validate);
    const answer = await this.graph.request({
      method: 'POST',
      ...onWaba(options, 'assigned_users'),
      // Meta's guides have both in the query, the list as JSON.
      query: { user: input.userId, tasks: JSON.stringify(input.tasks) },
      kind: 'safe',
    });
    assertSuccess(answer, 'POST /{id}/assigned_users');
  }

  /** Takes the WABA away from a user. */
  async removeUser(userId: string, options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({
      method: 'DELETE',
      ...onWaba(options, 'assigned_users'),
      query: { user: userId },
    });
    assertSuccess(answer, 'DELETE /{id}/assigned_users');
  }

  /**
   * What happened to the WABA, 1 to 100 entries a page; `since` and `until` at most 90 days apart. Documented in Meta's
   * OpenAPI file alone.
   */
  async activities(
    filter: WabaActivityFilter = {},
    page: PageOptions = {},
    options?: CallOptions,
  ): Promise<Page<WabaActivity>> {
    this.validator.assertWith('WABA activities', () => activityIssues(page), options?.validate);
    return this.pages.list({
      ...onWaba(options, 'activities'),
      query: { activity_type: filter.types?.join(',') },
      page,
    });
  }

  private async listOf(
    edge: string,
    ownerId: string,
    filter: WabaListFilter,
    page: PageOptions | undefined,
    options: FieldOptions<WhatsAppBusinessAccountField> | undefined,
  ): Promise<Page<WhatsAppBusinessAccount>> {
    return this.pages.list({
      ...onNode(options, ownerId, edge),
      query: { fields: (options?.fields ?? WABA_FIELDS).join(','), ...wabaListQuery(filter) },
      page,
      map: tidy,
    });
  }
}

/** Meta's specification has this status in upper case, its answers have it in lower case. */
function tidy(account: WhatsAppBusinessAccount): WhatsAppBusinessAccount {
  const status: unknown = account.business_verification_status;
  return typeof status === 'string'
    ? { ...account, business_verification_status: status.toLowerCase() }
    : account;
}
