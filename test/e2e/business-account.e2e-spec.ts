import { inspect } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EmulatedGroup, RecordedRequest, VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import { MessagesService, OnWhatsAppEvent } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import { appProviders } from '../../lib/app/app.providers';
import { AppService } from '../../lib/app/app.service';
import { groupsProviders } from '../../lib/groups/groups.providers';
import { GroupsService } from '../../lib/groups/groups.service';
import { GroupParticipantNotInGroupError } from '../../lib/errors/group.errors';
import { GraphClient } from '../../lib/graph/graph-client.service';
import { GraphPages } from '../../lib/graph/graph-pages.service';
import { AccountDirectory } from '../../lib/config/account-directory';
import { Clock } from '../../lib/config/clock';
import { subscriptionProviders } from '../../lib/subscription/subscription.providers';
import { webhookFieldsOf } from '../../lib/subscription/webhook-fields';
import { WebhookSubscriber } from '../../lib/subscription/webhook-subscriber.service';
import { PayloadValidator } from '../../lib/validation/payload-validator.service';
import { wabaProviders } from '../../lib/waba/waba.providers';
import { WabaService } from '../../lib/waba/waba.service';
import type { Booted } from '../support/boot';
import { boot } from '../support/boot';
import { jpeg } from '../unit/groups/jpegs';

const APP_ID = '100555000000001';
const SECRET = 'ssappsecret0123456789';
const TOKEN = 'EAAaccesstoken0123456789';

class Capture implements LoggerService {
  readonly lines: string[] = [];
  readonly log = (...args: unknown[]): void => void this.lines.push(args.map(String).join(' '));
  readonly error = this.log;
  readonly warn = this.log;
}

@Injectable()
class GroupEvents {
  readonly seen: WhatsAppEvent<'group.*'>[] = [];

  @OnWhatsAppEvent('group.*')
  onGroup(event: WhatsAppEvent<'group.*'>): void {
    this.seen.push(event);
  }
}

const running: Booted[] = [];

