import { toGraphApiError } from '../../../lib/errors/graph-error.mapper';
import { DuplicateOnboardingRequestError } from '../../../lib/errors/marketing-messages.errors';
import { MarketingMessagesService } from '../../../lib/marketing-messages/marketing-messages.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

describe('MarketingMessagesService', () => {
  it('tells how far a WABA has come, and invites clients', async () => {
    const graph = new ScriptedGraph();
    const marketing = new MarketingMessagesService(graph.client, graph.validator);
    graph.answer = () => ({ id: '200', marketing_messages_lite_api_status: 'ELIGIBLE' });
    await expect(marketing.status()).resolves.toMatchObject({
      marketing_messages_lite_api_status: 'ELIGIBLE',
    });
    expect(graph.last.path).toBe('200');
    graph.answer = () => ({ request_id: 'r' });
    await expect(marketing.invite('77', { solutionId: '8' })).resolves.toEqual({ requestId: 'r' });
    await marketing.invite('77');
    expect(graph.sent.slice(1)).toEqual([
      { method: 'POST', path: '77/onboard_partners_to_mm_lite', body: { solution_id: '8' } },
      { method: 'POST', path: '77/onboard_partners_to_mm_lite', body: {} },
    ]);
    graph.answer = () =>
      toGraphApiError(400, {}, { error: { code: 1752041, message: 'Duplicate Request' } }, {});
    await expect(marketing.invite('77')).rejects.toBeInstanceOf(DuplicateOnboardingRequestError);
    graph.answer = () => ({});
    await expect(marketing.invite('77')).rejects.toThrow('the answer has no request_id');
  });

  it('estimates the reach of maximum prices', async () => {
    const graph = new ScriptedGraph();
    const marketing = new MarketingMessagesService(graph.client, graph.validator);
    const reach = { waba_currency: 'INR', estimates: [{ bid_amount: 900, users: 1000 }] };
    graph.answer = () => reach;
    await expect(marketing.reach({ countries: ['IN', 'BR'], interval: 'L7D' })).resolves.toEqual(reach);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '200/reachestimate',
      query: { targeting_spec: '{"geo_locations":{"countries":["IN","BR"]}}', date_interval: 'L7D' },
    });
    expect(await issuesOf(marketing.reach({ countries: [], interval: 'L7D' }))).toEqual([
      'countries: must have at least 1 item, has 0',
    ]);
    expect(await issuesOf(marketing.reach({ countries: ['India'], interval: 'L7D' }))).toEqual([
      'countries[0]: must have at most 2 characters, has 5',
    ]);
  });
});
