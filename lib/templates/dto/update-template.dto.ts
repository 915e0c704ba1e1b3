import { IsBoolean, IsOptional } from 'class-validator';
import { Rule } from '../../validation/rule.decorator';
import type { TemplateComponent } from '../../wire/template/component';
import { componentIssues } from '../rules/components.rule';
import { categoryProblem } from '../rules/settings.rule';
import { CATEGORIES, COMPONENTS_SCHEMA } from './create-template.dto';
import { TemplateSettingsDto } from './template-settings.dto';

/** Changes of a template, in Meta's names. Name and language never change. */
export class UpdateTemplateDto extends TemplateSettingsDto {
  /** All components: they replace the present ones. */
  @IsOptional()
  @Rule(
    'templateComponents',
    (value, changes, context) => componentIssues(value, changes, context),
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
