import { Injectable } from '@nestjs/common';
import type { PayloadIssue } from '../errors/payload-validation.error';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { onWaba } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { PayloadValidator } from '../validation/payload-validator.service';
import type {
  CallPoint,
  ConversationPoint,
  GroupPoint,
  MessagingPoint,
  PricingPoint,
  TemplatePoint,
} from '../wire/analytics/points';
import type {
  AnalyticsPeriod,
  AnalyticsResult,
  AnalyticsScope,
  CallAnalyticsInput,
  ConversationAnalyticsInput,
  GroupAnalyticsInput,
  MessagingAnalyticsInput,
  PricingAnalyticsInput,
  TemplateAnalyticsInput,
  TemplateGroupAnalyticsInput,
} from './analytics-inputs.interface';
import type { AnalyticsArguments } from './analytics-query';
import {
  argumentIssues,
  fieldOf,
  idIssues,
  periodIssues,
  pointsIn,
  seconds,
  templatePeriod,
} from './analytics-query';

/**
 * Numbers of a WABA: messages, prices, calls, templates, groups. Costs are approximate; Meta may still change the numbers
 * of the last day.
 * @example const { points } = await analytics.messaging({ start, end, granularity: 'DAY' });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 * @publicApi
 */
@Injectable()
export class AnalyticsService {
  constructor(
    private readonly graph: GraphClient,
    private readonly pages: GraphPages,
    private readonly validator: PayloadValidator,
  ) {}

  /** Messages sent and delivered. */
  messaging(input: MessagingAnalyticsInput, options?: CallOptions): Promise<AnalyticsResult<MessagingPoint>> {
    const { granularity, productTypes } = input;
    return this.field('analytics', input, { granularity, product_types: productTypes }, options);
  }

  /** Conversations of the pricing before July 2025. */
  conversation(
    input: ConversationAnalyticsInput,
    options?: CallOptions,
  ): Promise<AnalyticsResult<ConversationPoint>> {
    const args = {
      granularity: input.granularity,
      metric_types: input.metricTypes,
      conversation_categories: input.categories,
      conversation_types: input.types,
      conversation_directions: input.directions,
      dimensions: input.dimensions,
    };
    return this.field('conversation_analytics', input, args, options);
  }

  /** Priced messages: volume and cost. */
  pricing(input: PricingAnalyticsInput, options?: CallOptions): Promise<AnalyticsResult<PricingPoint>> {
    const args = {
      granularity: input.granularity,
      metric_types: input.metricTypes,
      pricing_types: input.pricingTypes,
      pricing_categories: input.pricingCategories,
      tiers: input.tiers,
      dimensions: input.dimensions,
    };
    return this.field('pricing_analytics', input, args, options);
  }

  /** Calls: number, cost, duration. */
  call(input: CallAnalyticsInput, options?: CallOptions): Promise<AnalyticsResult<CallPoint>> {
    const args = {
      granularity: input.granularity,
      metric_types: input.metricTypes,
      directions: input.directions,
      tiers: input.tiers,
      dimensions: input.dimensions,
    };
    return this.field('call_analytics', input, args, options);
  }

  /**
   * How templates did, by day; 1 to 10 templates, 90 days back. Clicks are counted for URL and quick-reply buttons of
   * marketing and utility templates.
   * @throws TemplateInsightsNotEnabledError until `WabaService.updateSettings({ is_enabled_for_insights: true })`
   */
  async template(
    input: TemplateAnalyticsInput,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<Page<TemplatePoint>> {
    this.check(input, idIssues('templateIds', input.templateIds), options);
    return this.edge<TemplatePoint>(
      'template_analytics',
      {
        ...templatePeriod(input),
        template_ids: input.templateIds,
        metric_types: input.metricTypes,
        product_type: input.productType,
        use_waba_timezone: input.useWabaTimezone,
      },
      page,
      options,
    );
  }

  /** How groups of templates did, by day; 1 to 10 groups, 90 days back. */
  async templateGroup(
    input: TemplateGroupAnalyticsInput,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<Page<TemplatePoint>> {
    this.check(input, idIssues('templateGroupIds', input.templateGroupIds), options);
    return this.edge<TemplatePoint>(
      'template_group_analytics',
      {
        ...templatePeriod(input),
        template_group_ids: input.templateGroupIds,
        metric_types: input.metricTypes,
        use_waba_timezone: input.useWabaTimezone,
      },
      page,
      options,
    );
  }

  /** How a group did, by day; 90 days back. */
  async group(
    input: GroupAnalyticsInput,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<Page<GroupPoint>> {
    this.check(input, input.groupId ? [] : [{ path: 'groupId', message: 'must not be empty' }], options);
    return this.edge<GroupPoint>(
      'group_analytics',
      {
        start: seconds(input.start),
        end: seconds(input.end),
        group_ids: [input.groupId],
        metric_types: input.metricTypes,
      },
      page,
      options,
    );
  }

  /** Analyses that are fields of the WABA. */
  private async field<Point>(
    name: string,
    input: AnalyticsScope,
    own: AnalyticsArguments,
    options: CallOptions | undefined,
  ): Promise<AnalyticsResult<Point>> {
    this.check(input, [], options);
    // Not a matter of taste: a value must never become a field of its own.
    this.validator.assertWith('analytics', () => argumentIssues(input), true);
    const args = { start: seconds(input.start), end: seconds(input.end), ...own, ...scopeOf(input) };
    const raw = await this.graph.request<Record<string, unknown> | undefined>({
      method: 'GET',
      ...onWaba(options),
      query: { fields: fieldOf(name, args) },
    });
    return { points: pointsIn<Point>(raw?.[name]), raw };
  }

  /** Analyses that are edges of the WABA, in pages. */
  private edge<Point>(
    name: string,
    args: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
    page: PageOptions | undefined,
    options: CallOptions | undefined,
  ): Promise<Page<Point>> {
    const query = { granularity: 'DAILY', ...args };
    return this.pages.list<Point>({
      ...onWaba(options, name),
      query: Object.fromEntries(
        Object.entries(query).map(([key, value]) => [
          key,
          typeof value === 'object' ? JSON.stringify(value) : value,
        ]),
      ),
      page,
      items: ({ data }) => pointsIn<Point>(data),
    });
  }

  private check(
    period: AnalyticsPeriod,
    issues: readonly PayloadIssue[],
    options: CallOptions | undefined,
  ): void {
    this.validator.assertWith('analytics', () => [...periodIssues(period), ...issues], options?.validate);
  }
}

function scopeOf({ phoneNumbers, countryCodes }: AnalyticsScope): AnalyticsArguments {
  return { phone_numbers: phoneNumbers, country_codes: countryCodes };
}
