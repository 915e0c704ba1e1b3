import {
  BlockedUsersService,
  BusinessComplianceService,
  BusinessEncryptionService,
  BusinessProfileService,
  CommerceService,
  ConversationalAutomationService,
  OfficialBusinessAccountService,
  PhoneNumbersService,
  QrCodesService,
  UsernamesService,
} from 'nestjs-whatsapp-cloud';
import { generateFlowKeyPair } from '../../../lib/flows/crypto/flow-keys';
import { ID, suite } from './case';
import type { Suite } from './case';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000002800000028008020000', 'hex');
const PROFILE_ID = '500555000000001';
const LUCKY = { countryCode: '1', phoneNumber: '650 555 1234', verifiedName: 'Lucky Shrub' };
const SHOP = {
  entityName: 'Lucky Shrub',
  entityType: 'PRIVATE_COMPANY',
  grievanceOfficer: { name: 'Office', email: 'office@example.com', mobileNumber: '+919876543210' },
  customerCare: { email: 'care@example.com', mobileNumber: '+919876543210' },
} as const;

export const NUMBER_SUITES: readonly Suite[] = [
  suite(PhoneNumbersService, {
    list: async (numbers, { emulator }) => {
      const page = await numbers.list({ limit: 1, summary: ['total_count'] });
      expect(page.items).toMatchObject([{ id: emulator.phoneNumberId, status: 'CONNECTED' }]);
      expect(page.summary).toEqual({ total_count: 1 });
    },
    get: async (numbers, { emulator }) =>
      expect(await numbers.get({ fields: ['country_code', 'country_dial_code'] })).toEqual({
        id: emulator.phoneNumberId,
        country_code: 'US',
        country_dial_code: '1',
      }),
    health: async (numbers, { emulator, businessId }) =>
      expect(await numbers.health()).toEqual({
        can_send_message: 'AVAILABLE',
        entities: [
          { entity_type: 'PHONE_NUMBER', id: emulator.phoneNumberId, can_send_message: 'AVAILABLE' },
          { entity_type: 'WABA', id: emulator.wabaId, can_send_message: 'AVAILABLE' },
          { entity_type: 'BUSINESS', id: businessId, can_send_message: 'AVAILABLE' },
          { entity_type: 'APP', id: emulator.appId, can_send_message: 'AVAILABLE' },
        ],
      }),
    quality: async (numbers) => expect(await numbers.quality()).toMatchObject({ rating: 'GREEN' }),
    throughput: async (numbers) => expect(await numbers.throughput()).toMatchObject({ level: 'STANDARD' }),
    create: async (numbers) => {
      const { phoneNumberId } = await numbers.create(LUCKY);
      expect(await numbers.get({ phoneNumberId })).toMatchObject({
        verified_name: 'Lucky Shrub',
        code_verification_status: 'NOT_VERIFIED',
      });
    },
    requestCode: async (numbers, { emulator }) => {
      const { phoneNumberId } = await numbers.create(LUCKY);
      await numbers.requestCode({ method: 'SMS', language: 'en_US' }, { phoneNumberId });
      expect(emulator.number(phoneNumberId).verificationCode).toMatch(/^\d{6}$/);
    },
    verifyCode: async (numbers, { emulator }) => {
      const { phoneNumberId } = await numbers.create(LUCKY);
      await numbers.requestCode({ method: 'SMS', language: 'en_US' }, { phoneNumberId });
      await numbers.verifyCode(
        { code: emulator.number(phoneNumberId).verificationCode ?? '' },
        { phoneNumberId },
      );
      expect(await numbers.get({ phoneNumberId })).toMatchObject({ code_verification_status: 'VERIFIED' });
    },
    register: async (numbers) => {
      await numbers.register({ pin: '123456' });
      expect(await numbers.get()).toMatchObject({
        is_pin_enabled: true,
        last_onboarded_time: '2026-01-10T00:00:00+0000',
      });
    },
    deregister: async (numbers) => {
      await numbers.deregister();
      expect(await numbers.get()).toMatchObject({ status: 'PENDING' });
      await expect(numbers.deregister()).rejects.toMatchObject({ code: 133010 });
    },
    setPin: async (numbers) => {
      await numbers.setPin('654321');
      await expect(numbers.register({ pin: '123456' })).rejects.toMatchObject({ code: 133005 });
    },
    requestDisplayName: async (numbers) => {
      await numbers.requestDisplayName('Lamps');
      expect(await numbers.get({ fields: ['new_display_name', 'new_name_status'] })).toMatchObject({
        new_display_name: 'Lamps',
        new_name_status: 'PENDING_REVIEW',
      });
    },
    setSearchVisibility: async (numbers) => {
      await numbers.setSearchVisibility('NON_VISIBLE');
      expect(await numbers.get()).toMatchObject({ search_visibility: 'NON_VISIBLE' });
    },
    callbacks: async (numbers) => expect(await numbers.callbacks()).toEqual({}),
    overrideCallback: async (numbers, { booted, emulator }) => {
      await numbers.overrideCallback(
        { url: booted.webhookUrl, verifyToken: emulator.verifyToken },
        { validate: false },
      );
      expect(await numbers.callbacks()).toEqual({ phone_number: booted.webhookUrl });
    },
    removeCallbackOverride: async (numbers, { booted, emulator }) => {
      const override = { url: booted.webhookUrl, verifyToken: emulator.verifyToken };
      await numbers.overrideCallback(override, { validate: false });
      await numbers.removeCallbackOverride();
      expect(await numbers.callbacks()).toEqual({});
    },
    syncBusinessApp: async (numbers) => {
      expect(await numbers.syncBusinessApp('history')).toMatchObject({
        requestId: expect.stringMatching(ID),
      });
      await expect(numbers.syncBusinessApp('history')).rejects.toMatchObject({ code: 2593107 });
    },
  }),
  suite(BusinessProfileService, {
    get: async (profile) => expect(await profile.get()).toEqual({ messaging_product: 'whatsapp' }),
    update: async (profile) => {
      await profile.update({ about: 'Lamps', websites: ['https://example.com'] });
      expect(await profile.get()).toMatchObject({ about: 'Lamps', websites: ['https://example.com'] });
    },
    getById: async (profile) =>
      expect(await profile.getById(PROFILE_ID)).toEqual({
        id: PROFILE_ID,
        account_name: 'Emulator',
      }),
    updateById: async (profile) => {
      await profile.updateById(PROFILE_ID, { description: 'All about lamps' });
      expect(await profile.get()).toMatchObject({ description: 'All about lamps' });
    },
    uploadPicture: async (profile, { emulator }) => {
      const { appId } = emulator;
      const { handle } = await profile.uploadPicture(PNG, {
        appId,
        mimeType: 'image/png',
        fileName: 'a.png',
      });
      expect(handle).toMatch(/^4::/);
      expect(await profile.get()).toMatchObject({ profile_picture_url: expect.stringMatching(/^https:/) });
    },
  }),
  suite(ConversationalAutomationService, {
    get: async (automation) =>
      expect(await automation.get()).toMatchObject({ iceBreakers: [], commands: [] }),
    update: async (automation) => {
      await automation.update({ iceBreakers: ['Where is my order?'], welcomeMessage: true });
      expect(await automation.get()).toMatchObject({
        welcomeMessage: true,
        iceBreakers: ['Where is my order?'],
      });
    },
    addCommand: async (automation) => {
      await automation.addCommand({ name: 'help', description: 'What you can ask' });
      expect((await automation.get()).commands).toEqual([{ name: 'help', description: 'What you can ask' }]);
    },
    removeCommand: async (automation) => {
      await automation.addCommand({ name: 'help', description: 'What you can ask' });
      await automation.removeCommand('help');
      expect((await automation.get()).commands).toEqual([]);
    },
  }),
  suite(CommerceService, {
    get: async (commerce) =>
      expect(await commerce.get()).toMatchObject({ isCartEnabled: true, isCatalogVisible: false }),
    update: async (commerce) => {
      await commerce.update({ isCatalogVisible: true });
      expect(await commerce.get()).toMatchObject({ isCatalogVisible: true });
    },
    catalogs: async (commerce) => expect((await commerce.catalogs()).items).toEqual([]),
    linkCatalog: async (commerce) => {
      await commerce.linkCatalog('77');
      expect((await commerce.catalogs()).items).toMatchObject([{ id: '77' }]);
    },
    unlinkCatalog: async (commerce) => {
      await commerce.linkCatalog('77');
      await commerce.unlinkCatalog('77');
      expect((await commerce.catalogs()).items).toEqual([]);
    },
  }),
  suite(QrCodesService, {
    create: async (codes) =>
      expect(await codes.create({ prefilledMessage: 'Hi', image: 'SVG' })).toMatchObject({
        code: expect.stringMatching(/^[A-Z0-9]{14}$/),
        prefilledMessage: 'Hi',
        qrImageUrl: expect.stringMatching(/\.svg$/),
      }),
    get: async (codes) => {
      const { code } = await codes.create({ prefilledMessage: 'Hi' });
      expect(await codes.get(code)).toMatchObject({ code, prefilledMessage: 'Hi' });
    },
    list: async (codes) => {
      for (const prefilledMessage of ['a', 'b', 'c']) await codes.create({ prefilledMessage });
      const page = await codes.list({ limit: 2 });
      expect([page.items.length, page.hasNext]).toEqual([2, true]);
      expect((await page.all()).map(({ prefilledMessage }) => prefilledMessage)).toEqual(['a', 'b', 'c']);
    },
    update: async (codes) => {
      const { code } = await codes.create({ prefilledMessage: 'Hi' });
      await codes.update({ code, prefilledMessage: 'Hello' });
      expect(await codes.get(code)).toMatchObject({ prefilledMessage: 'Hello' });
    },
    delete: async (codes) => {
      const { code } = await codes.create({ prefilledMessage: 'Hi' });
      await codes.delete(code);
      expect((await codes.list()).items).toEqual([]);
    },
  }),
  suite(BlockedUsersService, {
    block: async (users, { ann }) =>
      expect(await users.block([`+${ann.profile.phone}`])).toMatchObject({
        added: [{ waId: ann.profile.phone }],
      }),
    unblock: async (users, { ann }) => {
      await users.block([`+${ann.profile.phone}`]);
      await users.unblock([`+${ann.profile.phone}`]);
      expect((await users.list()).items).toEqual([]);
    },
    list: async (users, { ann }) => {
      await users.block([`+${ann.profile.phone}`]);
      expect((await users.list({ limit: 1 })).items).toMatchObject([{ userId: ann.profile.userId }]);
    },
  }),
  suite(UsernamesService, {
    get: async (names) => expect((await names.get()).username).toBeUndefined(),
    set: async (names) => {
      expect(await names.set('lucky.shrub')).toMatchObject({ status: 'approved' });
      expect(await names.get()).toMatchObject({ username: 'lucky.shrub' });
    },
    delete: async (names) => {
      await names.set('lucky.shrub');
      await names.delete();
      expect((await names.get()).username).toBeUndefined();
    },
    suggestions: async (names, { emulator }) => {
      emulator.number().usernameSuggestions = ['lucky'];
      expect(await names.suggestions()).toEqual(['lucky']);
    },
  }),
  suite(OfficialBusinessAccountService, {
    status: async (account) => expect(await account.status()).toMatchObject({ status: 'NOT_STARTED' }),
    apply: async (account) => {
      await account.apply({ websiteUrl: 'https://example.com', primaryCountry: 'US' });
      expect(await account.status()).toMatchObject({ status: 'PENDING' });
    },
  }),
  suite(BusinessEncryptionService, {
    get: async (keys) => expect(await keys.get()).toBeUndefined(),
    setPublicKey: async (keys) => {
      const { publicKey } = await generateFlowKeyPair();
      await keys.setPublicKey(publicKey);
      expect(await keys.get()).toMatchObject({ publicKey, signatureStatus: 'VALID' });
    },
  }),
  suite(BusinessComplianceService, {
    get: async (compliance) => expect(await compliance.get()).toBeUndefined(),
    update: async (compliance) => {
      await compliance.update(SHOP);
      expect(await compliance.get()).toMatchObject(SHOP);
    },
  }),
];
