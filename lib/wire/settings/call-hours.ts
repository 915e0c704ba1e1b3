import type { Open } from '../inbound/common';

/** A day of the week. */
export type DayOfWeek = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';

/** One span of opening hours. At most two a day, which must not overlap. */
export interface WeeklyOperatingHours {
  day_of_week: DayOfWeek;
  /** `HHMM`, 24 hours, e.g. `0900`. */
  open_time: string;
  /** `HHMM`, after `open_time`, e.g. `1730`. */
  close_time: string;
}

/** A date on which other hours apply than in the week. At most 20. */
export interface HolidaySchedule {
  /** `YYYY-MM-DD`, not in the past. */
  date: string;
  /** `HHMM`; `0000` is midnight. */
  start_time: string;
  /** `HHMM`, after `start_time`; `2359` is the end of the day. */
  end_time: string;
}

/**
 * When users can call. A write replaces everything that was stored before: a `holiday_schedule` that is left out is
 * erased.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings#call-hours
 */
export interface CallHours {
  /** `DISABLED`: users can call at any time. */
  status: Open<'ENABLED' | 'DISABLED'>;
  /** IANA name, e.g. `Europe/Berlin`. */
  timezone_id?: string;
  weekly_operating_hours?: WeeklyOperatingHours[];
  holiday_schedule?: HolidaySchedule[];
}
