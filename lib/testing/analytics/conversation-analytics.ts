import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import type { AnalyticsArguments } from './analytics-arguments';
import { periodOf } from './analytics-period';
import { messageFacts } from './message-facts';
import type { MessageFact } from './message-facts';
import { metricsOf, pivot } from './pivot';
import type { Dimension } from './pivot';
import { messageRate, money } from './rates';

const LENGTH_MS = 24 * 60 * 60 * 1000;

const DIMENSIONS: readonly Dimension<MessageFact>[] = [
  { name: 'PHONE', member: 'phone_number', of: ({ phone }) => phone },
  { name: 'COUNTRY', member: 'country', of: ({ country }) => country },
  { name: 'CONVERSATION_TYPE', member: 'conversation_type', of: typeOf },
  { name: 'CONVERSATION_DIRECTION', member: 'conversation_direction', of: directionOf },
  { name: 'CONVERSATION_CATEGORY', member: 'conversation_category', of: categoryOf },
];

/**
 * `conversation_analytics`, of the pricing before July 2025: a delivered message opens a conversation of its category with
 * the user for 24 hours.
 */
export function conversationAnalytics(
  args: AnalyticsArguments,
  wabaId: string,
  state: EmulatorState,
): JsonObject {
  const period = periodOf(args, ['HALF_HOUR', 'DAILY', 'MONTHLY']);
  const names = args.among(
    'dimensions',
    DIMENSIONS.map(({ name }) => name),
  );
  const metrics = args.among('metric_types', ['COST', 'CONVERSATION']);
  const [ofPhone, ofCountry] = [args.filter('phone_numbers'), args.filter('country_codes')];
  const [ofType, ofDirection] = [args.filter('conversation_types'), args.filter('conversation_directions')];
  const ofCategory = args.filter('conversation_categories');
  const opened = openings(messageFacts(state, wabaId)).filter(
    (fact) =>
      ofPhone(fact.phone) &&
      ofCountry(fact.country) &&
      ofType(typeOf(fact)) &&
      ofDirection(directionOf(fact)) &&
      ofCategory(categoryOf(fact)),
  );
  const dimensions = DIMENSIONS.filter(({ name }) => names.has(name));
  const points = pivot(opened, period, dimensions, (own) =>
    metricsOf(metrics, {
      conversation: own.length,
      cost: money(own.reduce((sum, fact) => sum + messageRate(categoryOf(fact)), 0)),
    }),
  );
  return { data: [{ data_points: points }] };
}

/** The messages that opened a conversation. */
function openings(facts: readonly MessageFact[]): MessageFact[] {
  const opened = new Map<string, number>();
  return facts.filter((fact) => {
    if (!fact.delivered || fact.groupId !== undefined) return false;
    const key = JSON.stringify([fact.phone, fact.chat, fact.category]);
    if (fact.at < (opened.get(key) ?? -Infinity) + LENGTH_MS) return false;
    opened.set(key, fact.at);
    return true;
  });
}

function categoryOf({ category }: MessageFact): string {
  return category;
}

function typeOf({ category }: MessageFact): string {
  return category === 'SERVICE' ? 'FREE_TIER' : 'REGULAR';
}

function directionOf({ category }: MessageFact): string {
  return category === 'SERVICE' ? 'USER_INITIATED' : 'BUSINESS_INITIATED';
}
