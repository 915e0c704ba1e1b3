import { CreditLinesService } from '../../../lib/credit-lines/credit-lines.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

function setup(answer: unknown = {}) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, lines: new CreditLinesService(graph.client, graph.validator, graph.pages) };
}

const target = { wabaId: '200', currency: 'EUR' };

describe('CreditLinesService', () => {
  it('lists the lines of a portfolio', async () => {
    const line = { id: '1', legal_entity_name: 'Lucky Shrub' };
    const { graph, lines } = setup({ data: [line] });
    expect((await lines.list('77')).items).toEqual([line]);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '77/extendedcredits',
      query: { fields: 'id,legal_entity_name' },
    });
  });

  it('shares and attaches in one step, or in two', async () => {
    const raw = { success: true, allocation_config_id: '58', waba_id: '200' };
    const { graph, lines } = setup(raw);
    await expect(lines.shareAndAttach('1', target)).resolves.toEqual({ allocationId: '58', raw });
    await lines.share('1', '88');
    await lines.attach('1', target, { wabaId: '200' });
    const query = { waba_id: '200', waba_currency: 'EUR' };
    expect(graph.sent).toEqual([
      { method: 'POST', path: '1/whatsapp_credit_sharing_and_attach', query },
      { method: 'POST', path: '1/whatsapp_credit_sharing', query: { receiving_business_id: '88' } },
      { method: 'POST', path: '1/whatsapp_credit_attach', query },
    ]);
    expect(graph.requests.map(({ kind }) => kind)).toEqual([undefined, undefined, undefined]);
    expect(graph.requests[2]?.account).toEqual({ wabaId: '200' });
  });

  it.each([
    ['a list', { data: [{ id: '58' }] }, [{ id: '58' }]],
    ['one object', { id: '58' }, [{ id: '58' }]],
    ['nothing', undefined, []],
  ])('looks sharings up; Meta answers %s', async (_name, answer, expected) => {
    const { graph, lines } = setup(answer);
    await expect(lines.allocations('1', '88')).resolves.toEqual(expected);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '1/owning_credit_allocation_configs',
      query: { receiving_business_id: '88', fields: 'id,receiving_business' },
    });
  });

  it('reads and revokes a sharing', async () => {
    const { graph, lines } = setup({ id: '58', request_status: 'DELETED', success: true });
    await expect(lines.allocation('58')).resolves.toMatchObject({ request_status: 'DELETED' });
    await lines.revoke('58');
    expect(graph.sent).toEqual([
      {
        method: 'GET',
        path: '58',
        query: { fields: 'id,receiving_credential{id},receiving_business,request_status' },
      },
      { method: 'DELETE', path: '58' },
    ]);
  });

  it('refuses a currency in words, and says what an answer lacks', async () => {
    const { graph, lines } = setup({});
    expect(await issuesOf(lines.shareAndAttach('1', { ...target, currency: 'euro' }))).toEqual([
      'currency: must be a currency code of three capital letters',
    ]);
    expect(graph.sent).toEqual([]);
    await expect(lines.share('1', '88')).rejects.toThrow('the answer has no allocation_config_id');
    await expect(setup({ success: false }).lines.share('1', '88')).rejects.toThrow('success: false');
  });
});
