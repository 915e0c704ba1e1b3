import { generateKeyPairSync } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { MessagesService } from 'nestjs-whatsapp-cloud';
import { SteppedClock } from 'nestjs-whatsapp-cloud/testing';
import type { CloudApiEmulatorOptions } from 'nestjs-whatsapp-cloud/testing';
import { blockedUsersProviders } from '../../lib/blocked-users/blocked-users.providers';
import { BlockedUsersService } from '../../lib/blocked-users/blocked-users.service';
import { businessEncryptionProviders } from '../../lib/business-encryption/business-encryption.providers';
import { BusinessEncryptionService } from '../../lib/business-encryption/business-encryption.service';
import { businessProfileProviders } from '../../lib/business-profile/business-profile.providers';
import { BusinessProfileService } from '../../lib/business-profile/business-profile.service';
import { commerceProviders } from '../../lib/commerce/commerce.providers';
import { CommerceService } from '../../lib/commerce/commerce.service';
import { conversationalAutomationProviders } from '../../lib/conversational-automation/conversational-automation.providers';
import { ConversationalAutomationService } from '../../lib/conversational-automation/conversational-automation.service';
import { BulkBlockingFailedError } from '../../lib/errors/block-user.errors';
import {
  PhoneNumberAlreadyExistsError,
  PhoneNumberNotRegisteredError,
  PhoneNumberReverificationNeededError,
  TwoStepPinMismatchError,
  VerifyCodeError,
} from '../../lib/errors/registration.errors';
import { RegistrationOrDeregistrationFailedError } from '../../lib/errors/throttling.errors';
import { UsernameTransferRequiredError } from '../../lib/errors/username.errors';
import { GraphPages } from '../../lib/graph/graph-pages.service';
import { GraphDispatcher } from '../../lib/graph/transport/graph-dispatcher';
import { officialBusinessAccountProviders } from '../../lib/official-business-account/official-business-account.providers';
import { OfficialBusinessAccountService } from '../../lib/official-business-account/official-business-account.service';
import { phoneNumbersProviders } from '../../lib/phone-numbers/phone-numbers.providers';
import { PhoneNumbersService } from '../../lib/phone-numbers/phone-numbers.service';
import { qrCodesProviders } from '../../lib/qr-codes/qr-codes.providers';
import { QrCodesService } from '../../lib/qr-codes/qr-codes.service';
import { usernamesProviders } from '../../lib/usernames/usernames.providers';
import { UsernamesService } from '../../lib/usernames/usernames.service';
import { mediaProviders } from '../../lib/media/media.providers';
import { validationProviders } from '../../lib/validation/validation.providers';
import type { Booted } from '../support/boot';
import { boot } from '../support/boot';

let booted: Booted;

async function start(emulator: CloudApiEmulatorOptions = {}): Promise<void> {
  booted = await boot({
    emulator,
    providers: [
      ...validationProviders,
      GraphPages,
      GraphDispatcher,
      ...mediaProviders,
      ...businessProfileProviders,
      ...phoneNumbersProviders,
      ...conversationalAutomationProviders,
      ...commerceProviders,
      ...qrCodesProviders,
      ...blockedUsersProviders,
      ...usernamesProviders,
      ...officialBusinessAccountProviders,
      ...businessEncryptionProviders,
    ],
  });
}

const the = <T>(service: Type<T>): T => booted.app.get(service, { strict: false });

afterEach(() => booted.stop());

const SECOND = '200555000000002';

