import { generateKeyPairSync } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import {
  BlockedUsersService,
  BusinessEncryptionService,
  BusinessProfileService,
  CallsService,
  CommerceService,
  ConversationalAutomationService,
  FlowsService,
  GroupsService,
  MediaService,
  OfficialBusinessAccountService,
  PhoneNumbersService,
  QrCodesService,
  SettingsService,
  TemplatesService,
  UsernamesService,
  WabaService,
} from 'nestjs-whatsapp-cloud';
import { ANSWERS, OFFER } from '../unit/calls/sdp-samples';
import { jpeg } from '../unit/groups/jpegs';
import { META_TEMPLATES } from '../unit/templates/meta-templates';
import { ContractLedger } from './contract-ledger';
import { describeContract } from './describe-contract';
import { NOT_IN_FILE } from './exceptions';
import { Contract } from './openapi';
import { ID, NODES, RecordedApp } from './recorded-app';

interface Case {
  readonly name: string;
  readonly call: (app: RecordedApp) => unknown;
  /** How many requests the call makes. */
  readonly requests: number;
}

const ann = '+16505551234';
const userId = 'US.13491208655302741918';
const picture = jpeg(640, 640);
const sdp = ANSWERS['pure TypeScript'] as string;
const override = { url: 'https://example.com/hook', verifyToken: 'secret' };
const publicKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).publicKey;

/** Calls of one service, which make one request unless told otherwise. */
function on<T>(
  type: Type<T>,
  ...cases: readonly (readonly [name: string, call: (service: T) => unknown, requests?: number])[]
): Case[] {
  return cases.map(([name, call, requests = 1]) => ({
    name: `${type.name}: ${name}`,
    call: async (app) => call(await app.service(type)),
    requests,
  }));
}

