import type { Open, WireTimestamp } from '../inbound/common';
import type { TemplateCategory, TemplateQualityScore } from '../inbound/template-update';
import type { TemplateComponent } from './component';

/** Whether a template can be sent. Only `APPROVED` ones can. */
export type TemplateStatus = Open<
  | 'APPROVED'
  | 'PENDING'
  | 'REJECTED'
  | 'PAUSED'
  | 'DISABLED'
  | 'IN_APPEAL'
  | 'PENDING_DELETION'
  | 'DELETED'
  | 'LIMIT_EXCEEDED'
  | 'FLAGGED'
  | 'REINSTATED'
  | 'LOCKED'
  | 'UNLOCKED'
  | 'ARCHIVED'
  | 'UNARCHIVED'
>;

/** How variables are written: `{{1}}` or `{{name}}`. One form for a whole template. */
export type TemplateParameterFormat = Open<'POSITIONAL' | 'NAMED'>;

/** Whether Meta may change the looks of a marketing template (Marketing Messages API). */
export interface TemplateCreativeFeatures {
  creative_features_spec: Record<string, { enroll_status: 'OPT_IN' | 'OPT_OUT' }>;
}

/** Settings of a template that can be set when it is created. */
export interface TemplateSettings {
  /**
   * Seconds after which an undelivered message is dropped: authentication 30 to 900, utility 30 to 43200, marketing
   * 43200 to 2592000. `-1`: 30 days, for authentication and utility.
   */
  message_send_ttl_seconds?: number;
  sub_category?: Open<'ORDER_DETAILS' | 'ORDER_STATUS' | 'RICH_ORDER_STATUS'>;
  /** Lets an order details template be a marketing template. */
  display_format?: Open<'ORDER_DETAILS'>;
  /** Switches the analytics of button clicks off. */
  cta_url_link_tracking_opted_out?: boolean;
}

/**
 * A template as Meta returns it. Which members are there depends on the `fields` asked for.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/template-api
 */
export interface MessageTemplate extends TemplateSettings {
  id: string;
  name: string;
  /** `en_US` */
  language: string;
  status: TemplateStatus;
  category: TemplateCategory;
  components?: TemplateComponent[];
  parameter_format?: TemplateParameterFormat;
  previous_category?: TemplateCategory;
  /** Meta is going to move the template there. */
  correct_category?: TemplateCategory;
  rejected_reason?: Open<
    | 'NONE'
    | 'ABUSIVE_CONTENT'
    | 'INCORRECT_CATEGORY'
    | 'INVALID_FORMAT'
    | 'PROMOTIONAL'
    | 'SCAM'
    | 'TAG_CONTENT_MISMATCH'
  >;
  specific_rejection_reason?: string;
  quality_score?: { score: TemplateQualityScore; date?: WireTimestamp; reasons?: string[] };
  library_template_name?: string;
  source?: Open<'AUTO_GENERATED' | 'MANUAL'>;
  health_status?: Record<string, unknown>;
  degrees_of_freedom_spec?: {
    creative_features_spec?: { key: string; value: { enroll_status: string } }[];
  };
  optimization_spec?: Record<string, unknown>;
}

/** Body of `POST /{waba}/message_templates`. */
export interface TemplateCreation extends TemplateSettings {
  /** Lower-case letters, digits and `_`, up to 512. */
  name: string;
  /** `en_US` */
  language: string;
  category: TemplateCategory;
  components: TemplateComponent[];
  /** @default 'POSITIONAL' */
  parameter_format?: TemplateParameterFormat;
  degrees_of_freedom_spec?: TemplateCreativeFeatures;
  optimization_spec?: Record<string, unknown>;
  /** Of Meta's SDK; no page describes it. */
  send_type?: Open<'CAMPAIGN' | 'DIRECT' | 'TRIGGER'>;
  /** Of Meta's SDK; no page describes it. */
  creative_sourcing_spec?: Record<string, unknown>;
  /** @deprecated by Meta, which chooses the category by itself since April 2025 */
  allow_category_change?: boolean;
}

/** Body of `POST /{template}`. `components` replaces all components. */
export interface TemplateChanges {
  components?: TemplateComponent[];
  /** Not for approved templates. */
  category?: TemplateCategory;
  message_send_ttl_seconds?: number;
  parameter_format?: TemplateParameterFormat;
  /** Only together with `category`. */
  cta_url_link_tracking_opted_out?: boolean;
  degrees_of_freedom_spec?: TemplateCreativeFeatures;
  optimization_spec?: Record<string, unknown>;
}

/** Body of `POST /{waba}/upsert_message_templates`: one authentication template in many languages. */
export interface TemplateUpsert {
  name: string;
  languages: string[];
  category: 'AUTHENTICATION';
  /** The code button has no `text` and no `autofill_text` here: they are translated. */
  components: TemplateComponent[];
  message_send_ttl_seconds?: number;
}

/** Summary of a template list, as asked for with `summary`. */
export interface TemplateSummary {
  total_count?: number;
  message_template_count?: number;
  message_template_limit?: number;
  are_translations_complete?: boolean;
}
