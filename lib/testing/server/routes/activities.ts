import type { AccountActivity } from '../../model/account-activity';
import { graphDate } from '../../model/graph-date';
import type { JsonObject } from '../../model/json';
import { selectFields } from '../fields';
import { pageOf } from '../graph-page';
import { requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

const LONGEST_MS = 90 * 24 * 60 * 60 * 1000;
const SHAPE = { type: 'WhatsAppBusinessActivityHistory', defaults: 'id,activity_type,timestamp,actor_type' };

/** `GET /{waba}/activities`: what the application changed, newest first. */
export const listActivities: RouteHandler = (request, { state }) => {
  const { id, query } = request;
  const types = query.get('activity_type')?.split(',');
  const since = timeOf(query.get('since')) ?? -Infinity;
  const until = timeOf(query.get('until')) ?? Infinity;
  requireThat(
    until >= since && (until === Infinity || since === -Infinity || until - since <= LONGEST_MS),
    'since and until must be at most 90 days apart',
  );
  const nodes = state.accounts
    .of(id)
    .activities.filter(({ type, at }) => (!types || types.includes(type)) && at >= since && at <= until)
    .map((activity) => selectFields(nodeOf(activity), query.get('fields'), SHAPE))
    .reverse();
  return { body: pageOf(nodes, request, 'activities', state) };
};

/** Seconds since the Unix epoch, or a date. */
function timeOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  const at = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  requireThat(!Number.isNaN(at), 'since and until must be times');
  return at;
}

function nodeOf({ id, type, at }: AccountActivity): JsonObject {
  return {
    id,
    activity_type: type,
    timestamp: graphDate(at),
    actor_type: 'API',
    actor_id: undefined,
    actor_name: undefined,
    description: undefined,
    details: undefined,
    ip_address: undefined,
    user_agent: undefined,
  };
}
