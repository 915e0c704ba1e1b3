import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { AppService } from '../../../lib/app/app.service';
import type { AccountDirectory } from '../../../lib/config/account-directory';
import type { AppSecret } from '../../../lib/config/account.interface';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

const SECRET = 'sssecret0123456789';

function setup(
  answer: unknown = { success: true },
  secrets: AppSecret[] = [{ appId: '111', secret: SECRET }],
) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  const directory = { appSecrets: () => Promise.resolve(secrets) } as unknown as AccountDirectory;
  return { graph, app: new AppService(graph.client, directory, graph.validator, graph.clock) };
}

describe('AppService', () => {
  it('exchanges the code of Embedded Signup once, with the secret in the body', async () => {
    const { graph, app } = setup({ access_token: 'EAA', token_type: 'bearer', expires_in: 60 });
    await expect(app.exchangeCode({ code: 'c' })).resolves.toEqual({
      accessToken: 'EAA',
      tokenType: 'bearer',
      expiresAt: new Date(graph.clock.now() + 60_000),
    });
    expect(graph.requests[0]).toMatchObject({ kind: 'unsafe', accessToken: `111|${SECRET}` });
    expect(graph.last).toEqual({
      method: 'POST',
      path: 'oauth/access_token',
      body: { client_id: '111', client_secret: SECRET, code: 'c' },
    });
  });

  it('passes the redirect URL on', async () => {
    const { graph, app } = setup({ access_token: 'EAA' });
    await expect(app.exchangeCode({ code: 'c', redirectUri: 'https://example.com/' })).resolves.toEqual({
      accessToken: 'EAA',
    });
    expect(graph.last.body).toMatchObject({ redirect_uri: 'https://example.com/' });
    expect(await issuesOf(app.exchangeCode({ code: '' }))).toEqual(['code: must not be empty']);
  });

  it('asks for an app access token', async () => {
    const { graph, app } = setup({ access_token: '111|x', token_type: 'bearer' });
    await expect(app.accessToken()).resolves.toMatchObject({ accessToken: '111|x' });
    expect(graph.last.body).toMatchObject({ grant_type: 'client_credentials' });
  });

  it('says what is missing without quoting the answer', async () => {
    const { app } = setup({ business_token: 'EAAhidden' });
    const error: unknown = await app.exchangeCode({ code: 'c' }).catch((reason: unknown) => reason);
    expect(String(error)).toContain('the answer has no access_token');
    expect(inspect(error)).not.toContain('EAAhidden');
  });

  it('reads what a token may do, the newest WABA first', async () => {
    const data = {
      app_id: '111',
      application: 'App',
      type: 'SYSTEM_USER',
      is_valid: true,
      expires_at: 0,
      data_access_expires_at: 1_800_000_000,
      scopes: ['whatsapp_business_management'],
      granular_scopes: [{ scope: 'whatsapp_business_management', target_ids: ['1023', '1022'] }],
    };
    const { graph, app } = setup({ data });
    const info = await app.debugToken('EAAtoken');
    expect(info).toMatchObject({ valid: true, type: 'SYSTEM_USER', wabaIds: ['1023', '1022'], raw: data });
    expect(info.expiresAt).toBeUndefined();
    expect(info.dataAccessExpiresAt).toEqual(new Date(1_800_000_000_000));
    expect(graph.last).toMatchObject({ path: 'debug_token', query: { input_token: 'EAAtoken' } });
  });

  it('takes a token that is no good for a result', async () => {
    const { app } = setup({ data: { is_valid: false, error: { code: 190 } } });
    await expect(app.debugToken('x')).resolves.toMatchObject({ valid: false, scopes: [], wabaIds: [] });
  });

  it('reads, makes and ends webhook subscriptions with the app access token', async () => {
    const { graph, app } = setup({ data: [{ object: 'whatsapp_business_account' }] });
    await expect(app.subscriptions()).resolves.toEqual([{ object: 'whatsapp_business_account' }]);
    graph.answer = () => ({ success: true });
    await app.subscribe({ url: 'https://example.com/hook', verifyToken: 'v', fields: ['messages', 'calls'] });
    expect(graph.last).toEqual({
      method: 'POST',
      path: '111/subscriptions',
      body: {
        object: 'whatsapp_business_account',
        callback_url: 'https://example.com/hook',
        verify_token: 'v',
        fields: 'messages,calls',
        include_values: true,
      },
    });
    await app.unsubscribe(['calls']);
    expect(graph.last.query).toEqual({ object: 'whatsapp_business_account', fields: 'calls' });
    expect(graph.requests.every(({ accessToken }) => accessToken === `111|${SECRET}`)).toBe(true);
  });

  it('gets the token of a hosted signup, with the own token signed by the secret', async () => {
    const graph = new ScriptedGraph();
    graph.answer = () => ({ access_token: 'EAAcustomer' });
    const directory = {
      appSecrets: () => Promise.resolve([{ appId: '111', secret: SECRET }]),
      account: (ref: object) => Promise.resolve({ accessToken: 'EAAown', ...ref }),
      token: ({ accessToken }: { accessToken: string }) => Promise.resolve(accessToken),
    } as unknown as AccountDirectory;
    const app = new AppService(graph.client, directory, graph.validator, graph.clock);
    await expect(app.customerToken('77')).resolves.toEqual({ accessToken: 'EAAcustomer' });
    expect(graph.requests[0]?.accessToken).toBe('EAAown');
    expect(graph.last).toEqual({
      method: 'POST',
      path: '77/system_user_access_tokens',
      body: {
        fetch_only: true,
        appsecret_proof: createHmac('sha256', SECRET).update('EAAown').digest('hex'),
      },
    });
    graph.answer = () => ({});
    await expect(app.customerToken('77')).rejects.toThrow('the answer has no access_token');
  });

  it('never puts the secret into a URL', async () => {
    const { graph, app } = setup({ access_token: 'x', data: {} });
    await app.accessToken();
    await app.debugToken('t');
    await app.subscriptions({ appId: '111' });
    const urls = graph.sent.map(({ path, query }) => JSON.stringify([path, query]));
    expect(urls.filter((url) => url.includes(SECRET))).toEqual([]);
  });

  it.each<[string, AppSecret[], string | undefined]>([
    ['no app id', [{ secret: 's' }], undefined],
    [
      'several apps',
      [
        { appId: '1', secret: 's' },
        { appId: '2', secret: 't' },
      ],
      undefined,
    ],
    ['an app without a secret', [{ appId: '1', secret: 's' }], '3'],
    ['no secret at all', [], '1'],
  ])('names the fix when there is %s', async (_, secrets, appId) => {
    const { app } = setup({}, secrets);
    await expect(app.subscriptions(appId === undefined ? {} : { appId })).rejects.toThrow(
      WhatsAppConfigurationError,
    );
    await expect(app.subscriptions(appId === undefined ? {} : { appId })).rejects.toThrow('appSecret');
  });

  it.each<[string, AppSecret[], string]>([
    [
      'the chosen app',
      [
        { appId: '1', secret: 's' },
        { appId: '2', secret: 't' },
      ],
      '2|t',
    ],
    ['the only secret, which has no id', [{ secret: 'u' }], '2|u'],
    [
      'the first secret of a rotation',
      [
        { appId: '2', secret: 'new' },
        { appId: '2', secret: 'old' },
      ],
      '2|new',
    ],
  ])('speaks for %s', async (_, secrets, token) => {
    const { graph, app } = setup({ data: [] }, secrets);
    await app.subscriptions({ appId: '2' });
    expect(graph.requests[0]?.accessToken).toBe(token);
  });
});
