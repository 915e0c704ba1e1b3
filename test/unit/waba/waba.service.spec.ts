import { UnexpectedAnswerError } from '../../../lib/errors/unexpected-answer.error';
import { WabaService } from '../../../lib/waba/waba.service';
import type { WhatsAppBusinessAccount } from '../../../lib/wire/waba/business-account';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

function setup(answer: unknown = { success: true }) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, waba: new WabaService(graph.client, graph.pages, graph.validator) };
}

describe('WabaService', () => {
  it('S2 WhatsAppBusinessAccount: asks for every field that the seed has', async () => {
    const account = {
      id: '200',
      name: 'Lamps',
      status: 'ACTIVE',
      timezone_id: '1',
      currency: 'EUR',
      country: 'DE',
      ownership_type: 'SELF',
      message_template_namespace: 'ns',
      is_enabled_for_insights: true,
    };
    const { graph, waba } = setup(account);
    await expect(waba.get()).resolves.toEqual(account);
    expect(graph.last).toMatchObject({ method: 'GET', path: '200' });
    expect(String(graph.last.query?.['fields']).split(',')).toEqual(
      expect.arrayContaining([
        ...Object.keys(account),
        'business_verification_status',
        'marketing_messages_lite_api_status',
        'marketing_messages_onboarding_status',
      ]),
    );
  });

  it.each([
    ['S2 WhatsAppBusinessAccount.id', { id: '200' }],
    ['S2 WhatsAppBusinessAccount.status', { status: 'ACTIVE' }],
    ['S2 WhatsAppBusinessAccount.message_template_namespace', { message_template_namespace: 'ns' }],
    ['S2 WhatsAppBusinessAccount.name', { name: 'Lamps' }],
    ['S2 WhatsAppBusinessAccount.timezone_id', { timezone_id: '1' }],
    [
      'S2 WhatsAppBusinessAccount.business_verification_status',
      { business_verification_status: 'pending_submission' },
    ],
    ['S2 WhatsAppBusinessAccount.is_enabled_for_insights', { is_enabled_for_insights: false }],
    [
      'S2 WhatsAppBusinessAccount.marketing_messages_lite_api_status',
      { marketing_messages_lite_api_status: 'ELIGIBLE' },
    ],
    [
      'S2 WhatsAppBusinessAccount.marketing_messages_onboarding_status',
      { marketing_messages_onboarding_status: 'PENDING_VALID_PAYMENT_METHOD' },
    ],
    ['S2 WhatsAppBusinessAccount.ownership_type', { ownership_type: 'CLIENT_OWNED' }],
    ['S2 WhatsAppBusinessAccount.currency', { currency: 'EUR' }],
    ['S2 WhatsAppBusinessAccount.country', { country: 'DE' }],
  ] satisfies [string, Partial<WhatsAppBusinessAccount>][])(
    '%s: is read without being asked for by name',
    async (_row, member) => {
      const { graph, waba } = setup(member);
      const account = await waba.get();
      expect(account).toEqual(member);
      expect(String(graph.last.query?.['fields']).split(',')).toContain(Object.keys(member)[0]);
    },
  );

  it('S2 BusinessVerificationStatus: reads it in lower case, however Meta writes it', async () => {
    const { waba } = setup({ id: '200', business_verification_status: 'NOT_VERIFIED' });
    await expect(waba.get()).resolves.toMatchObject({ business_verification_status: 'not_verified' });
  });

  it('S2 MarketingMessagesLiteAPIStatus, MarketingMessagesOnboardingStatus: passes also unknown values on', async () => {
    const account = {
      id: '200',
      marketing_messages_lite_api_status: 'UNKNOWN',
      marketing_messages_onboarding_status: 'SOMETHING_NEW',
    };
    await expect(setup(account).waba.get()).resolves.toEqual(account);
  });

  it('reads chosen fields, and the health', async () => {
    const health = { can_send_message: 'LIMITED', entities: [] };
    const { graph, waba } = setup({ id: '200', health_status: health });
    await expect(waba.health()).resolves.toEqual(health);
    expect(graph.last.query).toEqual({ fields: 'health_status' });
  });

  it('changes settings in Meta names, whichever of the two answers comes', async () => {
    for (const answer of [{ id: '200' }, { success: true }]) {
      const { graph, waba } = setup(answer);
      await waba.updateSettings({ is_enabled_for_insights: true, template_auto_archival_enabled: false });
      expect(graph.last).toEqual({
        method: 'POST',
        path: '200',
        body: { is_enabled_for_insights: true, template_auto_archival_enabled: false },
      });
    }
    await expect(
      setup({ success: false }).waba.updateSettings({ is_enabled_for_insights: true }),
    ).rejects.toThrow(UnexpectedAnswerError);
  });

  it('refuses what Meta would refuse (200006), and an empty change', async () => {
    const { waba } = setup();
    expect(await issuesOf(waba.updateSettings({ is_enabled_for_insights: false as true }))).toEqual([
      'is_enabled_for_insights: must be true: template analytics cannot be switched off (200006)',
    ]);
    expect(await issuesOf(waba.updateSettings({}))).toEqual([': must change something']);
  });

  it('lists owned and shared accounts with Meta filters', async () => {
    const { graph, waba } = setup({ data: [{ id: '1', business_verification_status: 'VERIFIED' }] });
    const page = await waba.owned(
      '77',
      { createdAfter: new Date(1_000_000), createdBefore: new Date(2_000_000), wabaId: '1' },
      { limit: 5 },
    );
    expect(page.items).toEqual([{ id: '1', business_verification_status: 'verified' }]);
    expect(graph.last.path).toBe('77/owned_whatsapp_business_accounts');
    expect(graph.last.query).toMatchObject({ find: '1', limit: 5 });
    expect(JSON.parse(String(graph.last.query?.['filtering']))).toEqual([
      { field: 'creation_time', operator: 'GREATER_THAN', value: '1000' },
      { field: 'creation_time', operator: 'LESS_THAN', value: '2000' },
    ]);
    await waba.shared('77', {}, undefined, { fields: ['id'] });
    expect(graph.last).toEqual({
      method: 'GET',
      path: '77/client_whatsapp_business_accounts',
      query: { fields: 'id' },
    });
  });

  it('S2 FacebookApplication.id, FacebookApplication.name, FacebookApplication.link: lists the apps of the webhooks with their overrides', async () => {
    const apps = [
      {
        whatsapp_business_api_data: {
          id: '111',
          name: 'App',
          link: 'https://www.facebook.com/games/?app_id=111',
        },
        override_callback_uri: 'https://example.com/waba',
      },
    ];
    await expect(setup({ data: apps }).waba.subscribedApps()).resolves.toEqual(apps);
    await expect(setup({ data: null }).waba.subscribedApps()).resolves.toEqual([]);
  });

  it('subscribes, overrides, removes the override and unsubscribes', async () => {
    const { graph, waba } = setup();
    await waba.subscribeApp();
    await waba.overrideCallback({ url: 'https://example.com/waba', verifyToken: 'v' });
    await waba.removeCallbackOverride();
    await waba.unsubscribeApp();
    const edge = '200/subscribed_apps';
    expect(graph.sent).toEqual([
      { method: 'POST', path: edge, body: {} },
      {
        method: 'POST',
        path: edge,
        body: { override_callback_uri: 'https://example.com/waba', verify_token: 'v' },
      },
      { method: 'POST', path: edge, body: {} },
      { method: 'DELETE', path: edge },
    ]);
  });

  it('takes both documented answers to an override', async () => {
    const { waba } = setup({ data: [{ whatsapp_business_api_data: { id: '1' } }] });
    await expect(
      waba.overrideCallback({ url: 'https://example.com', verifyToken: 'v' }),
    ).resolves.toBeUndefined();
  });

  it.each([
    ['http://example.com/hook', 'must be an absolute https URL'],
    ['example.com/hook', 'must be an absolute https URL'],
    [`https://example.com/${'x'.repeat(181)}`, 'must have at most 200 characters, has 201'],
    ['', 'must not be empty'],
  ])('refuses the callback URL %s', async (url, message) => {
    expect(await issuesOf(setup().waba.overrideCallback({ url, verifyToken: 'v' }))).toEqual([
      `url: ${message}`,
    ]);
  });

  it('manages assigned users', async () => {
    const { graph, waba } = setup({ data: [] });
    await waba.assignedUsers('77');
    expect(graph.last).toMatchObject({
      path: '200/assigned_users',
      query: { business: '77', fields: 'id,name,business,user_type,tasks' },
    });
    graph.answer = () => ({ success: true });
    await waba.assignUser({ userId: '5', tasks: ['MESSAGING', 'A_NEW_TASK'] });
    expect(graph.last).toEqual({
      method: 'POST',
      path: '200/assigned_users',
      query: { user: '5', tasks: '["MESSAGING","A_NEW_TASK"]' },
    });
    expect(graph.requests.at(-1)?.kind).toBe('safe');
    await waba.removeUser('5');
    expect(graph.last).toEqual({ method: 'DELETE', path: '200/assigned_users', query: { user: '5' } });
    expect(await issuesOf(waba.assignUser({ userId: '', tasks: [] }))).toEqual([
      'userId: must not be empty',
      'tasks: must have at least 1 item, has 0',
    ]);
  });

  it('lists the accounts that a user is assigned to', async () => {
    const { graph, waba } = setup({
      data: [{ id: '200', status: 'ACTIVE', business_verification_status: 'VERIFIED' }],
    });
    expect((await waba.assignedTo('5', { limit: 2 })).items).toEqual([
      { id: '200', status: 'ACTIVE', business_verification_status: 'verified' },
    ]);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '5/assigned_whatsapp_business_accounts',
      query: { fields: 'id,name,status', limit: 2 },
    });
    await waba.assignedTo('5', undefined, { fields: ['currency'] });
    expect(graph.last.query).toEqual({ fields: 'currency' });
  });

  it('reads a business portfolio', async () => {
    const portfolio = { id: '77', whatsapp_business_manager_messaging_limit: 'TIER_2K' };
    const { graph, waba } = setup(portfolio);
    await expect(waba.portfolio('77')).resolves.toEqual(portfolio);
    expect(graph.last).toEqual({
      method: 'GET',
      path: '77',
      query: {
        fields: 'id,name,timezone_id,verification_status,whatsapp_business_manager_messaging_limit',
      },
    });
    await expect(waba.portfolio('')).rejects.toThrow('has an empty id');
  });

  it('lists activities within the documented limits', async () => {
    const { graph, waba } = setup({ data: [] });
    const since = new Date(0);
    await waba.activities({ types: ['TEMPLATE_CREATED', 'USER_ADDED'] }, { since, until: 90 * 86_400 });
    expect(graph.last.query).toEqual({
      activity_type: 'TEMPLATE_CREATED,USER_ADDED',
      since: 0,
      until: 90 * 86_400,
    });
    const page = { since, until: new Date(90 * 86_400_000 + 1000), limit: 101 };
    expect(await issuesOf(waba.activities({}, page))).toEqual([
      'limit: must be a whole number from 1 to 100',
      'until: must be at most 90 days after since',
    ]);
    expect(await issuesOf(waba.activities({}, { since: 2, until: 1 }))).toEqual([
      'until: must not be before since',
    ]);
  });
});
