/**
 * The date in a time zone, as `YYYY-MM-DD`; undefined for a zone that this process does not know.
 * @param now milliseconds since the Unix epoch
 */
export function todayIn(timeZone: unknown, now: number): string | undefined {
  if (typeof timeZone !== 'string' || timeZone === '') return undefined;
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(now);
    const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  } catch {
    return undefined;
  }
}
