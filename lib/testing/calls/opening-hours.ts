import { isObject, objectsOf } from '../model/json';
import type { JsonObject } from '../model/json';

/** Whether users can call, by the call hours that were set. */
export function isOpen(hours: unknown, now: number): boolean {
  if (!isObject(hours) || hours['status'] !== 'ENABLED') return true;
  const { date, day, time } = localTime(String(hours['timezone_id']), now);
  const within = (span: JsonObject, from: string, to: string): boolean =>
    String(span[from]) <= time && time < endOf(span[to]);
  const isHoliday = objectsOf(hours['holiday_schedule']).some(
    (holiday) => holiday['date'] === date && within(holiday, 'start_time', 'end_time'),
  );
  if (isHoliday) return false;
  return objectsOf(hours['weekly_operating_hours']).some(
    (span) => span['day_of_week'] === day && within(span, 'open_time', 'close_time'),
  );
}

/** `2359` means the whole last minute. */
function endOf(time: unknown): string {
  return time === '2359' ? '2400' : String(time);
}

function localTime(timeZone: string, now: number): { date: string; day: string; time: string } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    day: String(parts['weekday']).toUpperCase(),
    time: `${parts['hour']}${parts['minute']}`,
  };
}
