/** Header values as HTTP clients give them, by lower-case name. */
export type HeaderValues = Readonly<Record<string, string | readonly string[] | undefined>>;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * Wait that `Retry-After` asks for (seconds or a date), milliseconds.
 * @param now Milliseconds since the epoch, to turn a date into a wait.
 */
export function retryAfterHeader(headers: HeaderValues, now: number): number | undefined {
  const value = first(headers['retry-after'])?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * Wait that Meta's usage header asks for, milliseconds. `estimated_time_to_regain_access` is in minutes, and 0 when
 * there is nothing to wait for.
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export function usageHeader(headers: HeaderValues): number | undefined {
  let usage: unknown;
  try {
    usage = JSON.parse(first(headers['x-business-use-case-usage']) ?? 'null');
  } catch {
    return undefined;
  }
  if (typeof usage !== 'object' || usage === null) return undefined;
  let minutes = 0;
  for (const entry of Object.values(usage).flat() as unknown[]) {
    const estimate = Number(
      (entry as { estimated_time_to_regain_access?: unknown } | null)?.estimated_time_to_regain_access,
    );
    if (estimate > minutes && Number.isFinite(estimate)) minutes = estimate;
  }
  return minutes > 0 ? minutes * MINUTE : undefined;
}

const units: Readonly<Record<string, number>> = { second: 1000, minute: MINUTE, hour: 60 * MINUTE, day: DAY };

/**
 * Wait that an explanation in words names, milliseconds: an ISO date and time, a Unix time in seconds, or a phrase like
 * `try again in 5 minutes`. Meta does not document the wording, so `undefined` is a usual answer.
 */
export function retryAfterInText(text: string | undefined, now: number): number | undefined {
  if (!text) return undefined;
  const iso = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/.exec(text)?.[0];
  if (iso !== undefined)
    return untilTime(Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`), now);
  const unix = /\b\d{10}\b/.exec(text)?.[0];
  if (unix !== undefined) return untilTime(Number(unix) * 1000, now);
  const phrase = /\b(?:after|wait|wait for|again in) (\d{1,5}) (second|minute|hour|day)s?\b/i.exec(text);
  const unit = units[phrase?.[2]?.toLowerCase() ?? ''];
  return unit === undefined ? undefined : Number(phrase?.[1]) * unit;
}

/** A time further away than a month is no answer to "when may I try again": it is some other number. */
function untilTime(time: number, now: number): number | undefined {
  return time > now && time - now < 31 * DAY ? time - now : undefined;
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
