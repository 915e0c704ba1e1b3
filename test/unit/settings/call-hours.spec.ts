import fc from 'fast-check';
import {
  everyDay,
  friday,
  holiday,
  monday,
  saturday,
  sunday,
  thursday,
  tuesday,
  wednesday,
  weekday,
  weekdays,
} from '../../../lib/settings/call-hours/hours';
import { todayIn } from '../../../lib/settings/call-hours/time-zone';
import { settingsIssues } from '../../../lib/settings/rules/settings.rule';
import type { CallHours } from '../../../lib/wire/settings/call-hours';

/** 10 January 2026, 23:30 UTC: in Berlin it is the 11th already. */
const NOW = Date.UTC(2026, 0, 10, 23, 30);
const HOURS: CallHours = {
  status: 'ENABLED',
  timezone_id: 'America/Manaus',
  weekly_operating_hours: [monday('0400', '1020'), tuesday('0108', '1020')],
};

function issues(hours: unknown, warn: (message: string) => void = () => undefined): string[] {
  return settingsIssues({ calling: { call_hours: hours } }, { now: () => NOW, warn }).map(
    ({ path, message }) => `${path.replace('calling.call_hours.', '')}: ${message}`,
  );
}

const week = (...weekly_operating_hours: unknown[]) => ({ ...HOURS, weekly_operating_hours });
const holidays = (...holiday_schedule: unknown[]) => ({ ...HOURS, holiday_schedule });

describe('call hours', () => {
  it("S0 CallHours: Meta's example is fine", () => {
    expect(issues({ ...HOURS, holiday_schedule: [holiday('2026-01-11')] })).toEqual([]);
  });

  it('S0 rule: entries per day: at most 2', () => {
    const three = [monday('0800', '0900'), monday('1000', '1100'), monday('1200', '1300')];
    expect(issues(week(...three, friday('0900', '1700')))).toEqual([
      'weekly_operating_hours: MONDAY has 3 entries, at most 2 are allowed',
    ]);
    expect(issues(week(monday('0800', '0900'), monday('1000', '1100')))).toEqual([]);
  });

  it('S0 rule: order: open_time must be before close_time', () => {
    expect(issues(week(monday('0900', '1700'), saturday('1700', '0900'), sunday('1200', '1200')))).toEqual([
      'weekly_operating_hours[1]: SATURDAY: open_time must be before close_time',
      'weekly_operating_hours[2]: SUNDAY: open_time must be before close_time',
    ]);
  });

  it('S0 rule: overlap: entries of one day must not; ends may touch', () => {
    expect(issues(week(monday('1200', '1700'), tuesday('0900', '1300'), monday('0900', '1201')))).toEqual([
      'weekly_operating_hours[0]: MONDAY: overlaps weekly_operating_hours[2]'.replace(
        'overlaps ',
        'overlaps calling.call_hours.',
      ),
    ]);
    expect(issues(week(monday('1200', '1700'), monday('0900', '1200')))).toEqual([]);
  });

  it('S0 CallHours: finds exactly the weeks that Meta would take, by a model of minutes', () => {
    const time = fc
      .tuple(fc.integer({ min: 8, max: 11 }), fc.constantFrom(0, 30))
      .map(([h, m]) => `${String(h).padStart(2, '0')}${String(m).padStart(2, '0')}`);
    const entry = fc.tuple(fc.constantFrom(monday, tuesday), time, time).map(([day, a, b]) => day(a, b));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        const fine = ['MONDAY', 'TUESDAY'].every((day) => {
          const spans = entries.filter(({ day_of_week }) => day_of_week === day);
          const minutes = new Map<number, number>();
          for (const { open_time, close_time } of spans)
            for (let at = Number(open_time); at < Number(close_time); at++)
              minutes.set(at, (minutes.get(at) ?? 0) + 1);
          const single = [...minutes.values()].every((count) => count === 1);
          return spans.length <= 2 && single && spans.every((s) => s.open_time < s.close_time);
        });
        expect(issues(week(...entries)).length === 0).toBe(fine);
      }),
    );
  });

  it('S0 CallHours.status: ENABLED needs the rest, DISABLED means open at any time', () => {
    expect(issues({ status: 'DISABLED' })).toEqual([]);
    expect(issues({ status: 'ENABLED' })).toEqual([
      'timezone_id: must be an IANA name such as Europe/Berlin',
      'weekly_operating_hours: must be an array',
    ]);
    expect(issues({ status: 'enabled' })).toEqual(['status: must be one of ENABLED, DISABLED']);
    expect(issues(week())).toEqual(['weekly_operating_hours: must have at least 1 item, has 0']);
    expect(issues('0900-1700')).toEqual(['calling.call_hours: must be an object']);
  });

  it('S0 CallHours.timezone_id: only doubts a zone that this process does not know', () => {
    const warn = jest.fn();
    expect(issues({ ...HOURS, timezone_id: 'Europe/Atlantis' }, warn)).toEqual([]);
    expect(warn).toHaveBeenCalledWith(
      'calling.call_hours.timezone_id is no time zone that this process knows',
    );
    expect(issues({ ...HOURS, timezone_id: '' })).toHaveLength(1);
  });

  it('S0 CallHours.weekly_operating_hours and WeekDay.day_of_week: names the entry that has no day', () => {
    expect(issues(week({ day_of_week: 'FUNDAY', open_time: '0900', close_time: '1000' }, null))).toEqual([
      expect.stringContaining('weekly_operating_hours[0].day_of_week: must be one of MONDAY'),
      expect.stringContaining('weekly_operating_hours[1].day_of_week: must be one of MONDAY'),
      expect.stringContaining('weekly_operating_hours[1].open_time: of entry 1 must be a time'),
      expect.stringContaining('weekly_operating_hours[1].close_time: of entry 1 must be a time'),
    ]);
  });

  it.each(['9:00', '0960', '2400', '900', 'noon', 900, undefined])(
    'S0 WeekDay.open_time: HHMM, not %s',
    (open_time) => {
      expect(issues(week({ day_of_week: 'MONDAY', open_time, close_time: '2359' }))).toEqual([
        'weekly_operating_hours[0].open_time: of MONDAY must be a time as HHMM, 0000 to 2359',
      ]);
    },
  );

  it('S0 WeekDay.close_time: HHMM; the end of the day as Meta may tell it is taken', () => {
    const until = (close_time: unknown) =>
      issues(week({ day_of_week: 'MONDAY', open_time: '0000', close_time }));
    expect([until('2359'), until('2400')]).toEqual([[], []]);
    expect(until('2401')).toHaveLength(1);
  });

  it('S0 CallHours.holiday_schedule: at most 20', () => {
    const many = Array.from({ length: 21 }, (_, n) => holiday(new Date(Date.UTC(2026, 1, 1 + n))));
    expect(issues(holidays(...many))).toEqual(['holiday_schedule: must have at most 20 items, has 21']);
    expect(issues(holidays(...many.slice(1)))).toEqual([]);
    expect(issues(holidays())).toEqual([]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '25.12.2026', 20261225, undefined])(
    'S0 HolidaySchedule.date: a real date, not %s',
    (date) => {
      expect(issues(holidays({ date, start_time: '0000', end_time: '2359' }))).toEqual([
        'holiday_schedule[0].date: must be a date that exists, as YYYY-MM-DD',
      ]);
    },
  );

  it('S0 HolidaySchedule.date: Meta refuses the past, by the calendar of the business', () => {
    const past = (timezone_id: string) => issues({ ...holidays(holiday('2026-01-10')), timezone_id });
    expect(past('America/Manaus')).toEqual([]);
    expect(past('Europe/Berlin')).toEqual([
      'holiday_schedule[0].date: is in the past (2026-01-10): leave it out',
    ]);
    expect(issues(holidays(holiday('2028-02-29')))).toEqual([]);
  });

  it('S0 HolidaySchedule.start_time and .end_time: HHMM, in order, not overlapping', () => {
    const at = (start_time: unknown, end_time: unknown) => ({ date: '2026-12-25', start_time, end_time });
    expect(issues(holidays(at('24:00', '1200')))).toEqual([
      'holiday_schedule[0].start_time: of 2026-12-25 must be a time as HHMM, 0000 to 2359',
    ]);
    expect(issues(holidays(at('1200', '1200')))).toEqual([
      'holiday_schedule[0]: 2026-12-25: start_time must be before end_time',
    ]);
    expect(issues(holidays(at('0000', '1200'), at('1100', '2359')))).toEqual([
      'holiday_schedule[1]: 2026-12-25: overlaps calling.call_hours.holiday_schedule[0]',
    ]);
    expect(issues(holidays(at('0000', '1200'), at('1300', '2359')))).toEqual([]);
    expect(issues(holidays(holiday('2026-12-25'), holiday('2026-12-25')))).toHaveLength(1);
  });
});

