import { Logger } from '@nestjs/common';
import { toGraphApiError } from '../../../lib/errors/graph-error.mapper';
import {
  SynchronizationOutsideWindowError,
  SynchronizationRequestLimitExceededError,
} from '../../../lib/errors/registration.errors';
import { PhoneNumbersService } from '../../../lib/phone-numbers/phone-numbers.service';
import type { PhoneNumber } from '../../../lib/wire/phone-numbers/phone-number';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const numbers = new PhoneNumbersService(graph.client, graph.validator, graph.pages);

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer({ success: true });
});

const stored: Required<
  Pick<PhoneNumber, 'id' | 'verified_name' | 'display_phone_number' | 'quality_rating' | 'is_on_biz_app'>
> = {
  id: '100',
  verified_name: 'Lucky Shrub',
  display_phone_number: '+1 631-555-1111',
  quality_rating: 'GREEN',
  is_on_biz_app: false,
};

describe('reading', () => {
  it('S2 BusinessPhoneNumber: reads a number with its fields, unknown ones too', async () => {
    graph.answer({ ...stored, tomorrow: 1 });
    await expect(numbers.get()).resolves.toEqual({ ...stored, tomorrow: 1 });
    const [request] = graph.sent;
    expect(request).toMatchObject({ method: 'GET', path: '100' });
    expect(String(request?.query?.['fields']).split(',')).toEqual(
      expect.arrayContaining([
        ...['id', 'verified_name', 'display_phone_number', 'status', 'quality_rating', 'quality_score'],
        ...['webhook_configuration', 'name_status', 'new_name_status', 'code_verification_status'],
        ...['account_mode', 'is_on_biz_app', 'is_official_business_account', 'is_pin_enabled'],
        ...[
          'is_preverified_number',
          'search_visibility',
          'platform_type',
          'throughput',
          'last_onboarded_time',
        ],
      ]),
    );
  });

  it('lists the numbers of a WABA with filter and order, page by page', async () => {
    graph.answer(
      {
        data: [stored],
        paging: { cursors: { after: 'A' }, next: 'https://graph.facebook.com/v1/200?access_token=t&after=A' },
      },
      { data: [{ ...stored, id: '101' }] },
    );
    const page = await numbers.list(
      {
        limit: 1,
        filtering: [{ field: 'account_mode', operator: 'EQUAL', value: 'LIVE' }],
        sort: 'last_onboarded_time_ascending',
        summary: ['total_count'],
      },
      { fields: ['id'], wabaId: '200' },
    );
    const ids: string[] = [];
    for await (const { id } of page) ids.push(id);
    expect(ids).toEqual(['100', '101']);
    const query = {
      fields: 'id',
      limit: 1,
      filtering: '[{"field":"account_mode","operator":"EQUAL","value":"LIVE"}]',
      sort: 'last_onboarded_time_ascending',
      summary: 'total_count',
    };
    expect(graph.sent).toEqual([
      { method: 'GET', path: '200/phone_numbers', query },
      { method: 'GET', path: '200/phone_numbers', query: { ...query, after: 'A' } },
    ]);
  });

  it('tells health, quality and throughput', async () => {
    const health_status = { can_send_message: 'BLOCKED', entities: [] };
    graph.answer(
      { id: '100', health_status },
      { id: '100', quality_score: { score: 'YELLOW' } },
      { id: '100' },
      { id: '100', throughput: { level: 'HIGH' } },
    );
    await expect(numbers.health()).resolves.toEqual(health_status);
    await expect(numbers.quality()).resolves.toMatchObject({ rating: 'YELLOW' });
    await expect(numbers.quality()).resolves.toMatchObject({ rating: 'UNKNOWN' });
    await expect(numbers.throughput()).resolves.toMatchObject({ level: 'HIGH' });
    expect(graph.sent.map(({ query }) => query?.['fields'])).toEqual([
      'health_status',
      'quality_rating,quality_score',
      'quality_rating,quality_score',
      'throughput',
    ]);
  });

  it('fails clearly when the answer lacks what it is for', async () => {
    graph.answer({ id: '100' });
    await expect(numbers.health()).rejects.toThrow('health_status');
    await expect(numbers.throughput()).rejects.toThrow('throughput');
    await expect(
      numbers.create({ countryCode: '1', phoneNumber: '6505551234', verifiedName: 'L' }),
    ).resolves.toMatchObject({ phoneNumberId: '100' });
    graph.answer({});
    await expect(
      numbers.create({ countryCode: '1', phoneNumber: '6505551234', verifiedName: 'L' }),
    ).rejects.toThrow('id');
  });
});

