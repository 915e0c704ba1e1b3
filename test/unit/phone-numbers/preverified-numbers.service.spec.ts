import { PreverifiedNumbersService } from '../../../lib/phone-numbers/preverified-numbers.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

function setup(answer: unknown = { success: true }) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, numbers: new PreverifiedNumbersService(graph.client, graph.validator, graph.pages) };
}

const FIELDS =
  'id,phone_number,code_verification_status,code_verification_time,verification_expiry_time,owner_business';

describe('PreverifiedNumbersService', () => {
  it('adds, verifies and deletes a number; the number itself is in no URL', async () => {
    const { graph, numbers } = setup({ id: '9' });
    await expect(numbers.add('77', '15550783881')).resolves.toEqual({ id: '9' });
    graph.answer = () => ({ success: true });
    await numbers.requestCode('9', { method: 'SMS', language: 'en_US' });
    await numbers.verifyCode('9', { code: '123-456' });
    await numbers.delete('9');
    expect(graph.sent).toEqual([
      { method: 'POST', path: '77/add_phone_numbers', body: { phone_number: '15550783881' } },
      { method: 'POST', path: '9/request_code', body: { code_method: 'SMS', language: 'en_US' } },
      { method: 'POST', path: '9/verify_code', body: { code: '123456' } },
      { method: 'DELETE', path: '9' },
    ]);
  });

  it('lists the pool of a portfolio, filtered and page by page', async () => {
    const stored = { id: '9', phone_number: '15550783881', code_verification_status: 'VERIFIED' };
    const { graph, numbers } = setup({ data: [stored] });
    const page = await numbers.list('77', { status: 'VERIFIED', phoneNumber: '15550783881' }, { limit: 5 });
    expect(page.items).toEqual([stored]);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '77/preverified_numbers',
      query: {
        fields: FIELDS,
        code_verification_status: 'VERIFIED',
        phone_number: '15550783881',
        limit: 5,
      },
    });
    await numbers.list('77', {}, undefined, { fields: ['id'] });
    expect(graph.last.query).toEqual({ fields: 'id' });
  });

  it('reads one number and its partners', async () => {
    const { graph, numbers } = setup({ id: '9', data: [{ id: '5', name: 'Partner' }] });
    await expect(numbers.get('9')).resolves.toMatchObject({ id: '9' });
    expect(graph.last).toEqual({ method: 'GET', path: '9', query: { fields: FIELDS } });
    expect((await numbers.partners('9', { after: 'a' })).items).toEqual([{ id: '5', name: 'Partner' }]);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '9/partners',
      query: { fields: 'id,name', after: 'a' },
    });
  });

  it('shares a number with a partner, and ends that', async () => {
    const { graph, numbers } = setup();
    const shared = { preverifiedId: '9', partnerBusinessId: '5' };
    await numbers.share('77', shared);
    await numbers.unshare('77', shared);
    const members = { preverified_id: '9', partner_business_id: '5' };
    expect(graph.sent).toEqual([
      { method: 'POST', path: '77/share_preverified_numbers', body: members },
      { method: 'DELETE', path: '77/share_preverified_numbers', query: members },
    ]);
  });

  it('refuses what Meta would refuse', async () => {
    const { graph, numbers } = setup({});
    expect(await issuesOf(numbers.add('77', '12'))).toEqual([
      'phoneNumber: must be a phone number with country code',
    ]);
    expect(await issuesOf(numbers.verifyCode('9', { code: '12' }))).toEqual([
      'code: must be the 6 digits that came',
    ]);
    expect(graph.sent).toEqual([]);
    await expect(numbers.add('77', '15550783881')).rejects.toThrow('the answer has no id');
    await expect(setup({ success: false }).numbers.delete('9')).rejects.toThrow('success: false');
  });
});
