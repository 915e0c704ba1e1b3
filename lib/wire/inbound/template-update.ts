import type { Open, WireTimestamp } from './common';

/** Which template an update is about. */
export interface TemplateUpdateBase {
  /** A number of 15 digits and more; convert it to a string before you store it. */
  message_template_id: number | string;
  message_template_name: string;
  /** `en_US`, in some updates `en-US`. */
  message_template_language: string;
}

/** Category of a template. */
export type TemplateCategory = Open<'AUTHENTICATION' | 'MARKETING' | 'UTILITY'>;

/**
 * The status of a template changed.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update
 */
export interface TemplateStatusUpdate extends TemplateUpdateBase {
  event: Open<
    | 'APPROVED'
    | 'ARCHIVED'
    | 'DELETED'
    | 'DISABLED'
    | 'FLAGGED'
    | 'IN_APPEAL'
    | 'LIMIT_EXCEEDED'
    | 'LOCKED'
    | 'PAUSED'
    | 'PENDING'
    | 'PENDING_DELETION'
    | 'REINSTATED'
    | 'REJECTED'
    | 'UNARCHIVED'
    | 'UNLOCKED'
  >;
  reason?: Open<
    | 'ABUSIVE_CONTENT'
    | 'CATEGORY_NOT_AVAILABLE'
    | 'INCORRECT_CATEGORY'
    | 'INVALID_FORMAT'
    | 'NONE'
    | 'PROMOTIONAL'
    | 'SCAM'
    | 'TAG_CONTENT_MISMATCH'
  > | null;
  message_template_category?: TemplateCategory;
  /** Unix seconds or a written date. */
  disable_info?: { disable_date?: WireTimestamp };
  other_info?: {
    title?: Open<'DISABLED' | 'FIRST_PAUSE' | 'RATE_LIMITING_PAUSE' | 'SECOND_PAUSE' | 'UNPAUSE'>;
    description?: string;
  };
  rejection_info?: { reason?: string; recommendation?: string };
}

/** Quality of a template. */
export type TemplateQualityScore = Open<'GREEN' | 'RED' | 'UNKNOWN' | 'YELLOW'>;

/** The quality of a template changed. */
export interface TemplateQualityUpdate extends TemplateUpdateBase {
  previous_quality_score?: TemplateQualityScore;
  new_quality_score: TemplateQualityScore;
}

/** A template was edited. */
export interface TemplateComponentsUpdate extends TemplateUpdateBase {
  /** The body. */
  message_template_element: string;
  message_template_title?: string;
  message_template_footer?: string;
  message_template_buttons?: {
    message_template_button_type: string;
    message_template_button_text?: string;
    message_template_button_url?: string;
    message_template_button_phone_number?: string;
  }[];
}

/**
 * The category of a template changed (`previous_category` is there), or will change (`correct_category` is there and
 * `new_category` is the one in use now).
 */
export interface TemplateCategoryUpdate extends TemplateUpdateBase {
  previous_category?: TemplateCategory;
  new_category?: TemplateCategory;
  correct_category?: TemplateCategory;
  category_update_timestamp?: WireTimestamp;
}

/** Meta believes that a template has the wrong category. */
export interface TemplateCorrectCategoryDetection extends TemplateUpdateBase {
  category?: TemplateCategory;
  correct_category?: TemplateCategory;
}

/** Named in Meta's old lists; its content is not documented. */
export interface TemplatePerformanceMetrics {
  [key: string]: unknown;
}
