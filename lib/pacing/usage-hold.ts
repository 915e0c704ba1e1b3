type Headers = Readonly<Record<string, string>>;

const MINUTE = 60_000;

/** Counters of a usage header, in per cent of what the hour allows. */
const COUNTERS = ['call_count', 'total_time', 'total_cputime'] as const;

/**
 * How long Meta wants no further sends, as the headers of an answer say, milliseconds; 0 when it does not mind. A budget
 * that is used up holds for the minutes that Meta estimates, else for one. Budgets of other things than messages, such
 * as the management of templates, do not count.
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export function usageHold(headers: Headers): number {
  const app = headers['x-app-usage'];
  const business = headers['x-business-use-case-usage'];
  if (app === undefined && business === undefined) return 0;
  const entries = [read(app), ...Object.values(read(business)).flat().filter(isMessaging)];
  return Math.max(0, ...entries.map(holdOf));
}

function holdOf(entry: unknown): number {
  if (!isRecord(entry)) return 0;
  const minutes = Number(entry['estimated_time_to_regain_access']);
  if (minutes > 0 && Number.isFinite(minutes)) return minutes * MINUTE;
  return COUNTERS.some((counter) => Number(entry[counter]) >= 100) ? MINUTE : 0;
}

/** Meta does not document the name of the budget; those seen are `messages` and `whatsapp_messages`. */
function isMessaging(entry: unknown): boolean {
  return isRecord(entry) && /messag/i.test(String(entry['type']));
}

function read(header: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(header ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
