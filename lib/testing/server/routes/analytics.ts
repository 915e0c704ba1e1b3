import { AnalyticsArguments } from '../../analytics/analytics-arguments';
import { callAnalytics } from '../../analytics/call-analytics';
import { conversationAnalytics } from '../../analytics/conversation-analytics';
import { groupPoints } from '../../analytics/group-analytics';
import { messagingAnalytics, pricingAnalytics } from '../../analytics/message-analytics';
import { templatePoints } from '../../analytics/template-analytics';
import type { TemplateAnalysis } from '../../analytics/template-analytics';
import type { EmulatorState } from '../../model/emulator-state';
import type { JsonObject } from '../../model/json';
import type { FieldQuery } from '../field-query';
import { pageOf } from '../graph-page';
import { GraphRefusal, unknownNode } from '../graph-refusal';
import { requireThat } from '../required';
import type { RouteAnswer, RouteContext, RouteHandler, RouteRequest } from '../route.interface';

type Analysis = (args: AnalyticsArguments, wabaId: string, state: EmulatorState) => JsonObject;

/** Analyses that are fields of an account, and edges under the same names. */
const ANALYSES: Readonly<Record<string, Analysis>> = {
  analytics: messagingAnalytics,
  conversation_analytics: conversationAnalytics,
  pricing_analytics: pricingAnalytics,
  call_analytics: callAnalytics,
};

const MAX_IDS = 10;
const PRODUCTS = ['CLOUD_API', 'MARKETING_MESSAGES_LITE_API'] as const;

/** What a field such as `analytics.start(1)…` answers; undefined when it is no analysis. */
export function analysisField(
  { name, args }: FieldQuery,
  wabaId: string,
  state: EmulatorState,
): JsonObject | undefined {
  return ANALYSES[name]?.(new AnalyticsArguments((key) => args.get(key)), wabaId, state);
}

/** `GET /{waba}/pricing_analytics` and the like: an analysis as an edge. */
export function analysisEdge(name: string): RouteHandler {
  return ({ id, query }, { state }) => {
    const { data, ...rest } = ANALYSES[name]?.(argumentsOf(query), id, state) ?? {};
    return { body: data === undefined ? { data: [rest] } : { data } };
  };
}

/** `GET /{waba}/template_analytics`: needs insights. */
export const getTemplateAnalytics: RouteHandler = (request, { state }) => {
  const { id: wabaId } = request;
  const ids = idsOf(request, 'template_ids');
  checkInsights(wabaId, state);
  const unknown = ids.find((id) => state.templates.get(id)?.wabaId !== wabaId);
  if (unknown !== undefined) throw unknownNode(request.method, unknown);
  const product = productOf(request.query.get('product_type') ?? 'CLOUD_API');
  const keysOf = (templateId: string): string[] => ids.filter((id) => id === templateId);
  return templateAnswer(request, state, 'template_analytics', {
    wabaId,
    product,
    member: 'template_id',
    keysOf,
  });
};

/** `GET /{waba}/template_group_analytics`. */
export const getTemplateGroupAnalytics: RouteHandler = (request, { state }) => {
  const { id: wabaId } = request;
  const ids = idsOf(request, 'template_group_ids');
  const { templateGroups } = state.accounts.of(wabaId);
  checkInsights(wabaId, state);
  const unknown = ids.find((id) => !templateGroups.has(id));
  if (unknown !== undefined) throw unknownNode(request.method, unknown);
  const keysOf = (templateId: string): string[] =>
    ids.filter((id) => templateGroups.get(id)?.templateIds.has(templateId));
  return templateAnswer(request, state, 'template_group_analytics', {
    wabaId,
    member: 'template_group_id',
    keysOf,
  });
};

/** `GET /{waba}/group_analytics`: of one group. */
export const getGroupAnalytics: RouteHandler = (request, { state }: RouteContext) => {
  const [id, ...others] = argumentsOf(request.query).list('group_ids');
  requireThat(id !== undefined && others.length === 0, 'group_ids must have 1 item');
  const group = state.groups.get(id);
  if (!group || state.numbers.get(group.phoneNumberId)?.wabaId !== request.id)
    throw unknownNode(request.method, id);
  const points = groupPoints(argumentsOf(request.query), group, request.id, state);
  const { data, ...page } = pageOf(points, request, 'group_analytics', state);
  return { body: { data: [{ granularity: 'DAILY', data_points: data }], ...page } };
};

function templateAnswer(
  request: RouteRequest,
  state: EmulatorState,
  edge: string,
  analysis: TemplateAnalysis,
): RouteAnswer {
  const points = templatePoints(argumentsOf(request.query), analysis, state);
  const { data, ...page } = pageOf(points, request, edge, state);
  const series = {
    granularity: 'DAILY',
    ...(analysis.product !== undefined && { product_type: analysis.product.toLowerCase() }),
    data_points: data,
  };
  return { body: { data: [series], ...page } };
}

function productOf(name: string): NonNullable<TemplateAnalysis['product']> {
  const product = PRODUCTS.find((each) => each === name.toUpperCase());
  requireThat(product !== undefined, `product_type must be one of {${PRODUCTS.join(', ')}}`);
  return product;
}

function idsOf({ query }: RouteRequest, name: string): string[] {
  const ids = argumentsOf(query).list(name);
  requireThat(ids.length >= 1 && ids.length <= MAX_IDS, `${name} must have 1 to ${MAX_IDS} items`);
  return ids;
}

function checkInsights(wabaId: string, state: EmulatorState): void {
  if (!state.accounts.of(wabaId).insightsEnabled) throw new GraphRefusal(200007);
}

function argumentsOf(query: URLSearchParams): AnalyticsArguments {
  return new AnalyticsArguments((name) => query.get(name) ?? undefined);
}