const CASES: readonly Case[] = [
  ...on(
    MediaService,
    ['upload', (s) => s.upload(picture, { mimeType: 'image/jpeg', fileName: 'a.jpg' })],
    ['upload for an hour', (s) => s.upload(picture, { mimeType: 'image/jpeg', ttlMinutes: 60 })],
    ['info', (s) => s.info(ID.media)],
    ['info for a number', (s) => s.info(ID.media, { phoneNumberId: ID.number })],
    ['delete', (s) => s.delete(ID.media)],
  ),
  ...on(
    BusinessProfileService,
    ['get', (s) => s.get()],
    [
      'update',
      (s) =>
        s.update({
          about: 'Open from 9 to 5',
          address: '1 Hacker Way',
          description: 'Eggs',
          email: 'eggs@example.com',
          profile_picture_handle: '4::aW1h',
          websites: ['https://example.com'],
          vertical: 'RETAIL',
        }),
    ],
  ),
  ...on(
    PhoneNumbersService,
    ['list', (s) => s.list({ limit: 100, after: 'a' })],
    [
      'list, filtered and sorted',
      (s) =>
        s.list({
          filtering: [{ field: 'account_mode', operator: 'EQUAL', value: 'LIVE' }],
          sort: 'last_onboarded_time_ascending',
        }),
    ],
    ['get', (s) => s.get()],
    ['health', (s) => s.health()],
    ['quality', (s) => s.quality()],
    ['throughput', (s) => s.throughput()],
    ['callbacks', (s) => s.callbacks()],
    ['create', (s) => s.create({ countryCode: '1', phoneNumber: '6505551234', verifiedName: 'Lucky Shrub' })],
    [
      'create, with all members',
      (s) =>
        s.create({
          countryCode: '1',
          phoneNumber: '6505551234',
          verifiedName: 'Lucky Shrub',
          migrate: true,
          preverifiedId: '1',
        }),
    ],
    ['requestCode', (s) => s.requestCode({ method: 'SMS', language: 'en_US' })],
    ['verifyCode', (s) => s.verifyCode({ code: '123-456' })],
    ['register', (s) => s.register({ pin: '123456' })],
    [
      'register with a backup',
      (s) => s.register({ pin: '123456', backup: { data: 'ZGF0YQ==', password: 'secret' } }),
    ],
    ['deregister', (s) => s.deregister()],
    ['setPin', (s) => s.setPin('123456')],
    ['requestDisplayName', (s) => s.requestDisplayName('Lucky Shrub')],
    ['setSearchVisibility', (s) => s.setSearchVisibility('VISIBLE')],
    ['setSearchVisibility to hidden', (s) => s.setSearchVisibility('NON_VISIBLE')],
    ['overrideCallback', (s) => s.overrideCallback(override)],
    ['removeCallbackOverride', (s) => s.removeCallbackOverride()],
  ),
  ...on(
    QrCodesService,
    ['create', (s) => s.create({ prefilledMessage: 'Hi', image: 'SVG' })],
    ['get', (s) => s.get(ID.qrCode, { image: 'PNG' })],
    ['list', (s) => s.list({ limit: 25 })],
    ['update', (s) => s.update({ code: ID.qrCode, prefilledMessage: 'Hello' })],
    ['delete', (s) => s.delete(ID.qrCode)],
  ),
  ...on(
    BlockedUsersService,
    ['block a phone number', (s) => s.block(ann)],
    ['block a user id', (s) => s.block([userId])],
    ['unblock a phone number', (s) => s.unblock(ann)],
    ['unblock a user id', (s) => s.unblock([userId])],
    ['list', (s) => s.list({ limit: 10, after: 'a' })],
  ),
  ...on(
    CommerceService,
    ['get', (s) => s.get()],
    ['update', (s) => s.update({ isCartEnabled: true, isCatalogVisible: false })],
    ['catalogs', (s) => s.catalogs()],
    ['linkCatalog', (s) => s.linkCatalog('194836987003835')],
    ['unlinkCatalog', (s) => s.unlinkCatalog('194836987003835')],
  ),
  ...on(
    ConversationalAutomationService,
    ['get', (s) => s.get()],
    [
      'update',
      (s) =>
        s.update({
          welcomeMessage: true,
          iceBreakers: ['Plan a trip'],
          commands: [{ name: 'help', description: 'Get help' }],
        }),
    ],
    ['addCommand', (s) => s.addCommand({ name: 'help', description: 'Get help' }), 2],
  ),
  ...on(
    TemplatesService,
    ...META_TEMPLATES.map(
      ([name, template]) => [`create ${name}`, (s: TemplatesService) => s.create(template)] as const,
    ),
    [
      'createFromLibrary',
      (s) =>
        s.createFromLibrary({
          name: 'my_delivery',
          language: 'en_US',
          category: 'UTILITY',
          library_template_name: 'delivery_update_1',
        }),
    ],
    [
      'upsert',
      (s) =>
        s.upsert({
          name: 'code',
          languages: ['en_US', 'de'],
          category: 'AUTHENTICATION',
          components: [
            { type: 'BODY', add_security_recommendation: true },
            { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
          ],
        }),
    ],
    ['get', (s) => s.get(ID.template)],
    ['find', (s) => s.find('order_update', 'en_US')],
    ['list', (s) => s.list({ status: ['APPROVED', 'PAUSED'], category: 'UTILITY', limit: 100 })],
    [
      'update',
      (s) => s.update(ID.template, { category: 'MARKETING', components: [{ type: 'BODY', text: 'Hi' }] }),
    ],
    ['delete by name', (s) => s.delete({ name: 'order_update' })],
    ['delete by id', (s) => s.delete({ id: ID.template }), 2],
    ['delete by ids', (s) => s.delete({ ids: [ID.template, ID.otherTemplate] })],
    ['compare', (s) => s.compare({ id: ID.template, otherId: ID.otherTemplate, days: 30 })],
    ['migrate', (s) => s.migrate({ sourceWabaId: '1', page: 0, count: 100 })],
    ['unpause', (s) => s.unpause(ID.template)],
    ['archive', (s) => s.archive([ID.template])],
    ['unarchive', (s) => s.unarchive([ID.template])],
    ['library', (s) => s.library({ topic: 'PAYMENTS' })],
    ['previews', (s) => s.previews({ languages: ['en_US'] })],
    ['groups', (s) => s.groups()],
    ['createGroup', (s) => s.createGroup({ name: 'g', description: 'd', templateIds: [ID.template] })],
  ),
  ...on(
    GroupsService,
    [
      'create',
      (s) => s.create({ subject: 'Orders', description: 'Of today', joinApprovalMode: 'approval_required' }),
    ],
    ['list', (s) => s.list({ limit: 1024, after: 'a' })],
    ['info', (s) => s.info(ID.group)],
    ['update', (s) => s.update(ID.group, { subject: 'Orders', description: 'Of tomorrow' })],
    ['setPicture', (s) => s.setPicture(ID.group, picture)],
    ['delete', (s) => s.delete(ID.group)],
    ['inviteLink', (s) => s.inviteLink(ID.group)],
    ['resetInviteLink', (s) => s.resetInviteLink(ID.group)],
    ['joinRequests', (s) => s.joinRequests(ID.group)],
    ['approveJoinRequests', (s) => s.approveJoinRequests(ID.group, ['MTY0'])],
    ['rejectJoinRequests', (s) => s.rejectJoinRequests(ID.group, ['MTY0'])],
    ['removeParticipants', (s) => s.removeParticipants(ID.group, [ann])],
    ['removeParticipants by user id', (s) => s.removeParticipants(ID.group, [userId])],
  ),
  ...on(
    WabaService,
    ['get', (s) => s.get()],
    ['health', (s) => s.health()],
    [
      'updateSettings',
      (s) =>
        s.updateSettings({
          is_enabled_for_insights: true,
          disable_marketing_messages_on_cloud_api: true,
          template_auto_archival_enabled: false,
        }),
    ],
    ['owned', (s) => s.owned(ID.business)],
    [
      'owned, filtered',
      (s) =>
        s.owned(
          ID.business,
          { createdAfter: new Date(Date.UTC(2026, 0, 1)), sort: 'creation_time_descending' },
          { limit: 10 },
        ),
    ],
    ['shared', (s) => s.shared(ID.business, { wabaId: ID.waba }, { limit: 10 })],
    ['subscribedApps', (s) => s.subscribedApps()],
    ['subscribeApp', (s) => s.subscribeApp()],
    ['unsubscribeApp', (s) => s.unsubscribeApp()],
    ['overrideCallback', (s) => s.overrideCallback(override)],
    ['assignedUsers', (s) => s.assignedUsers(ID.business)],
    ['assignUser', (s) => s.assignUser({ userId: ID.user, tasks: ['MANAGE'] })],
    ['removeUser', (s) => s.removeUser(ID.user)],
    [
      'activities',
      (s) => s.activities({ types: ['ACCOUNT_UPDATED'] }, { since: 1767225600, until: 1767312000 }),
    ],
  ),
  ...on(
    CallsService,
    ['initiate', (s) => s.initiate({ to: ann, sdp: OFFER, correlation: 'order 7' })],
    ['initiate to a user id', (s) => s.initiate({ to: userId, sdp: OFFER })],
    ['preAccept', (s) => s.preAccept({ callId: 'wacid.1', sdp })],
    ['accept', (s) => s.accept({ callId: 'wacid.2', sdp })],
    ['reject', (s) => s.reject('wacid.3')],
    ['terminate', (s) => s.terminate('wacid.4')],
    ['permissions of a phone number', (s) => s.permissions(ann)],
    ['permissions of a user id', (s) => s.permissions(userId)],
  ),
  ...on(
    SettingsService,
    ['get', (s) => s.get()],
    ['get with fields and credentials', (s) => s.get({ fields: ['calling'], includeSipCredentials: true })],
    [
      'update calling',
      (s) =>
        s.update({
          calling: {
            status: 'ENABLED',
            call_icon_visibility: 'DISABLE_ALL',
            callback_permission_status: 'ENABLED',
            srtp_key_exchange_protocol: 'DTLS',
            call_hours: {
              status: 'ENABLED',
              timezone_id: 'Europe/Berlin',
              weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '0900', close_time: '1700' }],
              holiday_schedule: [],
            },
          },
        }),
    ],
    [
      'update SIP',
      (s) =>
        s.update({
          calling: { sip: { status: 'ENABLED', servers: [{ hostname: 'sip.example.com', port: 5061 }] } },
        }),
    ],
    [
      'update the identity check',
      (s) => s.update({ user_identity_change: { enable_identity_key_check: true } }),
    ],
    [
      'update the storage',
      (s) =>
        s.update({
          storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' },
        }),
    ],
    ['update the payload encryption', (s) => s.update({ payload_encryption: { status: 'DISABLED' } })],
  ),
  ...on(
    BusinessEncryptionService,
    ['get', (s) => s.get()],
    ['setPublicKey', (s) => s.setPublicKey(publicKey)],
  ),
  ...on(
    OfficialBusinessAccountService,
    ['status', (s) => s.status()],
    ['apply', (s) => s.apply({ websiteUrl: 'https://example.com', primaryCountry: 'DE' })],
  ),
  ...on(
    UsernamesService,
    ['get', (s) => s.get()],
    ['set', (s) => s.set('luckyshrub', { transfer: true })],
    ['delete', (s) => s.delete()],
    ['suggestions', (s) => s.suggestions()],
  ),
  ...on(
    FlowsService,
    [
      'create',
      (s) => s.create({ name: 'signup', categories: ['SIGN_UP'], endpointUri: 'https://example.com' }),
    ],
    ['get', (s) => s.get(ID.flow)],
    ['list', (s) => s.list({ limit: 10 })],
    ['update', (s) => s.update(ID.flow, { name: 'signup', categories: ['OTHER'] })],
    ['publish', (s) => s.publish(ID.flow)],
    ['deprecate', (s) => s.deprecate(ID.flow)],
    ['delete', (s) => s.delete(ID.flow)],
    ['migrate', (s) => s.migrate({ sourceWabaId: '1', flowNames: ['signup'] })],
    ['assets', (s) => s.assets(ID.flow)],
  ),
];

describeContract('the services', () => {
  let app: RecordedApp;
  let ledger: ContractLedger;

  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    app = await RecordedApp.start();
    ledger = new ContractLedger(new Contract(NODES));
  });

  afterAll(async () => {
    await app.stop();
    jest.restoreAllMocks();
    process.stdout.write(`${ledger.summary}\n`);
  });

  it.each(CASES)('$name', async ({ call, requests: count }) => {
    const requests = await app.requestsOf(() => call(app));
    expect(requests).toHaveLength(count);
    expect(ledger.complaints(requests)).toEqual([]);
  });

  it('needs every exception that it has', () => {
    expect(ledger.stale((operation) => !/\/(marketing_)?messages$/.test(operation))).toEqual([]);
  });

  it('names all operations that the file does not have', () => {
    expect(ledger.notInFile).toEqual([...NOT_IN_FILE].sort());
  });
});