/** Shared providers that the module does not export yet are made from those that it does. */
async function start(logger?: LoggerService): Promise<Booted> {
  const booted = await boot({
    ...(logger && { logger }),
    emulator: { appId: APP_ID, appSecret: SECRET, accessToken: TOKEN },
    options: { appSecret: { appId: APP_ID, secret: SECRET }, http: { maxAttempts: 1 } },
    providers: [
      GroupEvents,
      {
        provide: GraphPages,
        inject: [GraphClient, Clock],
        useFactory: (graph: GraphClient, clock: Clock) => new GraphPages(graph, clock),
      },
      {
        provide: PayloadValidator,
        inject: [Clock],
        useFactory: (clock: Clock) => new PayloadValidator({}, clock),
      },
      ...groupsProviders,
      ...wabaProviders,
      ...appProviders,
      ...subscriptionProviders,
    ],
  });
  running.push(booted);
  return booted;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

describe('groups', () => {
  let booted: Booted;
  let groups: GroupsService;
  let events: GroupEvents;
  let ann: VirtualUser;
  let ben: VirtualUser;

  beforeEach(async () => {
    booted = await start();
    groups = booted.app.get(GroupsService);
    events = booted.app.get(GroupEvents);
    ann = booted.emulator.user({ name: 'Ann' });
    ben = booted.emulator.user({ name: 'Ben', username: 'ben' });
  });

  const names = (): string[] => events.seen.map(({ name }) => name);
  const make = async (joinApprovalMode?: string): Promise<EmulatedGroup> => {
    await groups.create({ subject: 'Lamp club', description: 'Lamps', joinApprovalMode });
    await booted.emulator.idle();
    return booted.emulator.groups.at(-1) as EmulatedGroup;
  };

  it('are made, read, joined, written to, changed and deleted', async () => {
    const { requestId } = await groups.create({ subject: 'Lamp club' });
    await booted.emulator.idle();
    expect(events.seen).toMatchObject([{ name: 'group.create', payload: { request_id: requestId } }]);
    const id = events.seen[0]?.payload.group_id as string;
    const [group] = booted.emulator.groups as [EmulatedGroup];

    const { inviteLink } = await groups.inviteLink(id);
    expect(inviteLink).toBe((events.seen[0]?.payload as { invite_link?: string }).invite_link);
    expect((await groups.resetInviteLink(id)).inviteLink).not.toBe(inviteLink);

    await ann.joins(group);
    await expect(groups.info(id)).resolves.toMatchObject({
      subject: 'Lamp club',
      participantCount: 1,
      participants: [{ waId: ann.profile.phone, userId: ann.profile.userId }],
      joinApprovalMode: 'auto_approve',
      suspended: false,
    });
    await booted.app.get(MessagesService).sendText({ to: { group: id }, body: 'Welcome' });
    await ann.expectReply('Welcome');

    await groups.update(id, { subject: 'Lamp fans' });
    await groups.setPicture(id, jpeg(640, 640));
    expect(group).toMatchObject({ subject: 'Lamp fans', picture: jpeg(640, 640) });
    await groups.removeParticipants(id, [ann.profile.phone as string]);
    await expect(groups.removeParticipants(id, [ann.profile.phone as string])).rejects.toBeInstanceOf(
      GroupParticipantNotInGroupError,
    );
    await groups.delete(id);
    await booted.emulator.idle();
    expect(names()).toEqual([
      'group.create',
      'group.participants_add',
      'group.settings_update',
      'group.settings_update',
      'group.participants_remove',
      'group.delete',
    ]);
    expect((await groups.list()).items).toEqual([]);
    await expect(groups.info(id)).rejects.toMatchObject({ code: 803 });
  });

  it('let users in when the business approves', async () => {
    const group = await make('approval_required');
    await ann.joins(group);
    await ben.joins(group);
    const [first, second] = (await groups.joinRequests(group.id)).items;
    expect(second).toMatchObject({ username: 'ben', userId: ben.profile.userId });
    const decision = await groups.approveJoinRequests(group.id, [first?.joinRequestId ?? '', 'gone']);
    expect(decision).toMatchObject({
      done: [first?.joinRequestId],
      failed: [{ joinRequestId: 'gone', errors: [{ code: 131213 }] }],
    });
    await expect(groups.rejectJoinRequests(group.id, [second?.joinRequestId ?? ''])).resolves.toMatchObject({
      done: [second?.joinRequestId],
      failed: [],
    });
    await booted.emulator.idle();
    expect(group.participants).toEqual([ann.profile]);
    expect(names().slice(1)).toEqual([
      'group.join_request_created',
      'group.join_request_created',
      'group.participants_add',
    ]);
  });

  it('are listed in pages, and the token of the links goes nowhere', async () => {
    for (let index = 0; index < 5; index++) await make();
    const page = await groups.list({ limit: 2 });
    expect(page.length).toBe(2);
    expect(page.hasNext).toBe(true);
    expect((await page.all()).map(({ id }) => id)).toEqual(booted.emulator.groups.map(({ id }) => id));
    const urls = booted.emulator.requests.map(({ path, query }: RecordedRequest) => inspect([path, query]));
    expect(urls.join()).not.toContain('hidden');
    await expect(groups.list({ after: 'broken' })).rejects.toMatchObject({ code: 131059 });
  });
});

describe('webhook subscription', () => {
  it('does all steps once, then nothing, and tells what it did without a secret', async () => {
    const logger = new Capture();
    const { app, emulator, webhookUrl } = await start(logger);
    const subscriber = app.get(WebhookSubscriber);
    const { fields } = webhookFieldsOf(['message.text', 'group.*', 'call.connect']);
    const first = await subscriber.subscribe({ url: webhookUrl, fields });
    expect(first.changes.map(({ step }) => step)).toEqual(['app-subscription', 'waba-subscription']);
    expect(first.fields).toEqual(fields);
    await expect(subscriber.subscribe({ url: webhookUrl, fields })).resolves.toEqual({
      changes: [],
      warnings: [],
      fields,
    });
    const more = await subscriber.subscribe({ url: webhookUrl, fields: ['flows'] });
    expect(more.changes).toMatchObject([{ step: 'app-subscription', added: ['flows'] }]);
    await expect(app.get(AppService).subscriptions()).resolves.toMatchObject([
      { object: 'whatsapp_business_account', callback_url: webhookUrl, active: true },
    ]);
    expect(emulator.requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      `/${APP_ID}/subscriptions`,
      `/${emulator.wabaId}/subscribed_apps`,
      `/${APP_ID}/subscriptions`,
    ]);
    expect(logger.lines.join('\n')).toContain('Subscribed the app to webhooks at');
    for (const secret of [SECRET, TOKEN, emulator.verifyToken]) {
      expect(logger.lines.join('\n')).not.toContain(secret);
      expect(inspect(emulator.requests.map(({ path, query }) => [path, query]))).not.toContain(secret);
    }
  });

  it('overrides the URL of one WABA, where updates then arrive', async () => {
    const { app, emulator, webhookUrl } = await start();
    const url = `${webhookUrl}?for=waba`;
    const { changes } = await app
      .get(WebhookSubscriber)
      .subscribe({ url, scope: 'waba', fields: ['messages'] });
    expect(changes.map(({ step }) => step)).toEqual([
      'app-subscription',
      'waba-subscription',
      'waba-override',
    ]);
    const waba = app.get(WabaService);
    await expect(waba.subscribedApps()).resolves.toMatchObject([
      { whatsapp_business_api_data: { id: APP_ID }, override_callback_uri: url },
    ]);
    const message = await emulator.user({ name: 'Ann' }).says('hello');
    expect(message.status).toBe(200);
    await waba.removeCallbackOverride();
    expect((await waba.subscribedApps())[0]).not.toHaveProperty('override_callback_uri');
    await waba.unsubscribeApp();
    await expect(waba.subscribedApps()).resolves.toEqual([]);
    await expect(waba.overrideCallback({ url, verifyToken: emulator.verifyToken })).rejects.toMatchObject({
      code: 100,
    });
  });

  it('reports a URL that does not pass the handshake, an unknown field, and another URL of the app', async () => {
    const { app, emulator, url, webhookUrl } = await start();
    const subscriber = app.get(WebhookSubscriber);
    const fields = ['messages'];
    await expect(subscriber.subscribe({ url: `${url}/nowhere`, fields })).rejects.toMatchObject({
      code: 2200,
    });
    await expect(
      subscriber.subscribe({ url: webhookUrl, fields, verifyToken: 'wrong' }),
    ).rejects.toMatchObject({ code: 2200 });
    await expect(subscriber.subscribe({ url: webhookUrl, fields: ['nonsense'] })).rejects.toMatchObject({
      code: 100,
    });
    await subscriber.subscribe({ url: webhookUrl, fields });
    await expect(subscriber.subscribe({ url: `${webhookUrl}?b`, fields })).rejects.toThrow('replaceUrl');
    const taken = await subscriber.subscribe({ url: `${webhookUrl}?b`, fields, replaceUrl: true });
    expect(taken.changes).toHaveLength(1);
    await app.get(AppService).unsubscribe();
    await expect(app.get(AppService).subscriptions()).resolves.toEqual([]);
    expect(emulator.phoneNumberId).not.toBe('');
  });
});

