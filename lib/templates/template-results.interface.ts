import type { TemplateCategory } from '../wire/inbound/template-update';
import type {
  MessageSampleAnswer,
  TemplateComparisonAnswer,
  TemplateCreated,
  TemplateUnpaused,
  TemplateUpdated,
  TemplatesArchived,
  TemplatesMigrated,
} from '../wire/template/answer';
import type { TemplateStatus } from '../wire/template/message-template';

/** A template that Meta has taken in. It can be sent once its status is `APPROVED`. @publicApi */
export interface CreatedTemplate {
  readonly id: string;
  readonly status: TemplateStatus;
  /** Meta may have chosen another category. */
  readonly category: TemplateCategory;
  /** Meta's answer, untouched. */
  readonly raw: TemplateCreated;
}

/** Whether Meta did it. */
export interface TemplateOutcome<Raw> {
  readonly success: boolean;
  /** Meta's answer, untouched. */
  readonly raw: Raw;
}

/** Result of an edit. @publicApi */
export type UpdatedTemplate = TemplateOutcome<TemplateUpdated>;

/** Result of `unpause`. @publicApi */
export interface UnpausedTemplate extends TemplateOutcome<TemplateUnpaused> {
  /** Why Meta left it paused. */
  readonly reason?: string;
}

/** One language of an upserted template. @publicApi */
export interface UpsertedTemplate {
  readonly id: string;
  readonly language: string;
  readonly status: TemplateStatus;
}

/** Which of several templates were changed. @publicApi */
export interface TemplateBatchResult<Raw = TemplatesArchived | TemplatesMigrated> {
  /** Ids of the templates that were changed; of the copies after a migration. */
  readonly done: readonly string[];
  /** Meta's reason for each template that was not, by its id. */
  readonly failed: Readonly<Record<string, string>>;
  /** Meta's answer, untouched. */
  readonly raw: Raw;
}

/** How two templates did, side by side. @publicApi */
export interface TemplateComparison {
  /** Ids from the lowest to the highest rate of users who blocked the business. */
  readonly blockRateOrder: readonly string[];
  /** Messages sent, by template id. */
  readonly sends: Readonly<Record<string, number>>;
  /** The reason given most often for blocking the business, by template id. */
  readonly topBlockReason: Readonly<Record<string, string>>;
  /** Meta's answer, untouched. */
  readonly raw: TemplateComparisonAnswer;
}

/** What Meta makes of planned content. @publicApi */
export interface ClassifiedSample {
  /** The category that it would be charged by. */
  readonly category: TemplateCategory;
  /** Meta's answer, untouched. */
  readonly raw: MessageSampleAnswer;
}
