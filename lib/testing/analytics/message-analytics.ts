import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import type { AnalyticsArguments } from './analytics-arguments';
import { periodOf } from './analytics-period';
import { countryOfPhone } from './calling-codes';
import { messageFacts } from './message-facts';
import type { MessageFact } from './message-facts';
import { metricsOf, pivot } from './pivot';
import type { Dimension } from './pivot';
import { money } from './rates';

const PRICED_BY = ['HALF_HOUR', 'DAILY', 'MONTHLY'];
const TIER = '0:MAX';
const INCOMING = '100';

const PHONE: Dimension<MessageFact> = { name: 'PHONE', member: 'phone_number', of: ({ phone }) => phone };
const COUNTRY: Dimension<MessageFact> = { name: 'COUNTRY', member: 'country', of: ({ country }) => country };

const PRICING_DIMENSIONS: readonly Dimension<MessageFact>[] = [
  PHONE,
  COUNTRY,
  { name: 'TIER', member: 'tier', of: () => TIER },
  { name: 'PRICING_TYPE', member: 'pricing_type', of: ({ pricingType }) => pricingType },
  { name: 'PRICING_CATEGORY', member: 'pricing_category', of: ({ category }) => category },
];

/** `analytics`: messages sent and delivered; incoming ones where they are asked for. */
export function messagingAnalytics(
  args: AnalyticsArguments,
  wabaId: string,
  state: EmulatorState,
): JsonObject {
  const period = periodOf(args, ['HALF_HOUR', 'DAY', 'MONTH']);
  const types = args.among('product_types', ['0', '2', INCOMING]);
  const [ofPhone, ofCountry] = [args.filter('phone_numbers'), args.filter('country_codes')];
  const wanted = ({ isTemplate }: MessageFact): boolean =>
    types.size === 0 || types.has(isTemplate ? '0' : '2');
  const facts = [
    ...messageFacts(state, wabaId).filter(wanted),
    ...(types.has(INCOMING) ? incoming(state, wabaId) : []),
  ].filter(({ phone, country }) => ofPhone(phone) && ofCountry(country));
  return {
    phone_numbers: [...new Set(facts.map(({ phone }) => phone))],
    country_codes: [...new Set(facts.flatMap(({ country }) => country ?? []))],
    granularity: period.granularity,
    data_points: pivot(facts, period, [], (own) => ({
      sent: own.length,
      delivered: own.filter(({ delivered }) => delivered).length,
    })),
  };
}

/** `pricing_analytics`: messages that were delivered, and what they cost. */
export function pricingAnalytics(args: AnalyticsArguments, wabaId: string, state: EmulatorState): JsonObject {
  const period = periodOf(args, PRICED_BY);
  const names = args.among(
    'dimensions',
    PRICING_DIMENSIONS.map(({ name }) => name),
  );
  const metrics = args.among('metric_types', ['COST', 'VOLUME']);
  const [ofPhone, ofCountry] = [args.filter('phone_numbers'), args.filter('country_codes')];
  const [ofType, ofCategory] = [args.filter('pricing_types'), args.filter('pricing_categories')];
  const ofTier = args.filter('tiers');
  const facts = messageFacts(state, wabaId).filter(
    (fact) =>
      fact.delivered &&
      ofPhone(fact.phone) &&
      ofCountry(fact.country) &&
      ofType(fact.pricingType) &&
      ofCategory(fact.category) &&
      ofTier(TIER),
  );
  const dimensions = PRICING_DIMENSIONS.filter(({ name }) => names.has(name));
  const points = pivot(facts, period, dimensions, (own) =>
    metricsOf(metrics, { volume: own.length, cost: money(own.reduce((sum, { cost }) => sum + cost, 0)) }),
  );
  return { data: [{ data_points: points }] };
}

function incoming(state: EmulatorState, wabaId: string): MessageFact[] {
  return [...state.userMessages.values()].flatMap(({ id, at, phoneNumberId, from, delivery }) => {
    const number = state.numbers.get(phoneNumberId);
    if (number?.wabaId !== wabaId) return [];
    return {
      id,
      at,
      phone: number.displayPhoneNumber,
      chat: from.userId,
      country: from.phone === undefined ? from.userId.slice(0, 2) : countryOfPhone(from.phone)?.country,
      groupId: undefined,
      isTemplate: false,
      isMarketingApi: false,
      template: undefined,
      category: 'SERVICE',
      pricingType: 'FREE_CUSTOMER_SERVICE',
      delivered: delivery.ok,
      read: false,
      cost: 0,
    };
  });
}
