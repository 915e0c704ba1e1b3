import type { PayloadIssue } from '../errors/payload-validation.error';
import { IssueList } from '../validation/issue-list';
import { ANY_TEXT } from '../validation/limits';
import { membersOf } from '../validation/shape';
import type {
  CompareTemplatesInput,
  CreateTemplateGroupInput,
  MessageSample,
  MigrateTemplatesInput,
  PreviewTemplatesInput,
} from './template-inputs.interface';
import { COMPARED_DAYS, CREATION_LIMITS } from './template-limits';

/** What is wrong with a comparison. */
export function comparisonIssues({ otherId, days }: CompareTemplatesInput): PayloadIssue[] {
  const list = new IssueList();
  list.text('otherId', otherId, ANY_TEXT);
  if (!COMPARED_DAYS.includes(days)) list.add('days', `must be one of ${COMPARED_DAYS.join(', ')}`);
  return list.issues;
}

/** What is wrong with a migration. */
export function migrationIssues(input: MigrateTemplatesInput): PayloadIssue[] {
  const { sourceWabaId, page, count, templateIds } = input;
  const list = new IssueList();
  list.text('sourceWabaId', sourceWabaId, ANY_TEXT);
  if (page !== undefined) list.integer('page', page, { min: 0, max: Number.MAX_SAFE_INTEGER });
  if (count !== undefined) list.integer('count', count, CREATION_LIMITS.migrationPage);
  if (templateIds && list.list('templateIds', templateIds, CREATION_LIMITS.migratedIds))
    templateIds.forEach((id, index) => list.text(`templateIds[${index}]`, id, ANY_TEXT));
  return list.issues;
}

/** What is wrong with a preview. */
export function previewIssues({ codeExpirationMinutes: minutes }: PreviewTemplatesInput): PayloadIssue[] {
  const list = new IssueList();
  if (minutes !== undefined)
    list.integer('codeExpirationMinutes', minutes, CREATION_LIMITS.codeExpirationMinutes);
  return list.issues;
}

/** What is wrong with a group of templates. */
export function groupIssues({ name, description, templateIds }: CreateTemplateGroupInput): PayloadIssue[] {
  const list = new IssueList();
  list.text('name', name, ANY_TEXT);
  list.text('description', description, ANY_TEXT);
  if (list.list('templateIds', templateIds, { min: 1, max: Infinity }))
    templateIds.forEach((id, index) => list.text(`templateIds[${index}]`, id, ANY_TEXT));
  return list.issues;
}

/** What is wrong with a sample of planned content. */
export function sampleIssues(sample: MessageSample): PayloadIssue[] {
  const list = new IssueList();
  const { type, text, interactive } = membersOf(sample);
  list.oneOf('type', type, ['text', 'interactive']);
  if (type === 'text') list.text('text.body', membersOf(text)['body'], ANY_TEXT);
  if (type === 'interactive' && membersOf(interactive) !== interactive)
    list.add('interactive', 'must be an object');
  return list.issues;
}