describe('app', () => {
  it('exchanges a code once, tells what a token may do, and quotes no secret in errors', async () => {
    const { app, emulator } = await start();
    const service = app.get(AppService);
    const { accessToken } = await service.exchangeCode({ code: 'code-1' });
    expect(accessToken).toBe(TOKEN);
    await expect(service.debugToken(accessToken)).resolves.toMatchObject({
      valid: true,
      appId: APP_ID,
      wabaIds: [emulator.wabaId],
    });
    await expect(service.debugToken('nonsense')).resolves.toMatchObject({ valid: false });
    await expect(service.accessToken()).resolves.toMatchObject({ accessToken: `${APP_ID}|${SECRET}` });

    const errors: unknown[] = [];
    const fails = async (work: Promise<unknown>): Promise<void> => {
      errors.push(
        await work.then(
          () => 'did not fail',
          (error: unknown) => error,
        ),
      );
    };
    await fails(service.exchangeCode({ code: 'code-1' }));
    emulator.failNext({ path: '/subscriptions', code: 190, details: `Bad token ${APP_ID}|${SECRET}` });
    await fails(service.subscriptions());
    emulator.failNext({ path: '/oauth/access_token', code: 100, details: `Bad secret ${SECRET}` });
    await fails(service.accessToken());
    emulator.failNext({ path: '/debug_token', resetSocket: true });
    await fails(service.debugToken(TOKEN));
    expect(errors.every((error) => error instanceof Error)).toBe(true);
    const printed = errors
      .map((error) => `${inspect(error, { depth: 9 })} ${JSON.stringify(error)}`)
      .join('\n');
    expect(printed).not.toContain(SECRET);
    expect(printed).not.toContain(TOKEN);
  });

  it('may do nothing but speak for itself', async () => {
    const { app, emulator } = await start();
    const request = app.get(GraphClient).request({
      method: 'GET',
      path: `${emulator.wabaId}/subscribed_apps`,
      accessToken: `${APP_ID}|${SECRET}`,
    });
    await expect(request).rejects.toMatchObject({ code: 200 });
    const subscriptions = app.get(GraphClient).request({ method: 'GET', path: `${APP_ID}/subscriptions` });
    await expect(subscriptions).rejects.toMatchObject({ code: 15 });
    expect(app.get(AccountDirectory)).toBeDefined();
  });
});
