import { AppService, MigrationService, WabaService, WebhookSubscriber } from 'nestjs-whatsapp-cloud';
import { ID, suite } from './case';
import type { Suite } from './case';

const USER = '600555000000001';

export const ACCOUNT_SUITES: readonly Suite[] = [
  suite(WabaService, {
    get: async (waba, { emulator }) =>
      expect(await waba.get()).toMatchObject({
        id: emulator.wabaId,
        status: 'ACTIVE',
        ownership_type: 'SELF',
        business_verification_status: 'verified',
      }),
    health: async (waba) => expect(await waba.health()).toMatchObject({ can_send_message: 'AVAILABLE' }),
    updateSettings: async (waba) => {
      await waba.updateSettings({ template_auto_archival_enabled: false, is_enabled_for_insights: true });
      const fields = ['template_auto_archival_enabled', 'is_enabled_for_insights'] as const;
      expect(await waba.get({ fields })).toMatchObject({
        template_auto_archival_enabled: false,
        is_enabled_for_insights: true,
      });
    },
    owned: async (waba, { businessId, emulator, secondWabaId }) => {
      const page = await waba.owned(businessId, { sort: 'creation_time_ascending' }, { limit: 1 });
      expect((await page.all()).map(({ id }) => id)).toEqual([emulator.wabaId, secondWabaId]);
    },
    shared: async (waba, { emulator }) => {
      emulator.account().sharedWith.add('400555000000009');
      expect((await waba.shared('400555000000009')).items).toMatchObject([{ id: emulator.wabaId }]);
    },
    assignedTo: async (waba, { emulator }) => {
      await waba.assignUser({ userId: USER, tasks: ['MANAGE'] });
      expect((await waba.assignedTo(USER)).items).toEqual([
        { id: emulator.wabaId, name: 'Emulator', status: 'ACTIVE' },
      ]);
    },
    portfolio: async (waba, { businessId }) =>
      expect(await waba.portfolio(businessId)).toMatchObject({
        id: businessId,
        verification_status: 'verified',
      }),
    subscribedApps: async (waba) => expect(await waba.subscribedApps()).toEqual([]),
    subscribeApp: async (waba, { emulator }) => {
      await waba.subscribeApp();
      expect(await waba.subscribedApps()).toMatchObject([
        { whatsapp_business_api_data: { id: emulator.appId } },
      ]);
    },
    unsubscribeApp: async (waba) => {
      await waba.subscribeApp();
      await waba.unsubscribeApp();
      expect(await waba.subscribedApps()).toEqual([]);
    },
    overrideCallback: async (waba, { booted, emulator }) => {
      await waba.subscribeApp();
      const override = { url: booted.webhookUrl, verifyToken: emulator.verifyToken };
      await waba.overrideCallback(override, { validate: false });
      expect(await waba.subscribedApps()).toMatchObject([{ override_callback_uri: booted.webhookUrl }]);
    },
    removeCallbackOverride: async (waba, { booted, emulator }) => {
      await waba.subscribeApp();
      const override = { url: booted.webhookUrl, verifyToken: emulator.verifyToken };
      await waba.overrideCallback(override, { validate: false });
      await waba.removeCallbackOverride();
      expect((await waba.subscribedApps())[0]).not.toHaveProperty('override_callback_uri');
    },
    assignedUsers: async (waba, { businessId }) => {
      await waba.assignUser({ userId: USER, tasks: ['MANAGE', 'VIEW_COST'] });
      const { items } = await waba.assignedUsers(businessId);
      expect(items).toMatchObject([
        { id: USER, tasks: ['MANAGE', 'VIEW_COST'], business: { id: businessId } },
      ]);
    },
    assignUser: async (waba) =>
      expect(await waba.assignUser({ userId: USER, tasks: ['MESSAGING'] })).toBeUndefined(),
    removeUser: async (waba, { businessId }) => {
      await waba.assignUser({ userId: USER, tasks: ['MANAGE'] });
      await waba.removeUser(USER);
      expect((await waba.assignedUsers(businessId)).items).toEqual([]);
    },
    activities: async (waba) => {
      await waba.subscribeApp();
      await waba.assignUser({ userId: USER, tasks: ['MANAGE'] });
      const page = await waba.activities({}, { limit: 1 });
      expect((await page.all()).map(({ activity_type }) => activity_type)).toEqual([
        'USER_ADDED',
        'WEBHOOK_CONFIGURED',
      ]);
    },
  }),
  suite(AppService, {
    accessToken: async (app, { emulator }) =>
      expect((await app.accessToken()).accessToken).toBe(`${emulator.appId}|${emulator.appSecret}`),
    exchangeCode: async (app, { emulator }) =>
      expect((await app.exchangeCode({ code: 'code-1' })).accessToken).toBe(emulator.accessToken),
    customerToken: async (app, { emulator, businessId }) =>
      expect((await app.customerToken(businessId)).accessToken).toBe(emulator.accessToken),
    debugToken: async (app, { emulator, secondWabaId }) =>
      expect(await app.debugToken(emulator.accessToken)).toMatchObject({
        valid: true,
        scopes: ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management'],
        wabaIds: [emulator.wabaId, secondWabaId],
      }),
    subscriptions: async (app) => expect(await app.subscriptions()).toEqual([]),
    subscribe: async (app, { booted, emulator }) => {
      const callback = { url: booted.webhookUrl, verifyToken: emulator.verifyToken, fields: ['messages'] };
      await app.subscribe(callback, { validate: false });
      expect(await app.subscriptions()).toMatchObject([
        { callback_url: booted.webhookUrl, fields: [{ name: 'messages' }] },
      ]);
    },
    unsubscribe: async (app, { booted, emulator }) => {
      const callback = { url: booted.webhookUrl, verifyToken: emulator.verifyToken, fields: ['messages'] };
      await app.subscribe(callback, { validate: false });
      await app.unsubscribe();
      expect(await app.subscriptions()).toEqual([]);
    },
  }),
  suite(WebhookSubscriber, {
    check: async (subscriber, { booted }) => {
      await subscriber.subscribe({ url: booted.webhookUrl, fields: ['messages'] });
      expect(await subscriber.check()).toMatchObject({ fields: ['messages'], subscribed: true });
    },
    subscribe: async (subscriber, { booted }) => {
      const { changes } = await subscriber.subscribe({
        url: booted.webhookUrl,
        scope: 'phone',
        fields: ['messages'],
      });
      expect(changes.map(({ step }) => step)).toEqual([
        'app-subscription',
        'waba-subscription',
        'phone-override',
      ]);
    },
  }),
  suite(MigrationService, {
    start: async (migration) =>
      expect(await migration.start({ solutionId: '7' })).toEqual({ id: expect.stringMatching(ID) }),
    get: async (migration) => {
      const { id } = await migration.start({ solutionId: '7' });
      expect(await migration.get(id)).toEqual({ id, status: 'INITIATED' });
    },
  }),
];
