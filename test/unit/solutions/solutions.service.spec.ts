import { SolutionsService } from '../../../lib/solutions/solutions.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

function setup(answer: unknown = { success: true }) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, solutions: new SolutionsService(graph.client, graph.validator, graph.pages) };
}

const FIELDS = 'id,name,status,status_for_pending_request,owner_app,owner_permissions';

describe('SolutionsService', () => {
  it.each([
    ['owner', { owner_permissions: ['MESSAGING'], partner_permissions: [] }],
    ['partner', { owner_permissions: [], partner_permissions: ['MESSAGING'] }],
  ] as const)('makes a solution in which the %s sends', async (messagingBy, permissions) => {
    const { graph, solutions } = setup({ solution_id: '8' });
    await expect(
      solutions.create('111', { name: 'Together', partnerAppId: '222', messagingBy }),
    ).resolves.toEqual({ id: '8' });
    expect(graph.last).toEqual({
      method: 'POST',
      path: '111/whatsapp_business_solution',
      body: { solution_name: 'Together', partner_app_id: '222', ...permissions },
    });
  });

  it('lists the solutions of an app and of a WABA, and reads one', async () => {
    const solution = { id: '8', name: 'Together', status: 'ACTIVE' };
    const { graph, solutions } = setup({ data: [solution] });
    expect((await solutions.ofApp('111', { role: 'OWNER' }, { limit: 5 })).items).toEqual([solution]);
    expect((await solutions.ofWaba()).items).toEqual([solution]);
    graph.answer = () => solution;
    await expect(solutions.get('8', { fields: ['status'] })).resolves.toEqual(solution);
    expect(graph.sent).toEqual([
      {
        method: 'GET',
        path: '111/whatsapp_business_solutions',
        query: { role: 'OWNER', fields: FIELDS, limit: 5 },
      },
      { method: 'GET', path: '200/solutions', query: { fields: FIELDS } },
      { method: 'GET', path: '8', query: { fields: 'status' } },
    ]);
  });

  it('gets the token for a customer', async () => {
    const { graph, solutions } = setup({ access_token: 'EAA', expires_at: 1_768_003_200 });
    await expect(solutions.accessToken('8', '77')).resolves.toEqual({
      accessToken: 'EAA',
      expiresAt: new Date(1_768_003_200_000),
    });
    expect(graph.last).toEqual({ method: 'GET', path: '8/access_token', query: { business_id: '77' } });
    graph.answer = () => ({ access_token: 'EAA' });
    await expect(solutions.accessToken('8', '77')).resolves.toEqual({ accessToken: 'EAA' });
    graph.answer = () => ({});
    await expect(solutions.accessToken('8', '77')).rejects.toThrow('the answer has no access_token');
  });

  it('takes both sides of the requests', async () => {
    const { graph, solutions } = setup();
    await solutions.accept('8', '222');
    await solutions.reject('8', { partnerAppId: '222', reason: 'No' });
    await solutions.reject('8');
    await solutions.requestDeactivation('8', { reason: 'Done' });
    await solutions.requestDeactivation('8');
    await solutions.acceptDeactivation('8');
    await solutions.rejectDeactivation('8');
    expect(graph.sent.map(({ path, body }) => [path, body])).toEqual([
      ['8/accept', { partner_app_id: '222' }],
      ['8/reject', { request_type: 'PARTNERSHIP_REQUEST', partner_app_id: '222', rejection_reason: 'No' }],
      ['8/reject', { request_type: 'PARTNERSHIP_REQUEST' }],
      ['8/send_deactivation_request', { reason: 'Done' }],
      ['8/send_deactivation_request', {}],
      ['8/accept_deactivation_request', {}],
      ['8/reject_deactivation_request', { reject_deactivation_request: true }],
    ]);
  });

  it('refuses what Meta would refuse', async () => {
    const { graph, solutions } = setup({});
    const wrong = { name: 'T', partnerAppId: '', messagingBy: 'both' as 'owner' };
    expect(await issuesOf(solutions.create('111', wrong))).toEqual([
      'name: must have at least 2 characters, has 1',
      'partnerAppId: must not be empty',
      'messagingBy: must be one of owner, partner',
    ]);
    const reason = 'x'.repeat(501);
    const issue = 'reason: must have at most 500 characters, has 501';
    expect(await issuesOf(solutions.reject('8', { reason }))).toEqual([issue]);
    expect(await issuesOf(solutions.requestDeactivation('8', { reason }))).toEqual([issue]);
    expect(graph.sent).toEqual([]);
    await expect(
      solutions.create('111', { name: 'Together', partnerAppId: '2', messagingBy: 'owner' }),
    ).rejects.toThrow('the answer has no solution_id');
    await expect(setup({ success: false }).solutions.acceptDeactivation('8')).rejects.toThrow(
      'success: false',
    );
  });
});
