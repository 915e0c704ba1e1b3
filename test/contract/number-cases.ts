import { generateKeyPairSync } from 'node:crypto';
import {
  BlockedUsersService,
  BusinessEncryptionService,
  BusinessProfileService,
  CallsService,
  CommerceService,
  ConversationalAutomationService,
  MediaService,
  OfficialBusinessAccountService,
  PhoneNumbersService,
  QrCodesService,
  SettingsService,
  UsernamesService,
} from 'nestjs-whatsapp-cloud';
import { ANSWERS, OFFER } from '../unit/calls/sdp-samples';
import { jpeg } from '../unit/groups/jpegs';
import { ID } from './recorded-app';
import { on } from './service-case';
import type { ServiceCase } from './service-case';

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

/** What belongs to a phone number. */
export const NUMBER_CASES: readonly ServiceCase[] = [
  ...on(
    MediaService,
    ['upload', (s) => s.upload(picture, { mimeType: 'image/jpeg', fileName: 'a.jpg' })],
    ['upload for an hour', (s) => s.upload(picture, { mimeType: 'image/jpeg', ttlMinutes: 60 })],
    ['info', (s) => s.info(ID.media)],
    ['info for a number', (s) => s.info(ID.media, { phoneNumberId: ID.number })],
    ['delete', (s) => s.delete(ID.media)],
    [
      'createUploadSession',
      (s) => s.createUploadSession({ mimeType: 'image/png', fileName: 'a.png', size: 3 }, { appId: ID.app }),
    ],
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
];
