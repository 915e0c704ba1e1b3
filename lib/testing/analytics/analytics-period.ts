import { requireThat } from '../server/required';
import type { AnalyticsArguments } from './analytics-arguments';

const HALF_HOUR_MS = 30 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Start and end of what a point counts, Unix seconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The time that an analysis covers, and how it is cut. */
export interface AnalyticsPeriod {
  readonly granularity: string;
  /** Whether a time, milliseconds since the Unix epoch, lies in it. */
  covers(at: number): boolean;
  /** The cut that a time lies in. Days and months are those of UTC. */
  spanOf(at: number): Span;
}

/** Reads `start`, `end` and `granularity`. Days are taken in place of seconds where they are written so. */
export function periodOf(args: AnalyticsArguments, granularities: readonly string[]): AnalyticsPeriod {
  const granularity = args.text('granularity').toUpperCase();
  requireThat(
    granularities.includes(granularity),
    `granularity must be one of {${granularities.join(', ')}}`,
  );
  const start = timeOf('start', args.text('start'));
  const end = timeOf('end', args.text('end'));
  requireThat(start < end, 'start must be before end');
  return {
    granularity,
    covers: (at) => at >= start && at < end,
    spanOf: (at) => spanOf(at, granularity),
  };
}

function timeOf(name: string, text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? Date.parse(text)
    : /^\d+$/.test(text)
      ? Number(text) * 1000
      : NaN;
  requireThat(!Number.isNaN(ms), `${name} must be a time in Unix seconds`);
  return ms;
}

function spanOf(at: number, granularity: string): Span {
  if (granularity.startsWith('MONTH')) {
    const date = new Date(at);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    return { start: Date.UTC(year, month) / 1000, end: Date.UTC(year, month + 1) / 1000 };
  }
  const size = granularity === 'HALF_HOUR' ? HALF_HOUR_MS : DAY_MS;
  const start = Math.floor(at / size) * size;
  return { start: start / 1000, end: (start + size) / 1000 };
}
