import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { MessagesService, Page, WhatsApp, WhatsAppModule } from 'nestjs-whatsapp-cloud';
import type { WhatsAppServices } from 'nestjs-whatsapp-cloud';
import { AccountDirectory } from '../../../lib/config/account-directory';
import type { WhatsAppAccount } from '../../../lib/config/account.interface';
import { Clock } from '../../../lib/config/clock';
import { TemplateDefinitions } from '../../../lib/config/template-definitions.interface';
import { DeliveryEngine } from '../../../lib/delivery/delivery-engine.interface';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import { GraphClient } from '../../../lib/graph/graph-client.service';
import type { GraphRequest, GraphResponse } from '../../../lib/graph/graph-request.interface';
import { SERVICES } from '../../../lib/facade/service-table';
import { whatsAppExports } from '../../../lib/whatsapp.providers';
import type { ServiceName } from '../../../lib/facade/whatsapp-services';

const DEFAULT = '200555000000001';
const OTHER = '200555000000002';
const WABA = '300555000000009';
const TO = '16505551234';
const names = Object.keys(SERVICES) as ServiceName[];

/** Records requests with the path that the real account would give them. */
class Requests {
  readonly all: GraphRequest[] = [];
  private readonly answers: unknown[] = [];

  constructor(private readonly directory: AccountDirectory) {}

  next(...answers: unknown[]): void {
    this.answers.push(...answers);
  }

  request = async (request: GraphRequest): Promise<unknown> => {
    this.all.push(request);
    if (typeof request.path === 'function')
      this.paths.push(request.path(await this.directory.account(request.account)));
    else this.paths.push(request.path);
    return this.answers.shift() ?? { success: true, messages: [{ id: 'wamid.1' }], data: [] };
  };

  exchange = async (request: GraphRequest): Promise<GraphResponse<unknown>> => ({
    status: 200,
    headers: {},
    data: await this.request(request),
  });

  readonly paths: string[] = [];
}

