import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import type { AnalyticsArguments } from './analytics-arguments';
import { periodOf } from './analytics-period';
import { countryOfPhone } from './calling-codes';
import { metricsOf, pivot } from './pivot';
import type { Dimension } from './pivot';
import { callRate, money } from './rates';

const DIRECTIONS = ['USER_INITIATED', 'BUSINESS_INITIATED', 'UNKNOWN'];
const TIER = '0:MAX';

interface CallFact {
  readonly at: number;
  readonly phone: string;
  readonly country: string | undefined;
  readonly direction: string;
  readonly seconds: number;
  readonly cost: number;
}

const DIMENSIONS: readonly Dimension<CallFact>[] = [
  { name: 'PHONE', member: 'phone_number', of: ({ phone }) => phone },
  { name: 'DIRECTION', member: 'direction', of: ({ direction }) => direction },
  { name: 'COUNTRY', member: 'country', of: ({ country }) => country },
  { name: 'TIER', member: 'tier', of: () => TIER },
];

/** `call_analytics`: the calls that were taken and are over. */
export function callAnalytics(args: AnalyticsArguments, wabaId: string, state: EmulatorState): JsonObject {
  const period = periodOf(args, ['HALF_HOUR', 'DAILY', 'MONTHLY']);
  const names = args.among(
    'dimensions',
    DIMENSIONS.map(({ name }) => name),
  );
  const metrics = args.among('metric_types', ['COUNT', 'COST', 'AVERAGE_DURATION']);
  const directions = args.among('directions', DIRECTIONS);
  const [ofPhone, ofCountry, ofTier] = ['phone_numbers', 'country_codes', 'tiers'].map((name) =>
    args.filter(name),
  );
  const facts = callFacts(state, wabaId).filter(
    ({ phone, country, direction }) =>
      (directions.size === 0 || directions.has(direction)) &&
      ofPhone?.(phone) &&
      ofCountry?.(country) &&
      ofTier?.(TIER),
  );
  const dimensions = DIMENSIONS.filter(({ name }) => names.has(name));
  return {
    granularity: period.granularity,
    directions: directions.size > 0 ? [...directions] : DIRECTIONS,
    data_points: pivot(facts, period, dimensions, (own) =>
      metricsOf(metrics, {
        count: own.length,
        cost: money(own.reduce((sum, { cost }) => sum + cost, 0)),
        average_duration: Math.round(own.reduce((sum, { seconds }) => sum + seconds, 0) / own.length),
      }),
    ),
  };
}

function callFacts(state: EmulatorState, wabaId: string): CallFact[] {
  return [...state.calling.calls.values()].flatMap((call) => {
    const { acceptedAt, endedAt, number, user, direction } = call;
    if (number.wabaId !== wabaId || acceptedAt === undefined || endedAt === undefined) return [];
    const seconds = Math.floor(endedAt / 1000) - Math.floor(acceptedAt / 1000);
    return {
      at: call.startedAt,
      phone: number.displayPhoneNumber,
      country: user.phone === undefined ? user.userId.slice(0, 2) : countryOfPhone(user.phone)?.country,
      direction,
      seconds,
      cost: direction === 'BUSINESS_INITIATED' ? callRate(seconds) : 0,
    };
  });
}