describe('a number', () => {
  it('climbs the ladder: added, verified, registered, sending, deregistered', async () => {
    await start({ requireRegistration: true });
    const numbers = the(PhoneNumbersService);
    const lucky = { countryCode: '1', phoneNumber: '650 555 1234', verifiedName: 'Lucky Shrub' };
    const { phoneNumberId } = await numbers.create(lucky);
    await expect(numbers.create(lucky)).rejects.toBeInstanceOf(PhoneNumberAlreadyExistsError);
    const named = { phoneNumberId };
    const send = (): Promise<unknown> =>
      the(MessagesService).sendText({ to: '+15550100123', body: 'Hi' }, named);

    await expect(numbers.register({ pin: '123456' }, named)).rejects.toBeInstanceOf(
      PhoneNumberReverificationNeededError,
    );
    await numbers.requestCode({ method: 'SMS', language: 'en_US' }, named);
    const sent = booted.emulator.number(phoneNumberId).verificationCode ?? '';
    const wrong = sent === '000000' ? '000001' : '000000';
    await expect(numbers.verifyCode({ code: wrong }, named)).rejects.toBeInstanceOf(VerifyCodeError);
    await numbers.verifyCode({ code: `${sent.slice(0, 3)}-${sent.slice(3)}` }, named);
    await expect(send()).rejects.toBeInstanceOf(PhoneNumberNotRegisteredError);
    await expect(numbers.get(named)).resolves.toMatchObject({
      display_phone_number: '+16505551234',
      code_verification_status: 'VERIFIED',
      platform_type: 'NOT_APPLICABLE',
      is_pin_enabled: false,
    });

    await numbers.register({ pin: '123456' }, named);
    await expect(send()).resolves.toMatchObject({ status: 'accepted' });
    await numbers.setPin('654321', named);
    await numbers.requestDisplayName('Luckier Shrub', named);
    await expect(numbers.get({ ...named, fields: ['new_name_status', 'verified_name'] })).resolves.toEqual({
      id: phoneNumberId,
      new_name_status: 'PENDING_REVIEW',
      verified_name: 'Lucky Shrub',
    });
    await expect(numbers.register({ pin: '123456' }, named)).rejects.toBeInstanceOf(TwoStepPinMismatchError);
    await numbers.register({ pin: '654321' }, named);
    await expect(numbers.get(named)).resolves.toMatchObject({
      verified_name: 'Luckier Shrub',
      platform_type: 'CLOUD_API',
    });

    await numbers.deregister(named);
    await expect(send()).rejects.toBeInstanceOf(PhoneNumberNotRegisteredError);
    for (let attempt = 5; attempt < 10; attempt++) {
      await numbers.register({ pin: '654321' }, named);
    }
    await expect(numbers.register({ pin: '654321' }, named)).rejects.toBeInstanceOf(
      RegistrationOrDeregistrationFailedError,
    );
    await booted.emulator.advance(72 * 3_600_000);
    await numbers.register({ pin: '654321' }, named);
  });

  it('is listed with the others of its account, page by page, and without a token in sight', async () => {
    await start({
      numbers: Array.from({ length: 4 }, (_, i) => ({
        phoneNumberId: `20055500000001${i}`,
        displayPhoneNumber: `1555010001${i}`,
      })),
    });
    const numbers = the(PhoneNumbersService);
    const page = await numbers.list({ limit: 2 }, { fields: ['display_phone_number'] });
    expect(page.hasNext).toBe(true);
    expect(JSON.stringify(page)).not.toContain(booted.emulator.accessToken);
    const all = await page.all();
    expect(all.map(({ id }) => id)).toEqual([
      booted.emulator.phoneNumberId,
      ...Array.from({ length: 4 }, (_, i) => `20055500000001${i}`),
    ]);
    expect(Object.keys(all[0] ?? {}).sort()).toEqual(['display_phone_number', 'id']);
    const live = await numbers.list({
      filtering: [{ field: 'account_mode', operator: 'EQUAL', value: 'SANDBOX' }],
    });
    expect(live.items).toEqual([]);
    expect(booted.emulator.requests.every(({ query }) => !('access_token' in query))).toBe(true);
    await expect(numbers.get({ fields: ['colour'] })).rejects.toMatchObject({ code: 100 });
  });

  it('tells its health, quality, throughput and callbacks as they are', async () => {
    await start();
    const numbers = the(PhoneNumbersService);
    const record = booted.emulator.number();
    Object.assign(record, { qualityRating: 'RED', throughput: 'HIGH', canSendMessage: 'LIMITED' });
    await expect(numbers.quality()).resolves.toMatchObject({ rating: 'RED' });
    await expect(numbers.throughput()).resolves.toMatchObject({ level: 'HIGH' });
    await expect(numbers.health()).resolves.toMatchObject({ can_send_message: 'LIMITED' });
    const override = { url: booted.webhookUrl, verifyToken: booted.emulator.verifyToken };
    await numbers.overrideCallback(override, { validate: false });
    await expect(numbers.callbacks()).resolves.toEqual({ phone_number: booted.webhookUrl });
    await numbers.removeCallbackOverride();
    await expect(numbers.callbacks()).resolves.toEqual({});
    await numbers.setSearchVisibility('NON_VISIBLE');
    expect(record.searchVisibility).toBe('NON_VISIBLE');
  });
});

