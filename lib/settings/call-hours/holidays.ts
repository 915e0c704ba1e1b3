import type { HolidaySchedule } from '../../wire/settings/call-hours';
import { todayIn } from './time-zone';

/**
 * The holidays that are not over, by the calendar of the business.
 * @param now milliseconds since the Unix epoch
 */
export function comingHolidays(
  holidays: readonly HolidaySchedule[],
  timeZone: string | undefined,
  now: number,
): HolidaySchedule[] {
  // A zone that this process does not know: nothing is dropped that may be today somewhere on earth.
  const today = todayIn(timeZone, now) ?? todayIn('Etc/GMT+12', now) ?? '';
  return holidays.filter(({ date }) => date >= today);
}
