import type { PageOptions } from '../graph/page-query';
import type { TemplateCategory, TemplateQualityScore } from '../wire/inbound/template-update';
import type { OutboundInteractive } from '../wire/outbound/interactive';
import type { TemplateStatus } from '../wire/template/message-template';

/** Members of a template that can be asked for. */
export type TemplateField =
  | 'id'
  | 'name'
  | 'language'
  | 'status'
  | 'category'
  | 'components'
  | 'parameter_format'
  | 'message_send_ttl_seconds'
  | 'sub_category'
  | 'correct_category'
  | 'previous_category'
  | 'rejected_reason'
  | 'specific_rejection_reason'
  | 'quality_score'
  | 'library_template_name'
  | 'cta_url_link_tracking_opted_out'
  | 'degrees_of_freedom_spec'
  | 'optimization_spec'
  | 'source'
  | 'display_format'
  | 'health_status'
  | (string & {});

/** Which templates to list, and which part of the list. @publicApi */
export interface ListTemplatesInput extends PageOptions {
  /** Part of the name. */
  readonly name?: string | undefined;
  /** Part of the text. */
  readonly content?: string | undefined;
  readonly nameOrContent?: string | undefined;
  readonly category?: TemplateCategory | readonly TemplateCategory[] | undefined;
  /** Language codes, e.g. `en_US`. */
  readonly language?: string | readonly string[] | undefined;
  readonly status?: TemplateStatus | readonly TemplateStatus[] | undefined;
  readonly qualityScore?: TemplateQualityScore | readonly TemplateQualityScore[] | undefined;
  /** Made by Meta from messages that were sent directly, or by hand. */
  readonly source?: 'AUTO_GENERATED' | 'MANUAL' | (string & {}) | undefined;
  /** @default all that send, edit and review need */
  readonly fields?: readonly TemplateField[] | undefined;
  /** Totals to be found in the page's `summary`, e.g. `total_count`, `message_template_limit`. @default none */
  readonly summary?: readonly string[] | undefined;
}

/** Which templates of Meta's library to list. @publicApi */
export interface BrowseLibraryInput extends Pick<PageOptions, 'limit' | 'after' | 'before'> {
  /** Words to look for. */
  readonly search?: string | undefined;
  /** e.g. `ORDER_MANAGEMENT`, `PAYMENTS`, `ACCOUNT_UPDATE`. */
  readonly topic?: string | undefined;
  /** e.g. `SHIPMENT_CONFIRMATION`. */
  readonly usecase?: string | undefined;
  /** e.g. `E_COMMERCE`, `FINANCIAL_SERVICES`. */
  readonly industry?: string | undefined;
  readonly language?: string | undefined;
  readonly category?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * What to delete. `name` alone: the template in all its languages. `id`: in one language. `ids`: up to 100 templates,
 * documented by Meta's SDK only.
 * @publicApi
 */
export type DeleteTemplateInput =
  | { readonly name: string; readonly id?: string | undefined }
  | { readonly id: string; readonly name?: undefined }
  | { readonly ids: readonly string[] };

/** Which two templates to compare, and over which days. Each must have been sent 1000 times in them. @publicApi */
export interface CompareTemplatesInput {
  readonly id: string;
  readonly otherId: string;
  /** Meta knows these periods only. */
  readonly days: 7 | 30 | 60 | 90;
  /** End of the period. @default now */
  readonly end?: Date | undefined;
}

/** Which approved templates of good or unknown quality to copy from another account of the same portfolio. @publicApi */
export interface MigrateTemplatesInput {
  /** The account to copy from; the account of the call is copied to. */
  readonly sourceWabaId: string;
  /** Page of the source's templates, counted from 0. @default 0 */
  readonly page?: number | undefined;
  /** Templates of a page, up to 500. @default Meta's */
  readonly count?: number | undefined;
  /** These templates only, up to 500. @default all */
  readonly templateIds?: readonly string[] | undefined;
}

/** How an authentication template shall look. @publicApi */
export interface PreviewTemplatesInput {
  /** @default all languages */
  readonly languages?: readonly string[] | undefined;
  readonly addSecurityRecommendation?: boolean | undefined;
  /** 1 to 90. */
  readonly codeExpirationMinutes?: number | undefined;
  /** Documented by Meta's SDK only. @default Meta's */
  readonly businessName?: string | undefined;
}

/**
 * Planned content of messages without a template (Direct Send), in Meta's names.
 * @publicApi
 */
export type MessageSample = { readonly category?: 'utility' | 'authentication' | (string & {}) } & (
  | { readonly type: 'text'; readonly text: { readonly body: string } }
  | { readonly type: 'interactive'; readonly interactive: OutboundInteractive }
);

/** A group of templates whose figures are counted together. @publicApi */
export interface CreateTemplateGroupInput {
  readonly name: string;
  readonly description: string;
  readonly templateIds: readonly string[];
}