describe('what users see of a business', () => {
  beforeEach(() => start());

  it('S2 BusinessProfile: is read, changed and cleared', async () => {
    const profile = the(BusinessProfileService);
    await expect(profile.get()).resolves.toEqual({ messaging_product: 'whatsapp' });
    await profile.update({ about: 'Hi', email: 'a@b.co', websites: ['https://a.b'], vertical: 'RETAIL' });
    await profile.update({ profile_picture_handle: '4::aW' });
    const read = await profile.get();
    expect(read).toMatchObject({ about: 'Hi', vertical: 'RETAIL', websites: ['https://a.b'] });
    expect(read.profile_picture_url).toMatch(/^https:/);
    await profile.update({ ...read, email: '', websites: [] });
    await expect(profile.get({ fields: ['email', 'websites', 'about'] })).resolves.toEqual({
      messaging_product: 'whatsapp',
      about: 'Hi',
    });
  });

  it('S2 BusinessProfile.profile_picture_url: uploads a picture in a session and sets it', async () => {
    booted.emulator.failNext({ status: 200, body: { id: 'upload:MTphdHRhY2htZW50' } });
    booted.emulator.failNext({ status: 200, body: { h: '4::aW1hZ2U' } });
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const profile = the(BusinessProfileService);
    await expect(profile.uploadPicture(png, { appId: '7', mimeType: 'image/png' })).resolves.toEqual({
      handle: '4::aW1hZ2U',
    });
    expect(booted.emulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /7/uploads',
      'POST /upload:MTphdHRhY2htZW50',
      `POST /${booted.emulator.phoneNumberId}/whatsapp_business_profile`,
    ]);
    expect((await profile.get()).profile_picture_url).toContain('4%3A%3AaW1hZ2U');
  });

  it('S4 ProfileComponents: commands and ice breakers do not lose each other', async () => {
    const automation = the(ConversationalAutomationService);
    await automation.update({ iceBreakers: ['Plan a trip'], welcomeMessage: true });
    await automation.addCommand({ name: '/help', description: 'Get help' });
    await automation.addCommand({ name: 'stop', description: 'Stop' });
    await automation.removeCommand('help');
    await expect(automation.get()).resolves.toMatchObject({
      welcomeMessage: true,
      iceBreakers: ['Plan a trip'],
      commands: [{ name: 'stop', description: 'Stop' }],
    });
  });

  it('S2 CommerceSettings: cart, catalog and linked catalogs', async () => {
    const commerce = the(CommerceService);
    await expect(commerce.get()).resolves.toMatchObject({ isCartEnabled: true, isCatalogVisible: false });
    await commerce.linkCatalog('77');
    await commerce.update({ isCatalogVisible: true });
    await expect(commerce.get()).resolves.toMatchObject({
      catalogId: '77',
      isCartEnabled: true,
      isCatalogVisible: true,
    });
    expect((await commerce.catalogs()).items).toEqual([expect.objectContaining({ id: '77' })]);
    await commerce.unlinkCatalog('77');
    expect((await commerce.catalogs()).items).toEqual([]);
  });

  it('S2 QRCode: created, read with an image, changed, listed, deleted', async () => {
    const qrCodes = the(QrCodesService);
    const created = await qrCodes.create({ prefilledMessage: 'One', image: 'SVG' });
    expect(created.code).toMatch(/^[A-Z0-9]{14}$/);
    expect(created.qrImageUrl).toMatch(/svg$/);
    await qrCodes.create({ prefilledMessage: 'Two' });
    await qrCodes.create({ prefilledMessage: 'Three' });
    await qrCodes.update({ code: created.code, prefilledMessage: 'Uno' });
    await expect(qrCodes.get(created.code, { image: 'PNG' })).resolves.toMatchObject({
      prefilledMessage: 'Uno',
      deepLinkUrl: `https://wa.me/message/${created.code}`,
      qrImageUrl: expect.stringMatching(/png$/) as string,
    });
    const texts: string[] = [];
    for await (const { prefilledMessage } of await qrCodes.list({ limit: 1 })) texts.push(prefilledMessage);
    expect(texts).toEqual(['Uno', 'Two', 'Three']);
    await qrCodes.delete(created.code);
    await expect(qrCodes.get(created.code)).rejects.toMatchObject({ code: 100, subcode: 33 });
  });

  it('usernames, the badge and the public key', async () => {
    const usernames = the(UsernamesService);
    await expect(usernames.get()).resolves.toEqual({ raw: {} });
    await expect(usernames.set('Lucky.Shrub')).resolves.toMatchObject({ status: 'approved' });
    await expect(usernames.get()).resolves.toMatchObject({ username: 'lucky.shrub' });
    booted.emulator.number().usernameSuggestions = ['shrub'];
    await expect(usernames.suggestions()).resolves.toEqual(['shrub']);
    await usernames.delete();
    await expect(usernames.get()).resolves.toEqual({ raw: {} });

    const badge = the(OfficialBusinessAccountService);
    await expect(badge.status()).resolves.toMatchObject({ isOfficial: false, status: 'NOT_STARTED' });
    await badge.apply({ websiteUrl: 'https://a.b', primaryCountry: 'US' });
    await expect(badge.status()).resolves.toMatchObject({ status: 'PENDING' });

    const encryption = the(BusinessEncryptionService);
    await expect(encryption.get()).resolves.toBeUndefined();
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    await encryption.setPublicKey(pem);
    await expect(encryption.get()).resolves.toMatchObject({ publicKey: pem, signatureStatus: 'VALID' });
  });
});

