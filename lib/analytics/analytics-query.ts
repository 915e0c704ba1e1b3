import type { PayloadIssue } from '../errors/payload-validation.error';
import { IssueList } from '../validation/issue-list';
import type { AnalyticsPeriod, TemplateMetricsInput } from './analytics-inputs.interface';

/** Values of a field with arguments; those that are undefined are left out. */
export type AnalyticsArguments = Readonly<
  Record<string, string | number | readonly (string | number)[] | undefined>
>;

/** Ids of templates and template groups in one request. */
export const MAX_IDS = 10;

/** @example fieldOf('analytics', { start: 1, granularity: 'DAY' }) // analytics.start(1).granularity(DAY) */
export function fieldOf(name: string, args: AnalyticsArguments): string {
  const written = Object.entries(args).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return `.${key}(${typeof value === 'object' ? JSON.stringify(value) : value})`;
  });
  return name + written.join('');
}

/** Unix seconds. */
export function seconds(at: Date | number): number {
  return at instanceof Date ? Math.floor(at.getTime() / 1000) : at;
}

/** Ends of a period in the form that templates need: seconds, or days. */
export function templatePeriod({ start, end, useWabaTimezone }: TemplateMetricsInput): {
  start: string | number;
  end: string | number;
} {
  const write = useWabaTimezone === true ? day : seconds;
  return { start: write(start), end: write(end) };
}

/** What is wrong with a period. */
export function periodIssues({ start, end }: AnalyticsPeriod): PayloadIssue[] {
  const list = new IssueList();
  for (const [path, at] of [
    ['start', start],
    ['end', end],
  ] as const)
    if (!Number.isSafeInteger(typeof at === 'object' ? seconds(at) : at))
      list.add(path, 'must be a date, or whole seconds since the Unix epoch');
  if (list.issues.length === 0 && seconds(end) <= seconds(start)) list.add('end', 'must be after start');
  return list.issues;
}

/** What is wrong with the ids of templates. */
export function idIssues(path: string, ids: readonly string[]): PayloadIssue[] {
  const list = new IssueList();
  if (list.list(path, ids, { min: 1, max: MAX_IDS }))
    ids.forEach((id, index) => list.text(`${path}[${index}]`, id, { min: 1, max: Infinity }));
  return list.issues;
}

/** Characters that would end a list or an argument of a field. */
const STRUCTURE = /[(){},]/;

/** Arguments stand in `fields`, where brackets and commas have a meaning of their own. */
export function argumentIssues(input: object): PayloadIssue[] {
  return Object.entries(input).flatMap(([path, value]: [string, unknown]) =>
    [value].flat().some((item) => typeof item === 'string' && STRUCTURE.test(item))
      ? [{ path, message: 'must have no brackets and commas' }]
      : [],
  );
}

/** The points of an answer: some analyses wrap them in a list of series, others do not. */
export function pointsIn<Point>(series: unknown): Point[] {
  if (Array.isArray(series)) return series.flatMap((each) => pointsIn<Point>(each));
  const { data, data_points: points } = (series ?? {}) as { data?: unknown; data_points?: unknown };
  if (Array.isArray(points)) return points as Point[];
  return data === undefined ? [] : pointsIn<Point>(data);
}

function day(at: Date | number): string {
  return new Date(seconds(at) * 1000).toISOString().slice(0, 10);
}
