import { SignupsService } from '../../../lib/signups/signups.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

const input = {
  signupMessage: 'Get offers',
  confirmationMessage: 'Thanks!',
  privacyPolicyUrl: 'https://example.com/privacy',
};

function setup(answer: unknown = { success: true }) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, signups: new SignupsService(graph.client, graph.pages, graph.validator) };
}

describe('SignupsService', () => {
  it('makes a signup with the documented body', async () => {
    const { graph, signups } = setup({ id: '777' });
    const given = {
      ...input,
      confirmationMessage: 'Code {{promo_code}}',
      promoCode: 'WELCOME10',
      websiteUrl: 'https://example.com',
      displayName: 'Spring',
      acceptTerms: true,
    };
    await expect(signups.create(given)).resolves.toEqual({ id: '777' });
    expect(graph.last).toEqual({
      method: 'POST',
      path: '200/signups',
      body: {
        signup_message: 'Get offers',
        confirmation_message: 'Code {{promo_code}}',
        privacy_policy_url: 'https://example.com/privacy',
        website_url: 'https://example.com',
        promo_code: 'WELCOME10',
        display_name: 'Spring',
        policy: {
          tos: 'https://www.facebook.com/legal/ads-manager-marketing-messages-terms',
          accepted: true,
        },
      },
    });
  });

  it('leaves the terms out unless they are accepted: later signups must not carry them', async () => {
    const { graph, signups } = setup({ id: '777' });
    await signups.create({ ...input, acceptTerms: false });
    expect(graph.last.body).not.toHaveProperty('policy');
  });

  it.each([
    [{ signupMessage: 'x'.repeat(301) }, 'signupMessage: must have at most 300 characters, has 301'],
    [{ confirmationMessage: '{{name}}' }, 'confirmationMessage: must have no placeholder but {{promo_code}}'],
    [
      { confirmationMessage: '{{promo_code}}' },
      'confirmationMessage: has {{promo_code}}, so promoCode is needed',
    ],
    [{ privacyPolicyUrl: 'http://example.com' }, 'privacyPolicyUrl: must be an absolute https URL'],
    [{ websiteUrl: 'example.com' }, 'websiteUrl: must be an absolute https URL'],
    [{ promoCode: 'TEN %' }, 'promoCode: must have letters and digits only'],
    [{ promoCode: 'x'.repeat(51) }, 'promoCode: must have at most 50 characters, has 51'],
    [{ displayName: 'x'.repeat(257) }, 'displayName: must have at most 256 characters, has 257'],
  ])('refuses %j', async (change, issue) => {
    expect(await issuesOf(setup().signups.create({ ...input, ...change }))).toEqual([issue]);
  });

  it('lists, reads, changes and switches signups under the path with the literal word', async () => {
    const { graph, signups } = setup({ data: [{ id: '777' }] });
    expect((await signups.list({ limit: 2 })).items).toEqual([{ id: '777' }]);
    graph.answer = () => ({ id: '777', status: 'ACTIVE' });
    await expect(signups.get('777')).resolves.toMatchObject({ status: 'ACTIVE' });
    graph.answer = () => ({ success: true });
    await signups.update('777', { confirmationMessage: '{{promo_code}}', displayName: 'Autumn' });
    expect(graph.last.body).toEqual({ confirmation_message: '{{promo_code}}', display_name: 'Autumn' });
    await signups.disable('777');
    expect(graph.last.body).toEqual({ status: 'DISABLED' });
    await signups.enable('777');
    expect(graph.calls).toEqual([
      'GET 200/signups',
      'GET signups/777',
      'POST signups/777',
      'POST signups/777',
      'POST signups/777',
    ]);
  });

  it('links to a signup', () => {
    const { signups } = setup();
    expect(signups.link('+49 (30) 123456', '777')).toBe('https://wa.me/4930123456/signup/777');
    expect(() => signups.link('Ann', '777')).toThrow('phone: must be a phone number');
  });

  it('manages customer bases', async () => {
    const { graph, signups } = setup({ messaging_customer_base_id: '9' });
    await expect(signups.createCustomerBase('77', 'All')).resolves.toEqual({ id: '9' });
    expect(await issuesOf(signups.createCustomerBase('77', ''))).toEqual(['name: must not be empty']);
    expect(graph.last.body).toEqual({ messaging_customer_base_name: 'All' });
    graph.answer = () => ({ messaging_customer_bases: [{ id: '9', name: 'All' }] });
    await expect(signups.customerBases('77')).resolves.toEqual([{ id: '9', name: 'All' }]);
    graph.answer = () => ({ default_messaging_customer_base_id: '9' });
    await expect(signups.defaultCustomerBase()).resolves.toEqual({ default_messaging_customer_base_id: '9' });
    graph.answer = () => ({ success: true });
    await signups.setDefaultCustomerBase('9');
    expect(graph.last).toEqual({
      method: 'POST',
      path: '200/default_messaging_customer_base',
      body: { messaging_customer_base_id: '9' },
    });
  });

  it('says what an answer lacks', async () => {
    const { signups } = setup({});
    await expect(signups.create(input)).rejects.toThrow('the answer has no id');
    await expect(signups.createCustomerBase('77', 'All')).rejects.toThrow('messaging_customer_base_id');
  });
});
