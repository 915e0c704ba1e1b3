import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { IssueList } from '../../validation/issue-list';
import { membersOf } from '../../validation/shape';
import type { RuleContext } from '../../validation/rule.decorator';
import { Rule } from '../../validation/rule.decorator';
import { countProblem } from '../../validation/rules/item-count.decorator';
import { TemplateName, languageCodeProblem } from '../../validation/rules/template-name.decorator';
import { duplicates } from '../../validation/rules/unique-by.decorator';
import type { TemplateComponent } from '../../wire/template/component';
import { componentIssues } from '../rules/components.rule';
import { placed } from '../rules/scope';
import { categoryProblem, ttlProblem } from '../rules/settings.rule';
import { COMPONENTS_SCHEMA } from './create-template.dto';

/** An authentication template that is created or updated in many languages at once, in Meta's names. */
export class UpsertTemplateDto extends InputDto {
  /** Lower-case letters, digits and `_`, up to 512. */
  @TemplateName()
  name!: string;

  /** Language codes, e.g. `['en_US', 'es']`. */
  @Rule('languages', languageIssues, { type: 'array', items: { type: 'string' }, minItems: 1 })
  languages!: string[];

  /** `AUTHENTICATION`. */
  @Rule('category', (value) => categoryProblem(value, ['AUTHENTICATION']), { type: 'string' })
  category!: 'AUTHENTICATION';

  /** The code button has no `text` and no `autofill_text`: Meta translates them. */
  @Rule('templateComponents', upsertIssues, COMPONENTS_SCHEMA)
  components!: TemplateComponent[];

  /** Seconds after which an undelivered message is dropped: 30 to 900, or -1 for 30 days. */
  @IsOptional()
  @Rule('ttl', ttlProblem, { type: 'integer' })
  message_send_ttl_seconds?: number;
}

function languageIssues(value: unknown): string | readonly PayloadIssue[] {
  const count = countProblem(value, { min: 1, max: Infinity });
  if (count !== undefined) return count;
  const list = new IssueList();
  (value as unknown[]).forEach((code, index) => list.add(`[${index}]`, languageCodeProblem(code)));
  list.issues.push(
    ...duplicates((value as unknown[]).map((code, index) => ({ path: `[${index}]`, key: code }))),
  );
  return list.issues;
}

function upsertIssues(
  value: unknown,
  template: Readonly<Record<string, unknown>>,
  context: RuleContext,
): string | readonly PayloadIssue[] {
  const found = componentIssues(value, { ...template, category: 'AUTHENTICATION' }, context);
  if (typeof found === 'string') return found;
  const list = new IssueList();
  for (const { path, component } of placed(value as unknown[], '')) {
    const { buttons } = component;
    if (!Array.isArray(buttons)) continue;
    buttons.forEach((button, index) => {
      for (const label of ['text', 'autofill_text'])
        if (membersOf(button)[label] != null)
          list.add(`${path}.buttons[${index}].${label}`, 'must be left out: Meta translates the labels');
    });
  }
  return [...found, ...list.issues];
}
