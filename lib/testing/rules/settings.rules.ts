import type { Feature } from '../calls/number-settings';
import { objectsOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { all, bool, date, integer, list, object, oneOf, pattern, someText, text } from './checks';
import { firstProblem, may, need } from './rule';
import type { Rule } from './rule';

const SWITCH = oneOf('ENABLED', 'DISABLED');
const TIME = pattern(/^(?:[01]\d|2[0-3])[0-5]\d$/, 'a time as HHMM');
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

const CALLING: readonly Rule[] = [
  may('status', SWITCH),
  may('call_icon_visibility', oneOf('DEFAULT', 'DISABLE_ALL')),
  may('callback_permission_status', SWITCH),
  may('srtp_key_exchange_protocol', oneOf('DTLS', 'SDES')),
  may('call_icons', object),
  need('call_icons.restrict_to_user_countries', list(0, 300)),
  may('call_icons.restrict_to_user_countries[]', pattern(/^[A-Z]{2}$/, 'an ISO country code')),
  may('sip', object),
  may('sip.status', SWITCH),
  may('sip.servers', list(0, 1)),
  need('sip.servers[].hostname', pattern(/^[a-z0-9.-]+$/i, 'a host name')),
  may('sip.servers[].port', integer(1, 65_535)),
  may('audio', object),
  may('audio.additional_codecs[]', oneOf('PCMA', 'PCMU')),
  may('video', object),
  need('video.status', SWITCH),
  may('voicemail', object),
  need('voicemail.status', SWITCH),
  may('voicemail.audio.default.timeout_seconds', integer(0, 30)),
  may('call_hours', object),
  need('call_hours.status', SWITCH),
];

const OPEN_HOURS: readonly Rule[] = [
  need('call_hours.timezone_id', all(someText, timeZone)),
  need('call_hours.weekly_operating_hours', list(1, 14)),
];

const HOURS: readonly Rule[] = [
  may('call_hours.timezone_id', timeZone),
  need('call_hours.weekly_operating_hours[].day_of_week', oneOf(...DAYS)),
  need('call_hours.weekly_operating_hours[].open_time', TIME),
  need('call_hours.weekly_operating_hours[].close_time', TIME),
  may('call_hours.holiday_schedule', list(0, 20)),
  need('call_hours.holiday_schedule[].date', date),
  need('call_hours.holiday_schedule[].start_time', TIME),
  need('call_hours.holiday_schedule[].end_time', TIME),
];

const STORAGE: Readonly<Record<string, readonly Rule[]>> = {
  DEFAULT: [],
  IN_COUNTRY_STORAGE_ENABLED: [need('data_localization_region', text(2, 2))],
  NO_STORAGE_ENABLED: [need('retention_minutes', integer(1, 1_000_000))],
};

/** Why Meta would refuse a change of settings. */
export function settingsProblem(feature: Feature, change: JsonObject, now: number): string | undefined {
  switch (feature) {
    case 'calling':
      return callingProblem(change, now);
    case 'storage_configuration':
      return (
        problemOf(change, [need('status', oneOf(...Object.keys(STORAGE)))]) ??
        problemOf(change, STORAGE[String(change['status'])] ?? [])
      );
    case 'user_identity_change':
      return problemOf(change, [need('enable_identity_key_check', bool)]);
    case 'payload_encryption':
      return problemOf(change, [
        need('status', SWITCH),
        ...(change['status'] === 'ENABLED' ? [need('client_encryption_key', someText)] : []),
      ]);
  }
}

function problemOf(body: JsonObject, rules: readonly Rule[]): string | undefined {
  return firstProblem(body, rules)?.details;
}

function callingProblem(calling: JsonObject, now: number): string | undefined {
  const hours = calling['call_hours'] as JsonObject | undefined;
  const enabled = hours?.['status'] === 'ENABLED';
  const rules = [...CALLING, ...(enabled ? OPEN_HOURS : []), ...(hours === undefined ? [] : HOURS)];
  return problemOf(calling, rules) ?? (hours && scheduleProblem(hours, now));
}

function scheduleProblem(hours: JsonObject, now: number): string | undefined {
  const week = objectsOf(hours['weekly_operating_hours']);
  const holidays = objectsOf(hours['holiday_schedule']);
  const zone = hours['timezone_id'];
  const today = new Intl.DateTimeFormat('sv-SE', {
    timeZone: typeof zone === 'string' ? zone : 'UTC',
  }).format(now);
  if (holidays.some((holiday) => String(holiday['date']) < today))
    return 'Holiday given in call_hours is a past date';
  return (
    dayProblem(week, 'day_of_week', 'open_time', 'close_time') ??
    dayProblem(holidays, 'date', 'start_time', 'end_time')
  );
}

function dayProblem(spans: readonly JsonObject[], day: string, from: string, to: string): string | undefined {
  for (const name of new Set(spans.map((span) => span[day]))) {
    const ofDay = spans
      .filter((span) => span[day] === name)
      .map((span) => ({ from: String(span[from]), to: String(span[to]) }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    if (ofDay.length > 2) return 'More than 2 entries not allowed in a schedule of call_hours';
    if (ofDay.some((span) => span.from >= span.to)) return 'Invalid schedule for call_hours';
    if (ofDay.some((span, index) => index > 0 && span.from < (ofDay[index - 1]?.to ?? '')))
      return 'Overlapping schedule in call_hours is not allowed';
  }
  return undefined;
}

function timeZone(value: unknown): string | undefined {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: String(value) });
    return undefined;
  } catch {
    return 'is no time zone';
  }
}
