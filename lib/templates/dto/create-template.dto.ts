import { Rule } from '../../validation/rule.decorator';
import { TemplateLanguage, TemplateName } from '../../validation/rules/template-name.decorator';
import type { TemplateComponent } from '../../wire/template/component';
import { componentIssues } from '../rules/components.rule';
import { categoryProblem } from '../rules/settings.rule';
import { NewTemplateSettingsDto } from './template-settings.dto';

/** Categories of templates. */
export const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'] as const;

/** OpenAPI schema of components, whose rules depend on each other. */
export const COMPONENTS_SCHEMA = {
  type: 'array',
  items: { type: 'object', additionalProperties: true },
} as const;

/** A template to be created, in Meta's names. */
export class CreateTemplateDto extends NewTemplateSettingsDto {
  /** Lower-case letters, digits and `_`, up to 512. The name of a deleted template is blocked for 30 days. */
  @TemplateName()
  name!: string;

  /** Language code, e.g. `en_US`. */
  @TemplateLanguage()
  language!: string;

  /** `AUTHENTICATION`, `MARKETING` or `UTILITY`. Meta may put the template into another one. */
  @Rule('category', (value) => categoryProblem(value, CATEGORIES), { type: 'string', enum: CATEGORIES })
  category!: string;

  /** One `BODY`; at most one of each other type. */
  @Rule(
    'templateComponents',
    (value, template, context) => componentIssues(value, template, context),
    COMPONENTS_SCHEMA,
  )
  components!: TemplateComponent[];
}
