import type { IssueList } from '../../validation/issue-list';
import { membersOf } from '../../validation/shape';
import type { RuleContext } from '../../validation/rule.decorator';
import type { DayOfWeek } from '../../wire/settings/call-hours';
import { todayIn } from '../call-hours/time-zone';

const SEE =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings#call-hours';

/** Limits of call hours. */
const SPANS_A_DAY = 2;
const HOLIDAYS = { min: 0, max: 20, see: SEE } as const;
const WEEK = { min: 1, max: 7 * SPANS_A_DAY, see: SEE } as const;

export const DAYS: readonly DayOfWeek[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

interface Span {
  readonly path: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** What is wrong with call hours. Every message names the day or date that it is about. */
export function callHoursIssues(path: string, value: unknown, list: IssueList, context: RuleContext): void {
  const hours = membersOf(value);
  if (hours !== value) return list.add(path, 'must be an object');
  list.oneOf(`${path}.status`, hours['status'], ['ENABLED', 'DISABLED']);
  const { timezone_id: zone, weekly_operating_hours: week, holiday_schedule: holidays } = hours;
  const enabled = hours['status'] === 'ENABLED';
  if (enabled || zone != null) zoneIssues(`${path}.timezone_id`, zone, list, context);
  if (enabled || week != null) weekIssues(`${path}.weekly_operating_hours`, week, list);
  if (holidays != null)
    holidayIssues(`${path}.holiday_schedule`, holidays, todayIn(zone, context.now()), list);
}

function zoneIssues(path: string, zone: unknown, list: IssueList, context: RuleContext): void {
  if (typeof zone !== 'string' || zone === '')
    return list.add(path, 'must be an IANA name such as Europe/Berlin');
  // Meta's list of time zones is its own, so this is only a doubt.
  if (todayIn(zone, 0) === undefined) context.warn(`${path} is no time zone that this process knows`);
}

function weekIssues(path: string, week: unknown, list: IssueList): void {
  if (!list.list(path, week, WEEK)) return;
  const spans = week.flatMap((entry, index): Span[] => {
    const at = `${path}[${index}]`;
    const { day_of_week: day, open_time: from, close_time: to } = membersOf(entry);
    list.oneOf(`${at}.day_of_week`, day, DAYS);
    const named = typeof day === 'string' ? day : `entry ${index}`;
    return spanIssues({ path: at, day: named, from, to }, ['open_time', 'close_time'], list);
  });
  togetherIssues(path, spans, list);
}

function holidayIssues(path: string, holidays: unknown, today: string | undefined, list: IssueList): void {
  if (!list.list(path, holidays, HOLIDAYS)) return;
  const spans = holidays.flatMap((entry, index): Span[] => {
    const at = `${path}[${index}]`;
    const { date, start_time: from, end_time: to } = membersOf(entry);
    if (!isRealDate(date)) {
      list.add(`${at}.date`, 'must be a date that exists, as YYYY-MM-DD');
      return [];
    }
    if (today !== undefined && date < today) list.add(`${at}.date`, `is in the past (${date}): leave it out`);
    return spanIssues({ path: at, day: date, from, to }, ['start_time', 'end_time'], list);
  });
  togetherIssues(path, spans, list);
}

/** The span if it is one, else issues. */
function spanIssues(
  { path, day, from, to }: { path: string; day: string; from: unknown; to: unknown },
  names: readonly [string, string],
  list: IssueList,
): Span[] {
  const opens = isTime(from);
  const closes = isTime(to) || to === '2400';
  if (!opens) list.add(`${path}.${names[0]}`, `of ${day} must be a time as HHMM, 0000 to 2359`);
  if (!closes) list.add(`${path}.${names[1]}`, `of ${day} must be a time as HHMM, 0000 to 2359`);
  if (!opens || !closes) return [];
  if (from < to) return [{ path, day, from, to }];
  list.add(path, `${day}: ${names[0]} must be before ${names[1]}`);
  return [];
}

/** What the spans of one day are wrong about together. */
function togetherIssues(path: string, spans: readonly Span[], list: IssueList): void {
  for (const [day, ofDay] of byDay(spans)) {
    if (ofDay.length > SPANS_A_DAY)
      list.add(path, `${day} has ${ofDay.length} entries, at most ${SPANS_A_DAY} are allowed`);
    const inOrder = [...ofDay].sort((a, b) => a.from.localeCompare(b.from));
    for (const [index, span] of inOrder.entries()) {
      const next = inOrder[index + 1];
      if (next && next.from < span.to) list.add(next.path, `${day}: overlaps ${span.path}`);
    }
  }
}

function byDay(spans: readonly Span[]): Map<string, Span[]> {
  const days = new Map<string, Span[]>();
  for (const span of spans) days.set(span.day, [...(days.get(span.day) ?? []), span]);
  return days;
}

/** 24 hours, as `HHMM`. */
function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(value);
}

/** `YYYY-MM-DD`, and in the calendar. */
function isRealDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
