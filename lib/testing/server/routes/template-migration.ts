import { AnalyticsArguments } from '../../analytics/analytics-arguments';
import { MAX_TEMPLATES } from '../../model/template-store';
import { plainText, requiredText, requireThat } from '../required';
import { unknownNode } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';

const MAX_COUNT = 500;

/** `POST /{waba}/migrate_message_templates`: copies approved templates of good or unknown quality, page by page. */
export const migrateTemplates: RouteHandler = async (request, { state, templates }) => {
  const params = await request.params();
  const source = requiredText(params, 'source_waba_id');
  if (!state.wabaIds.includes(source)) throw unknownNode('POST', source);
  const owner = (wabaId: string): string => state.accounts.of(wabaId).ownerBusinessId;
  requireThat(
    source !== request.id && owner(source) === owner(request.id),
    'source_waba_id must be another account of the same business portfolio',
  );
  const count = Number(plainText(params['count']) ?? MAX_COUNT);
  const page = Number(plainText(params['page_number']) ?? 0);
  requireThat(count >= 1 && count <= MAX_COUNT, `count must be 1 to ${MAX_COUNT}`);
  requireThat(Number.isInteger(page) && page >= 0, 'page_number must be a whole number');
  const { template_ids: ids } = params;
  const only = new Set(Array.isArray(ids) ? ids.map(String) : listOf(ids));
  requireThat(only.size <= MAX_COUNT, `template_ids may have ${MAX_COUNT} items`);
  const migrated: string[] = [];
  const failed: Record<string, string> = {};
  const candidates = state.templates
    .of(source)
    .filter(({ id }) => only.size === 0 || only.has(id))
    .slice(page * count, (page + 1) * count);
  for (const template of candidates) {
    const { id, name, language, status, quality } = template;
    if (status !== 'APPROVED' || !['GREEN', 'UNKNOWN'].includes(quality))
      failed[id] = 'Only approved templates of good or unknown quality can be migrated';
    else if (state.templates.find(request.id, name, language).length > 0)
      failed[id] = 'Normalized name collision';
    else if (state.templates.of(request.id).length >= MAX_TEMPLATES) failed[id] = 'Template limit reached';
    else migrated.push(templates.make({ ...template, wabaId: request.id, status: 'APPROVED' }).id);
  }
  return { body: { migrated_templates: migrated, failed_templates: failed } };
};

function listOf(value: unknown): string[] {
  return new AnalyticsArguments(() => plainText(value)).list('template_ids');
}
