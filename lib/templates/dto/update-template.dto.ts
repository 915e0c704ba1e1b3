import { IsBoolean, IsOptional, ValidateIf } from 'class-validator';
import { Rule } from '../../validation/rule.decorator';
import type { TemplateComponent } from '../../wire/template/component';
import { componentIssues } from '../rules/components.rule';
import { categoryProblem } from '../rules/settings.rule';
import { CATEGORIES, COMPONENTS_SCHEMA } from './create-template.dto';
import { TemplateSettingsDto } from './template-settings.dto';

const CHANGES = [
  'components',
  'category',
  'message_send_ttl_seconds',
  'parameter_format',
  'cta_url_link_tracking_opted_out',
  'degrees_of_freedom_spec',
  'optimization_spec',
];

/** Changes of a template, in Meta's names. Name and language never change. */
export class UpdateTemplateDto extends TemplateSettingsDto {
  /** All components: they replace the present ones. */
  @ValidateIf(
    (changes: Record<string, unknown>, value: unknown) =>
      value != null || CHANGES.every((name) => changes[name] == null),
  )
  @Rule(
    'templateComponents',
    (value, changes, context) =>
      value == null
        ? 'is missing: give at least one of components, category and message_send_ttl_seconds'
        : componentIssues(value, changes, context),
    COMPONENTS_SCHEMA,
  )
  components?: TemplateComponent[];

  /** Not for approved templates. */
  @IsOptional()
  @Rule('category', (value) => categoryProblem(value, CATEGORIES), { type: 'string', enum: CATEGORIES })
  category?: string;

  /** Switches the analytics of button clicks off. Only together with `category`. */
  @IsOptional()
  @IsBoolean()
  @Rule('withCategory', (_value, { category }) =>
    category == null ? 'must come together with category' : undefined,
  )
  cta_url_link_tracking_opted_out?: boolean;
}
