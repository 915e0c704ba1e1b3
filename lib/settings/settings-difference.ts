import type { PayloadIssue } from '../errors/payload-validation.error';
import { PayloadValidationError } from '../errors/payload-validation.error';
import type { CallHours } from '../wire/settings/call-hours';
import type { PhoneNumberSettings, PhoneNumberSettingsChange } from '../wire/settings/phone-number-settings';
import { READ_ONLY_CALLING } from './builders/settings.builder';
import { comingHolidays } from './call-hours/holidays';

type Members = Record<string, unknown>;

/** Objects of which a request may hold some members only; all others are sent as a whole. */
const MERGED: ReadonlySet<string> = new Set(['calling', 'calling.sip', 'calling.audio']);

const READ_ONLY: ReadonlySet<string> = new Set([
  ...READ_ONLY_CALLING.map((name) => `calling.${name}`),
  'calling.audio.status',
]);

/**
 * The least change that leads from one state to another: features that are equal are left out, and so are equal members
 * of `calling`, which Meta keeps as they are.
 * @param now milliseconds since the Unix epoch
 * @throws PayloadValidationError when a member was taken away, which no request can do, or is read-only
 */
export function settingsDifference(
  before: PhoneNumberSettings,
  after: PhoneNumberSettings,
  now: number,
): PhoneNumberSettingsChange {
  const issues: PayloadIssue[] = [];
  const change = difference('', before as Members, after as Members, issues);
  if (issues.length > 0) throw new PayloadValidationError('settings', issues);
  const { calling } = change as { calling?: { call_hours?: CallHours } };
  if (calling?.call_hours) {
    calling.call_hours = withoutOldHolidays(calling.call_hours, before.calling?.call_hours, now);
  }
  return change;
}

function difference(path: string, before: Members, after: Members, issues: PayloadIssue[]): Members {
  const change: Members = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]];
    if (same(was, is)) continue;
    const at = path === '' ? name : `${path}.${name}`;
    if (is === undefined || is === null) {
      issues.push({ path: at, message: 'cannot be taken away: Meta keeps what a request leaves out' });
    } else if (READ_ONLY.has(at)) {
      issues.push({ path: at, message: 'is read-only' });
    } else {
      change[name] = MERGED.has(at) ? difference(at, membersOf(was), membersOf(is), issues) : is;
    }
  }
  return change;
}

/** Meta refuses dates that have passed, also those that it has stored itself. */
function withoutOldHolidays(hours: CallHours, before: CallHours | undefined, now: number): CallHours {
  const { holiday_schedule: holidays = [] } = hours;
  const coming = comingHolidays(holidays, hours.timezone_id, now);
  const stored = (before?.holiday_schedule ?? []).map((holiday) => holiday.date);
  const kept = holidays.filter((holiday) => coming.includes(holiday) || !stored.includes(holiday.date));
  // Written out even when it is empty: this is how holidays are taken away.
  return { ...hours, holiday_schedule: kept };
}

/** Whether two values are the same JSON. What JSON does not show, such as a password, does not count. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => same((a as Members)[name], (b as Members)[name]));
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}
