import type {
  AnalyticsDirection,
  CallDimension,
  ConversationCategory,
  ConversationDimension,
  ConversationType,
  GroupMetric,
  PricingCategory,
  PricingDimension,
  PricingType,
  TemplateMetric,
} from '../wire/analytics/points';
import type { Open } from '../wire/inbound/common';

/** A period. Meta keeps one year; of templates and groups 90 days. @publicApi */
export interface AnalyticsPeriod {
  /** A date, or seconds since the Unix epoch. */
  readonly start: Date | number;
  /** A date, or seconds since the Unix epoch; after `start`. */
  readonly end: Date | number;
}

/** Which numbers and countries count. @publicApi */
export interface AnalyticsScope extends AnalyticsPeriod {
  /** Phone numbers as Meta displays them, digits. @default all of the WABA */
  readonly phoneNumbers?: readonly string[] | undefined;
  /** ISO 3166 codes of two letters. @default all */
  readonly countryCodes?: readonly string[] | undefined;
}

/** @publicApi */
export interface MessagingAnalyticsInput extends AnalyticsScope {
  readonly granularity: Open<'HALF_HOUR' | 'DAY' | 'MONTH'>;
  /** 0: templates, 2: other messages, 100: incoming. @default all */
  readonly productTypes?: readonly number[] | undefined;
}

/** @publicApi */
export interface ConversationAnalyticsInput extends AnalyticsScope {
  readonly granularity: Open<'HALF_HOUR' | 'DAILY' | 'MONTHLY'>;
  readonly metricTypes?: readonly Open<'COST' | 'CONVERSATION'>[] | undefined;
  readonly categories?: readonly ConversationCategory[] | undefined;
  readonly types?: readonly ConversationType[] | undefined;
  readonly directions?: readonly AnalyticsDirection[] | undefined;
  /** What the points are told apart by. @default nothing */
  readonly dimensions?: readonly ConversationDimension[] | undefined;
}

/** @publicApi */
export interface PricingAnalyticsInput extends AnalyticsScope {
  readonly granularity: Open<'HALF_HOUR' | 'DAILY' | 'MONTHLY'>;
  readonly metricTypes?: readonly Open<'COST' | 'VOLUME'>[] | undefined;
  readonly pricingTypes?: readonly PricingType[] | undefined;
  readonly pricingCategories?: readonly PricingCategory[] | undefined;
  readonly tiers?: readonly string[] | undefined;
  /** What the points are told apart by. @default nothing */
  readonly dimensions?: readonly PricingDimension[] | undefined;
}

/** @publicApi */
export interface CallAnalyticsInput extends AnalyticsScope {
  readonly granularity: Open<'HALF_HOUR' | 'DAILY' | 'MONTHLY'>;
  readonly metricTypes?: readonly Open<'COUNT' | 'COST' | 'AVERAGE_DURATION'>[] | undefined;
  readonly directions?: readonly AnalyticsDirection[] | undefined;
  readonly tiers?: readonly string[] | undefined;
  /** What the points are told apart by. @default nothing */
  readonly dimensions?: readonly CallDimension[] | undefined;
}

/** Common to templates and template groups: by day, 90 days back. @publicApi */
export interface TemplateMetricsInput extends AnalyticsPeriod {
  readonly metricTypes?: readonly TemplateMetric[] | undefined;
  /**
   * Days of the WABA's time zone in place of UTC. The dates are then sent as days (`YYYY-MM-DD`) of UTC.
   * @default false
   */
  readonly useWabaTimezone?: boolean | undefined;
}

/** @publicApi */
export interface TemplateAnalyticsInput extends TemplateMetricsInput {
  /** 1 to 10 ids. */
  readonly templateIds: readonly string[];
  /** @default 'CLOUD_API' */
  readonly productType?: Open<'CLOUD_API' | 'MARKETING_MESSAGES_LITE_API'> | undefined;
}

/** @publicApi */
export interface TemplateGroupAnalyticsInput extends TemplateMetricsInput {
  /** 1 to 10 ids. */
  readonly templateGroupIds: readonly string[];
}

/** By day, 90 days back. @publicApi */
export interface GroupAnalyticsInput extends AnalyticsPeriod {
  readonly groupId: string;
  readonly metricTypes?: readonly GroupMetric[] | undefined;
}

/** Points of an analysis. @publicApi */
export interface AnalyticsResult<Point> {
  /** In Meta's names. Empty when Meta has none, also where costs are not shown to the caller. */
  readonly points: readonly Point[];
  /** Meta's answer, untouched. */
  readonly raw: unknown;
}
