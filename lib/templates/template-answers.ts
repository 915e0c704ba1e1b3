import { membersOf } from '../validation/shape';
import type {
  TemplateComparisonAnswer,
  TemplateCreated,
  TemplatesArchived,
  TemplatesMigrated,
} from '../wire/template/answer';
import type { CreatedTemplate, TemplateBatchResult, TemplateComparison } from './template-results.interface';

/** Result of a creation. */
export function toCreated(raw: TemplateCreated): CreatedTemplate {
  const { id, status, category } = raw;
  return { id, status, category, raw };
}

/** Result of archiving or unarchiving. */
export function toArchived(raw: TemplatesArchived): TemplateBatchResult<TemplatesArchived> {
  const done = raw.archived_templates ?? raw.unarchived_templates ?? [];
  return { done, failed: failuresOf(raw.failed_templates), raw };
}

/** Result of a migration. */
export function toMigrated(raw: TemplatesMigrated): TemplateBatchResult<TemplatesMigrated> {
  return { done: raw.migrated_templates ?? [], failed: failuresOf(raw.failed_templates), raw };
}

/** Result of a comparison; metrics that are new to this release stay in `raw`. */
export function toComparison(raw: TemplateComparisonAnswer): TemplateComparison {
  const result = { blockRateOrder: [] as string[], sends: {}, topBlockReason: {}, raw };
  for (const entry of raw.data) {
    if (entry.metric === 'BLOCK_RATE') result.blockRateOrder = entry.order_by_relative_metric;
    else if (entry.metric === 'MESSAGE_SENDS') result.sends = byKey(entry.number_values);
    else if (entry.metric === 'TOP_BLOCK_REASON') result.topBlockReason = byKey(entry.string_values);
  }
  return result;
}

function byKey<T>(values: readonly { key: string; value: T }[] = []): Record<string, T> {
  return Object.fromEntries(values.map(({ key, value }) => [key, value]));
}

/** A map from id to reason. Old answers hold a list of ids, or of such maps. */
function failuresOf(failed: unknown): Record<string, string> {
  const maps: unknown[] = Array.isArray(failed) ? failed : [failed];
  return Object.fromEntries(
    maps.flatMap((each) =>
      typeof each === 'string'
        ? [[each, 'no reason given']]
        : Object.entries(membersOf(each)).map(([id, reason]) => [id, String(reason)]),
    ),
  );
}
