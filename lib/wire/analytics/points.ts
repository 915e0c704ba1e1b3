import type { Open } from '../inbound/common';

/** Start and end of what a point counts, Unix seconds. */
export interface AnalyticsSpan {
  start: number;
  end: number;
}

/** Messages sent and delivered. */
export interface MessagingPoint extends AnalyticsSpan {
  sent: number;
  delivered: number;
}

/** Conversations of the pricing before July 2025. Costs are approximate, in the currency of the WABA. */
export interface ConversationPoint extends AnalyticsSpan {
  conversation?: number;
  cost?: number;
  phone_number?: string;
  country?: string;
  conversation_type?: ConversationType;
  conversation_direction?: AnalyticsDirection;
  conversation_category?: ConversationCategory;
}

/** Priced messages. Costs are approximate, in the currency of the WABA. */
export interface PricingPoint extends AnalyticsSpan {
  volume?: number;
  cost?: number;
  phone_number?: string;
  country?: string;
  /** `lower:upper` or `lower:MAX`. */
  tier?: string;
  pricing_type?: PricingType;
  pricing_category?: PricingCategory;
}

/** How a template did. */
export interface TemplatePoint extends AnalyticsSpan {
  template_id?: string;
  template_group_id?: string;
  sent?: number;
  delivered?: number;
  read?: number;
  replied?: number;
  clicked?: {
    type: Open<'url_button' | 'unique_url_button' | 'quick_reply_button'>;
    button_content?: string;
    count: number;
  }[];
  cost?: {
    type: Open<'amount_spent' | 'cost_per_delivered' | 'cost_per_url_button_click'>;
    value?: number;
  }[];
  /** Metrics of apps and web sites (`app_*`, `website_*`). */
  [metric: string]: unknown;
}

/** Calls. Costs are approximate, in the currency of the WABA; durations in seconds. */
export interface CallPoint extends AnalyticsSpan {
  count?: number;
  cost?: number;
  average_duration?: number;
  phone_number?: string;
  direction?: AnalyticsDirection;
  country?: string;
  tier?: string;
}

/** How a group did. */
export interface GroupPoint extends AnalyticsSpan {
  group_id?: string;
  sent?: number;
  delivered?: number;
  read?: number;
  participants_joined?: number;
  participants_left?: number;
  [metric: string]: unknown;
}

export type AnalyticsDirection = Open<'USER_INITIATED' | 'BUSINESS_INITIATED' | 'UNKNOWN'>;

export type ConversationType = Open<'FREE_ENTRY_POINT' | 'FREE_TIER' | 'REGULAR'>;

export type ConversationCategory = Open<
  'AUTHENTICATION' | 'AUTHENTICATION_INTERNATIONAL' | 'MARKETING' | 'MARKETING_LITE' | 'SERVICE' | 'UTILITY'
>;

export type ConversationDimension = Open<
  'CONVERSATION_CATEGORY' | 'CONVERSATION_DIRECTION' | 'CONVERSATION_TYPE' | 'COUNTRY' | 'PHONE'
>;

export type PricingType = Open<
  'FREE_CUSTOMER_SERVICE' | 'FREE_ENTRY_POINT' | 'FREE_GROUP_CUSTOMER_SERVICE' | 'REGULAR'
>;

export type PricingCategory = Open<
  | 'AI_BOT'
  | 'AUTHENTICATION'
  | 'AUTHENTICATION_INTERNATIONAL'
  | 'GROUP_MARKETING'
  | 'GROUP_MARKETING_LITE'
  | 'GROUP_SERVICE'
  | 'GROUP_UTILITY'
  | 'MARKETING'
  | 'MARKETING_LITE'
  | 'MARKETING_LITE_DYNAMIC'
  | 'REFERRAL_CONVERSION'
  | 'SERVICE'
  | 'UTILITY'
>;

export type PricingDimension = Open<'COUNTRY' | 'PHONE' | 'PRICING_CATEGORY' | 'PRICING_TYPE' | 'TIER'>;

export type CallDimension = Open<'PHONE' | 'DIRECTION' | 'COUNTRY' | 'TIER'>;

export type TemplateMetric = Open<
  | 'SENT'
  | 'DELIVERED'
  | 'READ'
  | 'CLICKED'
  | 'REPLIED'
  | 'COST'
  | 'APP_ACTIVATIONS'
  | 'APP_ADD_TO_CART'
  | 'APP_CHECKOUTS_INITIATED'
  | 'APP_PURCHASES'
  | 'APP_PURCHASES_CONVERSION_VALUE'
  | 'WEBSITE_ADD_TO_CART'
  | 'WEBSITE_CHECKOUTS_INITIATED'
  | 'WEBSITE_PURCHASES'
  | 'WEBSITE_PURCHASES_CONVERSION_VALUE'
>;

export type GroupMetric = Open<
  'SENT' | 'DELIVERED' | 'READ' | 'PARTICIPANTS_JOINED' | 'PARTICIPANTS_LEFT' | 'CLICKS' | 'COST' | 'REPLIES'
>;