describe('WhatsApp', () => {
  let module: TestingModule;
  let whatsapp: WhatsApp;
  let requests: Requests;
  let resolved: object[];

  beforeEach(async () => {
    resolved = [];
    const resolve = (ref: Partial<WhatsAppAccount>): WhatsAppAccount => {
      resolved.push(ref);
      return { accessToken: 't', phoneNumberId: DEFAULT, wabaId: '300555000000001', ...ref };
    };
    module = await Test.createTestingModule({
      imports: [
        WhatsAppModule.forRoot({
          accountResolver: { resolve },
          path: false,
          templates: { checkValues: false },
          pacing: {},
        }),
      ],
    })
      .overrideProvider(GraphClient)
      .useFactory({
        inject: [AccountDirectory],
        factory: (directory: AccountDirectory) => new Requests(directory),
      })
      .compile();
    await module.init();
    whatsapp = module.get(WhatsApp);
    requests = module.get<Requests>(GraphClient);
  });

  afterEach(() => module.close());

  it('has every service that the module exports', () => {
    const infrastructure = whatsAppExports.filter(
      (token) => typeof token !== 'function' || [WhatsApp, AccountDirectory].includes(token as never),
    );
    expect(infrastructure).toEqual(
      expect.arrayContaining([WhatsApp, AccountDirectory, Clock, DeliveryEngine]),
    );
    const services = whatsAppExports.filter((token) => !infrastructure.includes(token));
    expect(new Set(names.map((name) => SERVICES[name].type))).toEqual(new Set(services));
  });

  it.each(names)('%s is the injected one, and of the same class for another account', (name) => {
    const injected = module.get<object>(SERVICES[name].type);
    expect(whatsapp[name]).toBe(injected);
    const account = whatsapp.account(OTHER);
    expect(account[name]).toBe(account[name]);
    if (name === 'graph') return;
    expect(account[name]).toBeInstanceOf(SERVICES[name].type);
    expect(account[name] === injected).toBe(SERVICES[name].make === undefined);
  });

  it.each(names.filter((name) => SERVICES[name].make && name !== 'graph'))(
    '%s of an account has all parts that the injected one has, and none that speaks for the default account',
    (name) => {
      const injected = whatsapp[name] as object;
      const bound = whatsapp.account(OTHER)[name] as object;
      const defined = (service: object): string[] =>
        Object.entries(service).flatMap(([field, value]) => (value === undefined ? [] : field));
      expect(defined(bound)).toEqual(expect.arrayContaining(defined(injected)));
      const shared = [module.get<object>(GraphClient), module.get<object>(AccountDirectory)];
      // Asked to forget, and nothing else.
      shared.push(
        ...(name === 'templates' ? [] : [module.get<object>(TemplateDefinitions, { strict: false })]),
      );
      expect(reachable(bound, name).filter((part) => shared.includes(part))).toEqual([]);
    },
  );

  it('sends from the default number, and from the one that is asked for', async () => {
    const text = { to: TO, body: 'Hello' };
    await whatsapp.messages.sendText(text);
    await whatsapp.account(OTHER).messages.sendText(text);
    await whatsapp
      .account({ phoneNumberId: OTHER })
      .messages.send({ to: TO, type: 'text', text: { body: 'x' } });
    await whatsapp.account(OTHER).messages.sendText(text, { phoneNumberId: DEFAULT });
    expect(sends()).toEqual([DEFAULT, OTHER, OTHER, DEFAULT].map((id) => `${id}/messages`));
  });

  it('answers events from their own number, and from the account when they have none', async () => {
    const { messages } = whatsapp.account(OTHER);
    const event = { phoneNumberId: DEFAULT, payload: { id: 'wamid.1', from: TO } };
    await messages.reply(event, { body: 'Hello' });
    await messages.to(event).react('👍');
    await messages.markAsRead(event);
    const lost = { payload: event.payload };
    await messages.reply(lost, { body: 'Hello' });
    await messages.to(lost).react('👍');
    await messages.markAsRead(lost);
    await messages.markAsRead('wamid.1');
    expect(sends()).toEqual(
      [...Array<string>(3).fill(DEFAULT), ...Array<string>(4).fill(OTHER)].map((id) => `${id}/messages`),
    );
  });

  it('answers calls from the number that they are on', async () => {
    const { calls } = whatsapp.account(OTHER);
    const event = { name: 'call.connect', payload: { id: 'wacid.1', direction: 'USER_INITIATED' } };
    await calls.of({ ...event, phoneNumberId: DEFAULT }).reject();
    await calls.of({ ...event, payload: { ...event.payload, id: 'wacid.2' } }).reject();
    await calls.reject('wacid.3');
    expect(requests.paths).toEqual([`${DEFAULT}/calls`, `${OTHER}/calls`, `${OTHER}/calls`]);
    expect(whatsapp.callTracker.stateOf('wacid.1')?.phase).toBe(
      whatsapp.callTracker.stateOf('wacid.2')?.phase,
    );
  });

  it('keeps the account over the pages of a list', async () => {
    const paging = (after: string): object => ({
      cursors: { after },
      next: 'https://graph.facebook.com/next',
    });
    requests.next(
      { data: [{ id: '1' }], paging: paging('a') },
      { data: [{ id: '2' }], paging: paging('b') },
      { data: [{ id: '3' }] },
    );
    const page = await whatsapp.account({ wabaId: WABA }).templates.list();
    expect(page).toBeInstanceOf(Page);
    const ids: unknown[] = [];
    for await (const template of page) ids.push(template.id);
    expect(ids).toEqual(['1', '2', '3']);
    expect(requests.paths).toEqual(Array<string>(3).fill(`${WABA}/message_templates`));
    expect(requests.all.map(({ account }) => account)).toEqual(
      Array<object>(3).fill(expect.objectContaining({ wabaId: WABA })),
    );
  });

  it.each<[string, (services: WhatsAppServices) => Promise<unknown>, string]>([
    ['settings', ({ settings }) => settings.get(), `${OTHER}/settings`],
    ['profile', ({ businessProfile }) => businessProfile.get(), `${OTHER}/whatsapp_business_profile`],
    ['blocked users', ({ blockedUsers }) => blockedUsers.list(), `${OTHER}/block_users`],
    [
      'media',
      ({ media }) => media.upload(Buffer.from('%PDF-1.7'), { mimeType: 'application/pdf' }),
      `${OTHER}/media`,
    ],
    [
      'files of messages',
      ({ messages }) =>
        messages.sendDocument({
          to: TO,
          file: { source: Buffer.from('%PDF-1.7'), mimeType: 'application/pdf' },
        }),
      `${OTHER}/media`,
    ],
    [
      'requests',
      ({ graph }) => graph.request({ method: 'GET', path: ({ phoneNumberId }) => `${phoneNumberId}` }),
      OTHER,
    ],
  ])('binds %s', async (_, call, path) => {
    await call(whatsapp.account(OTHER)).catch(() => undefined);
    expect(requests.paths[0]).toBe(path);
    expect(requests.all[0]?.account).toMatchObject({ phoneNumberId: OTHER });
  });

  it('asks for the health of a flow on the number', async () => {
    await whatsapp.account(OTHER).flows.health('1');
    await whatsapp.flows.health('1');
    expect(requests.all.map(({ query }) => query?.['fields'])).toEqual([
      `health_status.phone_number(${OTHER})`,
      'health_status',
    ]);
  });

  it('copies media from the account and to it, unless the call says otherwise', async () => {
    requests.next({ url: 'https://lookaside.fbsbx.com/1', mime_type: 'image/png', id: '5' });
    await whatsapp
      .account(OTHER)
      .media.copy('5', { from: {}, to: { phoneNumberId: DEFAULT } })
      .catch(() => undefined);
    expect(requests.all.map(({ account }) => account?.phoneNumberId)).toEqual([OTHER, OTHER]);
  });

  it('looks throughput up with the token of the account', async () => {
    await whatsapp.account(OTHER).messages.sendText({ to: TO, body: 'Hello' });
    const lookUp = requests.all.find(({ query }) => query?.['fields'] === 'throughput,is_on_biz_app');
    expect(lookUp).toMatchObject({ path: OTHER, account: { phoneNumberId: OTHER } });
    expect(resolved).not.toContainEqual(expect.objectContaining({ phoneNumberId: undefined }));
  });

  it('refuses an account without an id', () => {
    expect(() => whatsapp.account('')).toThrow(PayloadValidationError);
    expect(() => whatsapp.account({ wabaId: undefined })).toThrow(/account/);
  });

  it('uses what the application put in place of a service', async () => {
    const own = { sendText: jest.fn() };
    const replaced = await Test.createTestingModule({
      imports: [WhatsAppModule.forRoot({ accessToken: 't', phoneNumberId: DEFAULT, path: false })],
    })
      .overrideProvider(MessagesService)
      .useValue(own)
      .compile();
    expect(replaced.get(WhatsApp).messages).toBe(own);
    await replaced.close();
  });

  function sends(): string[] {
    return requests.paths.filter((path) => path.endsWith('/messages'));
  }
});

/** Everything that can be reached from an object by its fields. */
function reachable(root: object, name: string): object[] {
  const seen = new Set<object>();
  const open = [root];
  for (let part = open.pop(); part; part = open.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    for (const [field, value] of Object.entries(part)) {
      if (name === 'templates' && field === 'definitions') continue;
      if (typeof value === 'object' && value !== null) open.push(value as object);
    }
  }
  return [...seen];
}
