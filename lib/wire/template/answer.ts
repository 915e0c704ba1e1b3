import type { TemplateCategory } from '../inbound/template-update';
import type { TemplateStatus } from './message-template';

/** Answer to a creation. Meta may have chosen another category. */
export interface TemplateCreated {
  id: string;
  status: TemplateStatus;
  category: TemplateCategory;
}

/** Answer to an edit; the other members are new. */
export interface TemplateUpdated {
  success: boolean;
  id?: string;
  name?: string;
  category?: TemplateCategory;
}

/** Answer to `upsert_message_templates`, one entry for each language. */
export interface TemplateUpserted {
  data: { id: string; status: TemplateStatus; language: string }[];
}

/** Answer to `unpause`. */
export interface TemplateUnpaused {
  success: boolean;
  reason?: string;
}

/** Templates that Meta left as they were, with the reason. Old answers hold a list. */
export type FailedTemplates = Record<string, string> | unknown[];

/** Answer to `migrate_message_templates`. */
export interface TemplatesMigrated {
  migrated_templates?: string[];
  failed_templates?: FailedTemplates;
}

/** Answer to `archive` and `unarchive`. */
export interface TemplatesArchived {
  archived_templates?: string[];
  unarchived_templates?: string[];
  failed_templates?: FailedTemplates;
}

/** Answer to `compare`: one entry for each metric. */
export interface TemplateComparisonAnswer {
  data: (
    | { metric: 'BLOCK_RATE'; type: 'RELATIVE'; order_by_relative_metric: string[] }
    | { metric: 'MESSAGE_SENDS'; type: 'NUMBER_VALUES'; number_values: { key: string; value: number }[] }
    | {
        metric: 'TOP_BLOCK_REASON';
        type: 'STRING_VALUES';
        string_values: { key: string; value: string }[];
      }
  )[];
}

/** How an authentication template will look in one language. */
export interface TemplatePreview {
  language: string;
  body: string;
  footer?: string;
  buttons?: { text: string; autofill_text?: string }[];
}

/** A group of templates whose figures are counted together (Marketing Messages API). */
export interface TemplateGroup {
  id: string;
  name?: string;
  description?: string;
  [member: string]: unknown;
}

/** Answer to a sample of planned content: the category that Meta would put it into. */
export interface MessageSampleAnswer {
  success?: boolean;
  category?: TemplateCategory;
  [member: string]: unknown;
}
