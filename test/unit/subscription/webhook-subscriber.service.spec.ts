import { Logger } from '@nestjs/common';
import type { AccountDirectory } from '../../../lib/config/account-directory';
import type { WhatsAppAccount } from '../../../lib/config/account.interface';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import type { SubscribeInput } from '../../../lib/subscription/dto/subscribe.dto';
import { WebhookSubscriber } from '../../../lib/subscription/webhook-subscriber.service';
import type { SentRequest } from '../../support/scripted-graph';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

const URL_HERE = 'https://example.com/hook?key=hidden';
const OBJECT = 'whatsapp_business_account';

interface Platform {
  app?: { callback_url: string; active?: boolean; fields: unknown[] };
  apps?: { id: string; override?: string }[];
  callbacks?: { phone_number?: string };
}

function setup(
  platform: Platform = {},
  account: Partial<WhatsAppAccount> = {},
  { verifyToken, events }: { verifyToken?: string; events?: readonly string[] } = {},
) {
  const graph = new ScriptedGraph();
  graph.answer = ({ method, path }: SentRequest) => {
    if (method !== 'GET') return { success: true };
    if (path === '111/subscriptions')
      return {
        data: [
          { object: 'page', fields: [] },
          ...(platform.app ? [{ object: OBJECT, ...platform.app }] : []),
        ],
      };
    if (path === '200/subscribed_apps')
      return {
        data: (platform.apps ?? []).map(({ id, override }) => ({
          whatsapp_business_api_data: { id },
          ...(override && { override_callback_uri: override }),
        })),
      };
    return { id: path, webhook_configuration: platform.callbacks };
  };
  const directory = {
    appSecrets: () => Promise.resolve([{ appId: '111', secret: 'sssecret' }]),
    account: () => Promise.resolve({ accessToken: 't', wabaId: '200', phoneNumberId: '100', ...account }),
  } as unknown as AccountDirectory;
  const options = verifyToken === undefined ? {} : { verifyToken };
  const subscriber = new WebhookSubscriber(
    graph.client,
    directory,
    graph.validator,
    options,
    events && { names: () => events },
  );
  const subscribe = (input: Partial<SubscribeInput> = {}) =>
    subscriber.subscribe({ url: URL_HERE, fields: ['messages'], verifyToken: 'vvv', ...input });
  const writes = () => graph.sent.filter(({ method }) => method !== 'GET');
  return { graph, subscriber, subscribe, writes };
}