describe('numbers side by side', () => {
  it('keep what is theirs; a username moves only when it is told to', async () => {
    await start({ numbers: [{ phoneNumberId: SECOND, displayPhoneNumber: '15550100002' }] });
    const [profile, usernames] = [the(BusinessProfileService), the(UsernamesService)];
    await profile.update({ about: 'One' });
    await profile.update({ about: 'Two' }, { phoneNumberId: SECOND });
    await expect(profile.get()).resolves.toMatchObject({ about: 'One' });
    await expect(profile.get({ phoneNumberId: SECOND })).resolves.toMatchObject({ about: 'Two' });
    await usernames.set('lucky');
    await expect(usernames.set('lucky', { phoneNumberId: SECOND })).rejects.toBeInstanceOf(
      UsernameTransferRequiredError,
    );
    await usernames.set('lucky', { phoneNumberId: SECOND, transfer: true });
    await expect(usernames.get()).resolves.toEqual({ raw: {} });
  });

  it('forgets added numbers and all settings on reset', async () => {
    await start();
    const numbers = the(PhoneNumbersService);
    await the(BusinessProfileService).update({ about: 'One' });
    await numbers.create({ countryCode: '1', phoneNumber: '6505551234', verifiedName: 'L' });
    booted.emulator.reset();
    expect((await numbers.list()).length).toBe(1);
    await expect(the(BusinessProfileService).get()).resolves.toEqual({ messaging_product: 'whatsapp' });
  });
});

describe('the block list', () => {
  it('S2 UsersBlockedResult: blocks who has written, names who has not, and keeps messages back', async () => {
    await start({ clock: new SteppedClock(Date.UTC(2026, 0, 10)) });
    const users = the(BlockedUsersService);
    const ann = booted.emulator.user({ name: 'Ann', phone: '15550100123', userId: 'US.111' });
    const bob = booted.emulator.user({ name: 'Bob', userId: 'US.222', username: 'bob' });
    await ann.says('hi');
    await bob.says('hi');
    const result = await users.block(['+15550100123', { userId: 'US.222' }, '15550109999']);
    expect(result.added).toEqual([
      { input: '+15550100123', waId: '15550100123', userId: 'US.111' },
      { input: 'US.222', userId: 'US.222' },
    ]);
    expect(result.failed).toEqual([
      { input: '15550109999', waId: '15550109999', errors: [expect.objectContaining({ code: 131047 })] },
    ]);
    expect(result.error).toBeInstanceOf(BulkBlockingFailedError);
    await expect(the(MessagesService).sendText({ to: '15550100123', body: 'Hi' })).rejects.toMatchObject({
      code: 130403,
    });
    const page = await users.list({ limit: 1 });
    await expect(page.all()).resolves.toEqual([
      { waId: '15550100123', userId: 'US.111' },
      { userId: 'US.222' },
    ]);
    const { removed, failed } = await users.unblock(['15550100123', '15550109999']);
    expect([removed.length, failed.length]).toEqual([1, 1]);
    await the(MessagesService).sendText({ to: '15550100123', body: 'Hi' });
    await booted.emulator.advance(86_400_000);
    await expect(users.block('15550100123')).resolves.toMatchObject({
      added: [],
      failed: [{ waId: '15550100123' }],
    });
  });
});
