import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { MustBeAbsent } from '../../validation/rules/must-be-absent.decorator';
import { TemplateLanguage, TemplateName } from '../../validation/rules/template-name.decorator';
import type { LibraryBodyInput, LibraryButtonInput } from '../../wire/template/library-template';
import { categoryProblem, libraryBodyIssues, libraryButtonIssues } from '../rules/settings.rule';

const CATEGORIES = ['UTILITY', 'AUTHENTICATION'] as const;

/** A template to be made from one of Meta's library, in Meta's names. */
export class CreateLibraryTemplateDto extends InputDto {
  /** Lower-case letters, digits and `_`, up to 512. */
  @TemplateName()
  name!: string;

  /** Language code, e.g. `en_US`. */
  @TemplateLanguage()
  language!: string;

  /** `UTILITY` or `AUTHENTICATION`. */
  @Rule('category', (value) => categoryProblem(value, CATEGORIES), { type: 'string', enum: CATEGORIES })
  category!: string;

  /** Name of the template in the library. */
  @CodePointLength(ANY_TEXT)
  library_template_name!: string;

  /** Needed when the library template has URL or phone buttons. */
  @IsOptional()
  @Rule('libraryButtons', libraryButtonIssues, {
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  library_template_button_inputs?: LibraryButtonInput[];

  /** Sentences that the template gets besides its own. */
  @IsOptional()
  @Rule('libraryBody', libraryBodyIssues, { type: 'object', additionalProperties: true })
  library_template_body_inputs?: LibraryBodyInput;

  @MustBeAbsent('the library has the components')
  components?: undefined;
}