describe('the way onto the Cloud API', () => {
  it('adds a number with the country code in the key that Meta documents', async () => {
    graph.answer({ id: '300' });
    await expect(
      numbers.create({
        countryCode: '+44',
        phoneNumber: '20 7946 0000',
        verifiedName: 'Lucky Shrub',
        migrate: true,
        preverifiedId: '9',
      }),
    ).resolves.toEqual({ phoneNumberId: '300', raw: { id: '300' } });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '200/phone_numbers',
        body: {
          cc: '44',
          phone_number: '20 7946 0000',
          verified_name: 'Lucky Shrub',
          migrate_phone_number: true,
          preverified_id: '9',
        },
      },
    ]);
  });

  it('asks for a code, verifies, registers and deregisters, and repeats none of it blindly', async () => {
    await numbers.requestCode({ method: 'VOICE', language: 'en_US' });
    await numbers.verifyCode({ code: '123-456' });
    await numbers.register({ pin: '654321' });
    await numbers.deregister();
    expect(graph.sent).toEqual([
      { method: 'POST', path: '100/request_code', query: { code_method: 'VOICE', language: 'en_US' } },
      { method: 'POST', path: '100/verify_code', body: { code: '123456' } },
      { method: 'POST', path: '100/register', body: { messaging_product: 'whatsapp', pin: '654321' } },
      { method: 'POST', path: '100/deregister' },
    ]);
    expect(graph.requests.map(({ kind }) => kind)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('S2 StorageConfiguration: registers with a region for old API versions, a new one included', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    await numbers.register({
      pin: '000000',
      dataLocalizationRegion: 'DE',
      backup: { data: 'ZA==', password: 'p' },
      codeVerificationStatus: 'VERIFIED',
    });
    await numbers.register({ pin: '000000', dataLocalizationRegion: 'XY' });
    expect(graph.sent.map(({ body }) => body)).toEqual([
      {
        messaging_product: 'whatsapp',
        pin: '000000',
        data_localization_region: 'DE',
        backup: { data: 'ZA==', password: 'p' },
      },
      { messaging_product: 'whatsapp', pin: '000000', data_localization_region: 'XY' },
    ]);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('v20.0 only')]]);
    warn.mockRestore();
  });

  it.each(['NOT_VERIFIED', 'EXPIRED'])(
    'S2 BusinessPhoneNumber.code_verification_status: %s is refused before it costs an attempt',
    async (codeVerificationStatus) => {
      await expect(
        refusals(() => numbers.register({ pin: '654321', codeVerificationStatus })),
      ).resolves.toEqual(['codeVerificationStatus: must be VERIFIED: call requestCode and verifyCode first']);
      expect(graph.requests).toEqual([]);
    },
  );

  it('refuses what Meta would refuse', async () => {
    const asAny = (value: unknown): never => value as never;
    await expect(
      refusals(() => numbers.requestCode(asAny({ method: 'MAIL', language: 'english' }))),
    ).resolves.toEqual([
      'method: must be one of the following values: SMS, VOICE',
      'language: must be a language code such as en or en_US',
    ]);
    await expect(refusals(() => numbers.verifyCode({ code: '12345' }))).resolves.toEqual([
      'code: must be the 6 digits that came',
    ]);
    await expect(
      refusals(() => numbers.register(asAny({ pin: 654321, dataLocalizationRegion: 'Germany' }))),
    ).resolves.toEqual([
      'pin: must be a string of 6 digits',
      'dataLocalizationRegion: must be a country code such as DE',
    ]);
    await expect(
      refusals(() => numbers.create({ countryCode: 'US', phoneNumber: '+16505551234', verifiedName: '' })),
    ).resolves.toEqual([
      'countryCode: must be a country calling code: 1 to 4 digits',
      'phoneNumber: must be without the country calling code, which belongs in countryCode',
      'verifiedName: must not be empty',
    ]);
    await expect(refusals(() => numbers.list({ limit: 101 }))).resolves.toEqual([
      'limit: must be at most 100',
    ]);
    await expect(refusals(() => numbers.setPin('12345'))).resolves.toEqual([
      'pin: must be a string of 6 digits',
    ]);
    await expect(refusals(() => numbers.requestDisplayName(''))).resolves.toEqual([
      'name: must not be empty',
    ]);
    await expect(
      refusals(() => numbers.overrideCallback({ url: 'http://a.b', verifyToken: '' })),
    ).resolves.toEqual(['url: must be an absolute https URL', 'verifyToken: must not be empty']);
    await expect(
      refusals(() => numbers.overrideCallback({ url: `https://a.b/${'x'.repeat(200)}`, verifyToken: 'v' })),
    ).resolves.toEqual(['url: must have at most 200 characters, has 212']);
    expect(graph.requests).toEqual([]);
  });

  it.each(['smb_app_state_sync', 'history'])('fetches %s of the Business app, once', async (type) => {
    const raw = { messaging_product: 'whatsapp', request_id: 'r1' };
    graph.answer(raw);
    await expect(numbers.syncBusinessApp(type)).resolves.toEqual({ requestId: 'r1', raw });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '100/smb_app_data',
        body: { messaging_product: 'whatsapp', sync_type: type },
      },
    ]);
    expect(graph.requests[0]?.kind).toBeUndefined();
  });

  it.each([
    [2593107, SynchronizationRequestLimitExceededError],
    [2593108, SynchronizationOutsideWindowError],
  ])('tells why the Business app is not read: %d', async (code, type) => {
    graph.answer(toGraphApiError(400, {}, { error: { code, message: 'refused' } }, {}));
    await expect(numbers.syncBusinessApp('history')).rejects.toBeInstanceOf(type);
    graph.answer({});
    await expect(numbers.syncBusinessApp('history')).rejects.toThrow('the answer has no request_id');
    await expect(refusals(() => numbers.syncBusinessApp(''))).resolves.toEqual(['type: must not be empty']);
  });

  it('never quotes a PIN', async () => {
    await expect(numbers.setPin('1234567')).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('1234567') as string }),
    );
  });
});

