import type { PayloadIssue } from '../errors/payload-validation.error';
import type { PageOptions } from '../graph/page-query';
import { IssueList } from '../validation/issue-list';
import type { WabaActivityType } from '../wire/waba/activity';
import { WABA_LIMITS } from './waba-limits';

const DAY_S = 86_400;

/** Which WABAs of a business portfolio to list. @publicApi */
export interface WabaListFilter {
  /** A certain WABA. */
  readonly wabaId?: string | undefined;
  readonly createdAfter?: Date | undefined;
  readonly createdBefore?: Date | undefined;
  readonly sort?: 'creation_time_ascending' | 'creation_time_descending' | undefined;
}

/** Which activities of a WABA to list. @publicApi */
export interface WabaActivityFilter {
  /** @default all */
  readonly types?: readonly WabaActivityType[] | undefined;
}

/** The filter in Meta's form: a list in JSON. */
export function wabaListQuery(
  filter: WabaListFilter,
): Record<'find' | 'sort' | 'filtering', string | undefined> {
  const bounds = [
    bound('GREATER_THAN', filter.createdAfter),
    bound('LESS_THAN', filter.createdBefore),
  ].flat();
  return {
    find: filter.wabaId,
    sort: filter.sort,
    filtering: bounds.length > 0 ? JSON.stringify(bounds) : undefined,
  };
}

/** The page of a list of activities. */
export function activityIssues(page: PageOptions): readonly PayloadIssue[] {
  const list = new IssueList();
  if (page.limit !== undefined) list.integer('limit', page.limit, WABA_LIMITS.activityPage);
  const span = seconds(page.until) - seconds(page.since);
  if (span < 0) list.add('until', 'must not be before since');
  if (span > WABA_LIMITS.activityDays.max * DAY_S)
    list.add('until', `must be at most ${WABA_LIMITS.activityDays.max} days after since`);
  return list.issues;
}

function bound(operator: string, at: Date | undefined): object[] {
  if (!at) return [];
  return [{ field: 'creation_time', operator, value: String(Math.floor(at.getTime() / 1000)) }];
}

function seconds(at: Date | number | undefined): number {
  return at instanceof Date ? at.getTime() / 1000 : (at ?? Number.NaN);
}