describe('helpers for days', () => {
  it('S0 WeekDay: weekday takes a day and times with or without a colon', () => {
    expect(weekday('MONDAY', '0900', '17:00')).toEqual({
      day_of_week: 'MONDAY',
      open_time: '0900',
      close_time: '1700',
    });
  });

  it('S0 Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday: one helper for each day', () => {
    const days = [monday, tuesday, wednesday, thursday, friday, saturday, sunday];
    expect(days.map((day) => day('09:00', '17:00').day_of_week)).toEqual([
      'MONDAY',
      'TUESDAY',
      'WEDNESDAY',
      'THURSDAY',
      'FRIDAY',
      'SATURDAY',
      'SUNDAY',
    ]);
    expect(everyDay('0900', '1700').map(({ day_of_week }) => day_of_week)).toEqual(
      days.map((day) => day('0900', '1700').day_of_week),
    );
    expect(weekdays('0900', '1700')).toHaveLength(5);
  });

  it('S0 HolidaySchedule: holiday takes a date as text or as Date, the whole day by default', () => {
    expect(holiday('2026-12-25')).toEqual({ date: '2026-12-25', start_time: '0000', end_time: '2359' });
    expect(holiday(new Date('2026-12-24T23:00:00Z'), '12:00', '24:00')).toEqual({
      date: '2026-12-24',
      start_time: '1200',
      end_time: '2359',
    });
  });

  it.each(['9', '25:00', '24:01', '12:60', ''])('refuse what is no time: %s', (time) => {
    expect(() => monday('0900', time)).toThrow('MONDAY: has a time that is neither HHMM nor HH:MM');
  });
});

describe('todayIn', () => {
  it('tells the date of a zone', () => {
    expect([todayIn('Europe/Berlin', NOW), todayIn('America/Manaus', NOW)]).toEqual([
      '2026-01-11',
      '2026-01-10',
    ]);
    expect([todayIn('Nowhere', NOW), todayIn(undefined, NOW), todayIn('', NOW)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
