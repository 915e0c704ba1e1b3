import { IsBoolean, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { Advise, Rule } from '../../validation/rule.decorator';
import type { TemplateCreativeFeatures, TemplateParameterFormat } from '../../wire/template/message-template';
import { capitals } from '../rules/scope';
import { creativeFeatureIssues, ttlProblem } from '../rules/settings.rule';

const SUB_CATEGORIES = ['ORDER_DETAILS', 'ORDER_STATUS', 'RICH_ORDER_STATUS'];
const OPEN_OBJECT = { type: 'object', additionalProperties: true } as const;

/** Settings that a template is created or edited with, in Meta's names. */
export abstract class TemplateSettingsDto extends InputDto {
  /** `NAMED` or `POSITIONAL`. @default as the variables are written */
  @IsOptional()
  @Rule(
    'parameterFormat',
    (value) =>
      ['NAMED', 'POSITIONAL'].includes(capitals(value)) ? undefined : 'must be one of NAMED, POSITIONAL',
    { type: 'string' },
  )
  parameter_format?: TemplateParameterFormat;

  /**
   * Seconds after which an undelivered message is dropped: authentication 30 to 900, utility 30 to 43200, marketing
   * 43200 to 2592000. `-1`: 30 days, for authentication and utility.
   */
  @IsOptional()
  @Rule('ttl', ttlProblem, { type: 'integer' })
  message_send_ttl_seconds?: number;

  /** Whether Meta may change the looks of a marketing template. */
  @IsOptional()
  @Rule('creativeFeatures', creativeFeatureIssues, OPEN_OBJECT)
  degrees_of_freedom_spec?: TemplateCreativeFeatures;

  /** Bids of the Marketing Messages API. */
  @IsOptional()
  @Rule('optimization', () => undefined, OPEN_OBJECT)
  optimization_spec?: Record<string, unknown>;
}

/** Settings that a template is created with. */
export abstract class NewTemplateSettingsDto extends TemplateSettingsDto {
  /** Switches the analytics of button clicks off. */
  @IsOptional()
  @IsBoolean()
  cta_url_link_tracking_opted_out?: boolean;

  @IsOptional()
  @Advise('subCategory', (value) =>
    SUB_CATEGORIES.includes(capitals(value)) ? undefined : `is none of ${SUB_CATEGORIES.join(', ')}`,
  )
  sub_category?: string;

  /** `ORDER_DETAILS` lets an order details template be a marketing template. */
  @IsOptional()
  @Advise('displayFormat', (value) =>
    capitals(value) === 'ORDER_DETAILS' ? undefined : 'is not ORDER_DETAILS',
  )
  display_format?: string;
}