describe('setting a number up', () => {
  it('sets PIN, display name, visibility and callback of the number that is named', async () => {
    await numbers.setPin('123456', { phoneNumberId: '300' });
    await numbers.requestDisplayName('Lucky Shrub');
    await numbers.setSearchVisibility('VISIBLE');
    await numbers.setSearchVisibility('NON_VISIBLE');
    await numbers.overrideCallback({ url: 'https://a.b/hook', verifyToken: 'v' });
    await numbers.removeCallbackOverride();
    expect(graph.requests[0]?.account).toEqual({ phoneNumberId: '300' });
    expect(graph.sent.map(({ method, path }) => `${method} ${path}`)).toEqual(Array(6).fill('POST 100'));
    expect(graph.sent.map(({ body }) => body)).toEqual([
      { pin: '123456' },
      { messaging_product: 'whatsapp', new_display_name: 'Lucky Shrub' },
      { search_visibility: 'VISIBLE' },
      { search_visibility: 'HIDDEN' },
      { webhook_configuration: { override_callback_uri: 'https://a.b/hook', verify_token: 'v' } },
      { webhook_configuration: { override_callback_uri: '' } },
    ]);
  });

  it('S2 CallbackURLScope: tells where webhooks go, by number, WABA and app', async () => {
    const webhook_configuration = {
      phone_number: 'https://n',
      whatsapp_business_account: 'https://w',
      application: 'https://a',
    };
    graph.answer({ id: '100', webhook_configuration });
    await expect(numbers.callbacks()).resolves.toEqual(webhook_configuration);
    graph.answer({ id: '100' });
    await expect(numbers.callbacks()).resolves.toEqual({});
  });
});