describe('WebhookSubscriber', () => {
  let log: jest.SpyInstance;
  let warn: jest.SpyInstance;

  beforeEach(() => {
    log = jest.spyOn(Logger.prototype, 'log').mockImplementation();
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  it('sets up a new app: fields and URL first, then the WABA', async () => {
    const { subscribe, writes } = setup({ apps: [{ id: '999' }] });
    const result = await subscribe({ fields: ['messages', 'calls'] });
    expect(writes()).toEqual([
      {
        method: 'POST',
        path: '111/subscriptions',
        body: {
          object: OBJECT,
          callback_url: URL_HERE,
          verify_token: 'vvv',
          fields: 'messages,calls',
          include_values: true,
        },
      },
      { method: 'POST', path: '200/subscribed_apps', body: {} },
    ]);
    expect(result).toMatchObject({ warnings: [], fields: ['messages', 'calls'] });
    expect(result.changes.map(({ step }) => step)).toEqual(['app-subscription', 'waba-subscription']);
  });

  it('changes nothing that is right, and does not remove an override by subscribing again', async () => {
    const { subscribe, writes } = setup({
      app: {
        callback_url: URL_HERE,
        active: true,
        fields: [{ name: 'messages', version: 'v26.0' }, 'flows'],
      },
      apps: [{ id: '111', override: URL_HERE }],
    });
    await expect(subscribe()).resolves.toEqual({ changes: [], warnings: [], fields: ['messages', 'flows'] });
    expect(writes()).toEqual([]);
    expect(log.mock.calls.flat()).toEqual(['Webhooks are set up as wanted; nothing was changed']);
  });

  it('S2 CallbackURLScope WABA: overrides after subscribing', async () => {
    const { subscribe, writes } = setup({
      app: { callback_url: 'https://production.example.com', fields: ['messages'] },
    });
    await subscribe({ scope: 'waba' });
    expect(writes().map(({ path, body }) => [path, body as object])).toEqual([
      ['200/subscribed_apps', {}],
      ['200/subscribed_apps', { override_callback_uri: URL_HERE, verify_token: 'vvv' }],
    ]);
  });

  it('S2 CallbackURLScope PHONE: overrides at the number', async () => {
    const { subscribe, writes } = setup({
      app: { callback_url: 'https://production.example.com', fields: ['messages'] },
      apps: [{ id: '111' }],
    });
    await subscribe({ scope: 'phone' });
    expect(writes()).toEqual([
      {
        method: 'POST',
        path: '100',
        body: { webhook_configuration: { override_callback_uri: URL_HERE, verify_token: 'vvv' } },
      },
    ]);
  });

  it('S2 CallbackURLScope APP: does not take an app over unless told to', async () => {
    const platform = { app: { callback_url: 'https://production.example.com', fields: ['messages'] } };
    const careful = setup(platform);
    await expect(careful.subscribe()).rejects.toThrow('replaceUrl');
    expect(careful.writes()).toEqual([]);
    const bold = setup({ ...platform, apps: [{ id: '111' }] });
    await bold.subscribe({ replaceUrl: true });
    expect(bold.writes()).toMatchObject([{ path: '111/subscriptions', body: { callback_url: URL_HERE } }]);
  });

  it('warns when a number sends its webhooks elsewhere', async () => {
    const { subscribe } = setup({ callbacks: { phone_number: 'https://elsewhere.example.com' } });
    const { warnings } = await subscribe();
    expect(warnings).toHaveLength(1);
    expect(warn.mock.calls.flat()).toEqual(warnings);
  });

  it('logs what it did without tokens and without the query of the URL', async () => {
    await setup().subscribe();
    const lines = log.mock.calls.flat().join('\n');
    expect(lines).toContain('https://example.com/hook, new fields: messages');
    for (const secret of ['hidden', 'vvv', 'sssecret']) expect(lines).not.toContain(secret);
  });

  it('uses the verify token of the module', async () => {
    const { subscribe, writes } = setup({}, {}, { verifyToken: 'from the module' });
    await subscribe({ verifyToken: undefined });
    expect(writes()[0]?.body).toMatchObject({ verify_token: 'from the module' });
  });

  it.each<[string, Partial<WhatsAppAccount>, Partial<SubscribeInput>]>([
    ['verify token', {}, { verifyToken: undefined }],
    ['WABA id', { wabaId: undefined }, {}],
    ['phone number id', { phoneNumberId: undefined }, { scope: 'phone' }],
    ['app secret', {}, { appId: '222' }],
  ])('changes nothing when there is no %s', async (_, account, input) => {
    const { subscribe, writes } = setup({}, account);
    await expect(subscribe(input)).rejects.toThrow(WhatsAppConfigurationError);
    expect(writes()).toEqual([]);
  });

  it('takes the fields from the handlers', async () => {
    const events = ['message.text', 'message.image', 'call.connect', 'business.username_update'];
    const { subscribe, writes } = setup({ apps: [{ id: '111' }] }, {}, { events });
    const { warnings } = await subscribe({ fields: undefined });
    expect(writes()).toMatchObject([{ path: '111/subscriptions', body: { fields: 'calls,messages' } }]);
    expect(warnings).toEqual([expect.stringContaining('business_username_updates.')]);
  });

  it('warns of handlers that the given fields leave out, and not of those that somebody subscribed by hand', async () => {
    const events = ['message.text', 'call.connect', 'business.username_update'];
    const app = { callback_url: URL_HERE, fields: ['business_username_updates'] };
    const { subscribe } = setup({ app, apps: [{ id: '111' }] }, {}, { events });
    const { warnings, fields } = await subscribe();
    expect(fields).toEqual(['business_username_updates', 'messages']);
    expect(warnings).toEqual([expect.stringContaining('not subscribed to: calls.')]);
    expect(warn.mock.calls.flat()).toEqual(warnings);
  });

  it.each([[undefined], [[]], [['error.other']]])(
    'asks for fields when handlers do not tell them: %j',
    async (events) => {
      const { subscribe, graph } = setup({}, {}, events && { events });
      await expect(subscribe({ fields: undefined })).rejects.toThrow(/there are no handlers/);
      expect(graph.calls).toEqual([]);
    },
  );

  it('checks without changing anything', async () => {
    const app = { callback_url: URL_HERE, fields: ['messages'] };
    const events = ['message.text', 'call.connect'];
    const { subscriber, writes } = setup({ app }, {}, { events });
    await expect(subscriber.check()).resolves.toMatchObject({
      fields: ['messages'],
      missing: ['calls'],
      subscribed: false,
    });
    expect(warn).toHaveBeenCalledTimes(2);
    expect(writes()).toEqual([]);
    const silenced = setup({ app: { ...app, active: false }, apps: [{ id: '111' }] }, {}, { events });
    await expect(silenced.subscriber.check()).resolves.toMatchObject({
      fields: [],
      missing: ['calls', 'messages'],
      subscribed: true,
    });
  });

  it('works without a number', async () => {
    const { graph, subscribe } = setup({}, { phoneNumberId: undefined });
    await subscribe();
    expect(graph.calls).not.toContain('GET 100');
  });

  it('refuses what Meta would refuse', async () => {
    const { subscribe } = setup();
    const long = `https://example.com/${'x'.repeat(200)}`;
    expect(await issuesOf(subscribe({ url: 'http://example.com', fields: [] }))).toEqual([
      'url: must be an absolute https URL',
      'fields: must have at least 1 item, has 0',
    ]);
    expect(await issuesOf(subscribe({ url: long, scope: 'waba' }))).toEqual([
      'url: must have at most 200 characters, has 220',
    ]);
    await expect(subscribe({ url: long })).resolves.toBeDefined();
  });
});
