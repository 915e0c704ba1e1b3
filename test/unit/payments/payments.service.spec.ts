import { PaymentsService } from '../../../lib/payments/payments.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

function setup(answer: unknown = { success: true }) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, payments: new PaymentsService(graph.client, graph.validator) };
}

describe('PaymentsService', () => {
  it('lists configurations, which Meta wraps twice', async () => {
    const one = { configuration_name: 'upi', status: 'Active' };
    const { graph, payments } = setup({ data: [{ payment_configurations: [one] }] });
    await expect(payments.configurations()).resolves.toEqual([one]);
    graph.answer = () => ({ data: [one] });
    await expect(payments.configurations()).resolves.toEqual([one]);
    await expect(payments.configuration('upi')).resolves.toEqual(one);
    expect(graph.calls).toEqual([
      'GET 200/payment_configurations',
      'GET 200/payment_configurations',
      'GET 200/payment_configuration/upi',
    ]);
    graph.answer = () => ({ data: [] });
    await expect(payments.configuration('x')).resolves.toBeUndefined();
  });

  it('makes, connects, changes and deletes configurations', async () => {
    const { graph, payments } = setup({ success: true, oauth_url: 'https://pg.example', expiration: 1 });
    const link = await payments.createConfiguration({
      name: 'pg',
      provider: 'razorpay',
      merchantCategoryCode: '0000',
      purposeCode: '00',
      merchantVpa: 'a@upi',
      redirectUrl: 'https://example.com',
    });
    expect(link.oauth_url).toBe('https://pg.example');
    await payments.oauthLink('pg', { redirectUrl: 'https://example.com' });
    await payments.setDataEndpoint('pg', 'https://example.com/data');
    expect(await issuesOf(payments.setDataEndpoint('pg', 'example.com'))).toEqual([
      'url: must be an absolute https URL',
    ]);
    await payments.deleteConfiguration('pg');
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '200/payment_configuration',
        body: {
          configuration_name: 'pg',
          provider_name: 'razorpay',
          merchant_category_code: '0000',
          purpose_code: '00',
          merchant_vpa: 'a@upi',
          redirect_url: 'https://example.com',
        },
      },
      {
        method: 'POST',
        path: '200/generate_payment_configuration_oauth_link',
        body: { configuration_name: 'pg', redirect_url: 'https://example.com' },
      },
      {
        method: 'POST',
        path: '200/payment_configuration/pg',
        body: { data_endpoint_url: 'https://example.com/data' },
      },
      { method: 'DELETE', path: '200/payment_configuration', body: { configuration_name: 'pg' } },
    ]);
    expect(await issuesOf(payments.createConfiguration({ name: 'x'.repeat(61), provider: '' }))).toEqual([
      'name: must have at most 60 characters, has 61',
      'provider: must not be empty',
    ]);
  });

  it('finds the payments of an order', async () => {
    const { graph, payments } = setup({ payments: [{ reference_id: 'r1', status: 'captured' }] });
    await expect(payments.find('pg', 'r/1')).resolves.toEqual([{ reference_id: 'r1', status: 'captured' }]);
    expect(graph.last.path).toBe('100/payments/pg/r%2F1');
  });

  it('refunds with amounts in text, and never twice', async () => {
    const { graph, payments } = setup({ id: 'f1', status: 'pending' });
    const input = { referenceId: 'r1', configurationName: 'pg', value: 1050, speed: 'instant' };
    await expect(payments.refund(input)).resolves.toMatchObject({ id: 'f1' });
    expect(graph.last).toEqual({
      method: 'POST',
      path: '100/payments_refund',
      body: {
        reference_id: 'r1',
        payment_config_id: 'pg',
        amount: { currency: 'INR', value: '1050', offset: '100' },
        speed: 'instant',
      },
    });
    expect(graph.requests[0]?.kind ?? 'unsafe').toBe('unsafe');
    graph.answer = () => ({});
    await expect(payments.refund(input)).rejects.toThrow('the answer has no id');
  });

  it.each([
    [{ value: 10.5 }, 'value: must be a whole number above 0'],
    [{ value: 0 }, 'value: must be a whole number above 0'],
    [{ offset: -1 }, 'offset: must be a whole number above 0'],
    [{ referenceId: 'x'.repeat(36) }, 'referenceId: must have at most 35 characters, has 36'],
  ])('refuses a refund with %j', async (change, issue) => {
    const input = { referenceId: 'r1', configurationName: 'pg', value: 1, ...change };
    expect(await issuesOf(setup().payments.refund(input))).toEqual([issue]);
  });
});
