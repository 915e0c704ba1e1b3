import { PayloadValidationError } from '../../errors/payload-validation.error';
import type { DayOfWeek, HolidaySchedule, WeeklyOperatingHours } from '../../wire/settings/call-hours';

const WORKDAYS: readonly DayOfWeek[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];

/** Makes the hours of one day. @publicApi */
export type DayHours = (open: string, close: string) => WeeklyOperatingHours;

/**
 * Opening hours of one day, with times as `0900` or `09:00`; `24:00` becomes `2359`. Give a day twice for a break in
 * between.
 * @example [weekday('MONDAY', '0900', '1200'), weekday('MONDAY', '13:00', '17:30')]
 * @throws PayloadValidationError for what is no time
 * @publicApi
 */
export function weekday(day: DayOfWeek, open: string, close: string): WeeklyOperatingHours {
  return { day_of_week: day, open_time: wireTime(open, day), close_time: wireTime(close, day) };
}

const on =
  (day: DayOfWeek): DayHours =>
  (open, close) =>
    weekday(day, open, close);

/** Opening hours of Mondays. @publicApi */
export const monday = on('MONDAY');
/** Opening hours of Tuesdays. @publicApi */
export const tuesday = on('TUESDAY');
/** Opening hours of Wednesdays. @publicApi */
export const wednesday = on('WEDNESDAY');
/** Opening hours of Thursdays. @publicApi */
export const thursday = on('THURSDAY');
/** Opening hours of Fridays. @publicApi */
export const friday = on('FRIDAY');
/** Opening hours of Saturdays. @publicApi */
export const saturday = on('SATURDAY');
/** Opening hours of Sundays. @publicApi */
export const sunday = on('SUNDAY');

/** The same opening hours from Monday to Friday. @publicApi */
export function weekdays(open: string, close: string): WeeklyOperatingHours[] {
  return WORKDAYS.map((day) => weekday(day, open, close));
}

/** The same opening hours on all seven days. @publicApi */
export function everyDay(open: string, close: string): WeeklyOperatingHours[] {
  return [...weekdays(open, close), saturday(open, close), sunday(open, close)];
}

/**
 * An exception from the week on one date, the whole day unless times are given.
 * @param date `YYYY-MM-DD`, or the date that a `Date` shows in UTC
 * @throws PayloadValidationError for what is no time
 * @publicApi
 */
export function holiday(date: string | Date, start = '0000', end = '2359'): HolidaySchedule {
  const day = typeof date === 'string' ? date : date.toISOString().slice(0, 10);
  return { date: day, start_time: wireTime(start, day), end_time: wireTime(end, day) };
}

function wireTime(time: string, day: string): string {
  const [, hours, minutes] = /^(\d\d):?(\d\d)$/.exec(time) ?? [];
  if (hours === '24' && minutes === '00') return '2359';
  if (hours !== undefined && minutes !== undefined && hours < '24' && minutes < '60') return hours + minutes;
  throw new PayloadValidationError('call hours', [
    { path: day, message: 'has a time that is neither HHMM nor HH:MM, 00:00 to 24:00' },
  ]);
}
