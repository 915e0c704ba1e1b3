import { AnalyticsService } from '../../../lib/analytics/analytics.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

const period = { start: 1767225600, end: new Date(1767312000000) };

function setup(answer: unknown = {}) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, analytics: new AnalyticsService(graph.client, graph.pages, graph.validator) };
}

describe('AnalyticsService', () => {
  it('reads messages by a field with arguments', async () => {
    const point = { start: 1767225600, end: 1767312000, sent: 196, delivered: 190 };
    const { graph, analytics } = setup({
      analytics: { granularity: 'DAY', data_points: [point] },
      id: '200',
    });
    const result = await analytics.messaging({
      ...period,
      granularity: 'DAY',
      phoneNumbers: ['4930123456'],
      productTypes: [0, 2],
    });
    expect(result.points).toEqual([point]);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '200',
      query: {
        fields:
          'analytics.start(1767225600).end(1767312000).granularity(DAY).product_types([0,2]).phone_numbers(["4930123456"])',
      },
    });
  });

  it('reads prices, which Meta wraps in series', async () => {
    const point = { start: 1, end: 2, volume: 12, cost: 0.55, pricing_type: 'REGULAR' };
    const { graph, analytics } = setup({ pricing_analytics: { data: [{ data_points: [point] }] } });
    const { points } = await analytics.pricing({
      ...period,
      granularity: 'DAILY',
      dimensions: ['COUNTRY', 'TIER'],
      pricingCategories: ['AI_BOT'],
    });
    expect(points).toEqual([point]);
    expect(graph.last.query?.['fields']).toContain(
      '.pricing_categories(["AI_BOT"]).dimensions(["COUNTRY","TIER"])',
    );
  });

  it.each([
    ['as documented', { granularity: 'DAILY', data_points: [{ start: 1, end: 2, count: 3 }] }],
    ['in series', { data: [{ data_points: [{ start: 1, end: 2, count: 3 }] }] }],
  ])('reads calls %s', async (_, call_analytics) => {
    const { analytics } = setup({ call_analytics });
    const { points } = await analytics.call({
      ...period,
      granularity: 'DAILY',
      directions: ['USER_INITIATED'],
    });
    expect(points).toEqual([{ start: 1, end: 2, count: 3 }]);
  });

  it('reads conversations', async () => {
    const { graph, analytics } = setup({ id: '200' });
    const { points } = await analytics.conversation({
      ...period,
      granularity: 'MONTHLY',
      categories: ['SERVICE'],
      types: ['FREE_TIER'],
      directions: ['UNKNOWN'],
    });
    expect(points).toEqual([]);
    expect(graph.last.query?.['fields']).toContain(
      'conversation_categories(["SERVICE"]).conversation_types(["FREE_TIER"]).conversation_directions(["UNKNOWN"])',
    );
  });

  it('reads templates from their edge, page by page', async () => {
    const point = { template_id: '1421', start: 1, end: 2, sent: 5 };
    const { graph, analytics } = setup({ data: [{ granularity: 'DAILY', data_points: [point, point] }] });
    const page = await analytics.template(
      { ...period, templateIds: ['1421'], metricTypes: ['SENT', 'COST'], productType: 'CLOUD_API' },
      { limit: 3 },
    );
    expect(page.items).toEqual([point, point]);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '200/template_analytics',
      query: {
        granularity: 'DAILY',
        start: 1767225600,
        end: 1767312000,
        template_ids: '["1421"]',
        metric_types: '["SENT","COST"]',
        product_type: 'CLOUD_API',
        limit: 3,
      },
    });
  });

  it('writes days where the time zone of the WABA counts', async () => {
    const { graph, analytics } = setup({ data: [] });
    await analytics.templateGroup({ ...period, templateGroupIds: ['7'], useWabaTimezone: true });
    expect(graph.last).toMatchObject({
      path: '200/template_group_analytics',
      query: { start: '2026-01-01', end: '2026-01-02', template_group_ids: '["7"]', use_waba_timezone: true },
    });
  });

  it('reads groups', async () => {
    const { graph, analytics } = setup({ data: [{ data_points: [{ group_id: 'g', start: 1, end: 2 }] }] });
    expect((await analytics.group({ ...period, groupId: 'g' })).items).toHaveLength(1);
    expect(graph.last).toMatchObject({ path: '200/group_analytics', query: { group_ids: '["g"]' } });
  });

  it('refuses periods that do not exist', async () => {
    const { graph, analytics } = setup();
    const at = (start: Date | number, end: Date | number) =>
      issuesOf(analytics.messaging({ start, end, granularity: 'DAY' }));
    expect(await at(2, 2)).toEqual(['end: must be after start']);
    expect(await at(new Date('x'), 1.5)).toEqual([
      'start: must be a date, or whole seconds since the Unix epoch',
      'end: must be a date, or whole seconds since the Unix epoch',
    ]);
    expect(graph.requests).toEqual([]);
  });

  it('refuses more than 10 templates', async () => {
    const { analytics } = setup();
    const templateIds = Array.from({ length: 11 }, (_, index) => String(index));
    expect(await issuesOf(analytics.template({ ...period, templateIds }))).toEqual([
      'templateIds: must have at most 10 items, has 11',
    ]);
    expect(await issuesOf(analytics.templateGroup({ ...period, templateGroupIds: [''] }))).toEqual([
      'templateGroupIds[0]: must not be empty',
    ]);
  });

  it('lets no value add a field of its own to the request', async () => {
    const { analytics } = setup();
    const input = { ...period, granularity: 'DAY),access_token(', phoneNumbers: ['1).x('] };
    expect(await issuesOf(analytics.messaging(input, { validate: false }))).toEqual([
      'granularity: must have no brackets and commas',
      'phoneNumbers: must have no brackets and commas',
    ]);
  });
});
