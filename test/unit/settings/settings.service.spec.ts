import { UnexpectedAnswerError } from '../../../lib/errors/unexpected-answer.error';
import { monday, tuesday } from '../../../lib/settings/call-hours/hours';
import { SettingsPartlyUpdatedError } from '../../../lib/settings/errors/settings-partly-updated.error';
import type { PhoneNumberSettingsChange } from '../../../lib/wire/settings/phone-number-settings';
import { STORED, setup } from './support';

const HOURS = {
  status: 'ENABLED',
  timezone_id: 'Europe/Berlin',
  weekly_operating_hours: [tuesday('0900', '1700')],
} as const;
const CHRISTMAS = STORED.calling.call_hours.holiday_schedule[1];
const hours = (extra: object = {}) => ({
  ...HOURS,
  weekly_operating_hours: [...HOURS.weekly_operating_hours],
  ...extra,
});

describe('SettingsService.get', () => {
  it('S2 BusinessPhoneNumberSettings: reads all, or some features', async () => {
    const { settings, graph } = setup();
    expect((await settings.get()).storage_configuration).toEqual(STORED.storage_configuration);
    await settings.get({ fields: ['calling', 'payload_encryption'], phoneNumberId: '42' });
    expect(graph.requests).toMatchObject([
      { method: 'GET', path: '100/settings', query: {} },
      { method: 'GET', path: '42/settings', query: { fields: 'calling,payload_encryption' } },
    ]);
  });

  it('S0 SIPServer.sip_user_password: asked for only when wanted', async () => {
    const { settings, graph } = setup();
    await settings.get();
    await settings.get({ includeSipCredentials: true });
    expect(graph.requests.map(({ query }) => query?.['include_sip_credentials'])).toEqual([undefined, true]);
  });

  it('S0 SIPServer.app_id, .hostname, .port: are read', async () => {
    const { calling } = await setup().settings.get();
    expect(calling?.sip?.servers?.[0]).toMatchObject({
      app_id: '111',
      hostname: 'sip.example.com',
      port: 5061,
    });
  });
});

describe('SettingsService.update', () => {
  it.each<[row: string, change: PhoneNumberSettingsChange]>([
    ['S0 CallingSettings.status', { calling: { status: 'DISABLED' } }],
    ['S0 CallingSettings.call_icon_visibility', { calling: { call_icon_visibility: 'DISABLE_ALL' } }],
    ['S0 CallingSettings.callback_permission_status', { calling: { callback_permission_status: 'ENABLED' } }],
    [
      'S0 CallingSettings.call_icons',
      { calling: { call_icons: { restrict_to_user_countries: ['US', 'BR'] } } },
    ],
    [
      'S0 CallingSettings.call_icons, no restriction',
      { calling: { call_icons: { restrict_to_user_countries: [] } } },
    ],
    ['S0 CallingSettings.srtp_key_exchange_protocol', { calling: { srtp_key_exchange_protocol: 'SDES' } }],
    ['S0 CallingSettings.call_hours', { calling: { call_hours: hours({ holiday_schedule: [] }) } }],
    ['S0 CallingSettings.sip', { calling: { sip: { status: 'DISABLED', servers: [] } } }],
    [
      'S0 SIPSettings and SIPServer',
      { calling: { sip: { servers: [{ hostname: 'sip.example.com', port: 5061 }] } } },
    ],
    [
      'S0 SIPServer.request_uri_user_params',
      { calling: { sip: { servers: [{ hostname: 'h', request_uri_user_params: { tgrp: 'wacall' } }] } } },
    ],
    ['S0 beyond the seed: audio', { calling: { audio: { additional_codecs: ['PCMA', 'PCMU'] } } }],
    ['S0 beyond the seed: video', { calling: { video: { status: 'ENABLED' } } }],
    [
      'voicemail',
      {
        calling: {
          voicemail: {
            status: 'ENABLED',
            triggers: ['REJECT', 'TIMEOUT'],
            audio: { default: { announcement_media_id: 938884519013664, timeout_seconds: 20 } },
          },
        },
      },
    ],
    ['S2 StorageConfiguration: default', { storage_configuration: { status: 'DEFAULT' } }],
    [
      'S2 StorageConfiguration: in country',
      { storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' } },
    ],
    [
      'S2 StorageConfiguration: no storage',
      { storage_configuration: { status: 'NO_STORAGE_ENABLED', retention_minutes: 60 } },
    ],
    ['S2 user_identity_change', { user_identity_change: { enable_identity_key_check: true } }],
    ['payload encryption', { payload_encryption: { status: 'ENABLED', client_encryption_key: 'MIIB' } }],
    ['a feature of a later release', { later: { on: true } } as never],
    ['a member of a later release', { calling: { later: { on: true } } } as never],
  ])("%s: goes out in Meta's names", async (_row, change) => {
    const { settings, graph } = setup();
    await settings.update(change, { phoneNumberId: '42' });
    expect(graph.requests).toEqual([
      expect.objectContaining({ method: 'POST', path: '42/settings', kind: 'safe' }),
    ]);
    expect(graph.written).toEqual([change]);
  });

  it.each<[why: string, path: string, change: object]>([
    ['nothing', 'settings', {}],
    ['no object', 'calling', { calling: 'ENABLED' }],
    ['lower case', 'calling.status', { calling: { status: 'enabled' } }],
    [
      'an icon of another kind',
      'calling.call_icon_visibility',
      { calling: { call_icon_visibility: 'HIDDEN' } },
    ],
    [
      'a country by name',
      'calling.call_icons.restrict_to_user_countries[1]',
      { calling: { call_icons: { restrict_to_user_countries: ['DE', 'France'] } } },
    ],
    [
      'no list of countries',
      'calling.call_icons.restrict_to_user_countries',
      { calling: { call_icons: ['DE'] } },
    ],
    [
      'another protocol',
      'calling.srtp_key_exchange_protocol',
      { calling: { srtp_key_exchange_protocol: 'ZRTP' } },
    ],
    [
      'Opus, which cannot be chosen',
      'calling.audio.additional_codecs[0]',
      { calling: { audio: { additional_codecs: ['OPUS'] } } },
    ],
    ['a switch without position', 'calling.video.status', { calling: { video: {} } }],
    [
      'voicemail without triggers',
      'calling.voicemail.triggers',
      { calling: { voicemail: { status: 'ENABLED', audio: { default: { announcement_media_id: 1 } } } } },
    ],
    [
      'a timeout out of range',
      'calling.voicemail.audio.default.timeout_seconds',
      {
        calling: {
          voicemail: {
            status: 'ENABLED',
            triggers: ['TIMEOUT'],
            audio: { default: { announcement_media_id: '1', timeout_seconds: 31 } },
          },
        },
      },
    ],
    [
      'a URL as host name',
      'calling.sip.servers[0].hostname',
      { calling: { sip: { servers: [{ hostname: 'sip://a' }] } } },
    ],
    [
      'a port out of range',
      'calling.sip.servers[0].port',
      { calling: { sip: { servers: [{ hostname: 'a', port: 0 }] } } },
    ],
    [
      'more than 3 servers',
      'calling.sip.servers',
      { calling: { sip: { servers: Array(4).fill({ hostname: 'a' }) } } },
    ],
    ['SIP without a server', 'calling.sip.servers', { calling: { sip: { status: 'ENABLED', servers: [] } } }],
    [
      'a long parameter',
      'calling.sip.servers[0].request_uri_user_params (value 1)',
      { calling: { sip: { servers: [{ hostname: 'a', request_uri_user_params: { k: 'x'.repeat(129) } }] } } },
    ],
    [
      'no region',
      'storage_configuration.data_localization_region',
      { storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED' } },
    ],
    [
      'no retention',
      'storage_configuration.retention_minutes',
      { storage_configuration: { status: 'NO_STORAGE_ENABLED' } },
    ],
    [
      'the old name',
      'user_identity_change.enable_identity_key_check',
      { user_identity_change: { enabled: true } },
    ],
    ['no key', 'payload_encryption.client_encryption_key', { payload_encryption: { status: 'ENABLED' } }],
  ])('refuses %s before anything leaves', async (_why, path, change) => {
    const { settings, graph } = setup();
    await expect(settings.update(change)).rejects.toMatchObject({
      subject: 'settings',
      issues: [expect.objectContaining({ path })],
    });
    expect(graph.requests).toEqual([]);
    await settings.update({ later: {}, ...change } as never, { validate: false, keepHolidays: false });
  });

  it('S0 CallingSettings: never writes null, undefined or what is read-only', async () => {
    const { settings, graph } = setup();
    const { calling } = await settings.get({ includeSipCredentials: true });
    const given = { ...calling, call_hours: undefined, video: undefined, audio: { status: 'ENABLED' } };
    await settings.update({ calling: given as never });
    const [written] = graph.written as [{ calling: Record<string, unknown> }];
    expect(written.calling).not.toHaveProperty('restrictions');
    expect(written.calling).not.toHaveProperty('video');
    expect(written.calling['audio']).toEqual({});
    expect(written.calling['sip']).toEqual({
      status: 'ENABLED',
      servers: [{ hostname: 'sip.example.com', port: 5061, request_uri_user_params: { status: 'enabled' } }],
    });
    expect(JSON.stringify(graph.requests)).not.toContain('top-secret');
  });

  it('S0 CallHours.holiday_schedule: keeps the stored holidays that are not over', async () => {
    const { settings, graph } = setup();
    await settings.update({ calling: { call_hours: hours() } });
    expect(graph.methods).toEqual(['GET', 'POST']);
    expect(graph.requests[0]?.query).toMatchObject({ fields: 'calling' });
    expect(graph.written).toEqual([{ calling: { call_hours: hours({ holiday_schedule: [CHRISTMAS] }) } }]);
  });

  it('S0 CallHours.holiday_schedule: an empty list, or keepHolidays off, erases them', async () => {
    const { settings, graph } = setup();
    await settings.update({ calling: { call_hours: hours({ holiday_schedule: [] }) } });
    await settings.update({ calling: { call_hours: hours() } }, { keepHolidays: false });
    expect(graph.methods).toEqual(['POST', 'POST']);
    expect(graph.written[1]).toEqual({ calling: { call_hours: hours() } });
  });

  it('keeps holidays that may be today somewhere when the time zone is not known', async () => {
    const { settings, graph } = setup();
    const at = (date: string) => ({ date, start_time: '0000', end_time: '2359' });
    graph.stored = { calling: { call_hours: { holiday_schedule: [at('2026-01-08'), at('2026-01-09')] } } };
    await settings.update({ calling: { call_hours: { status: 'DISABLED' } } });
    expect(graph.written).toEqual([
      { calling: { call_hours: { status: 'DISABLED', holiday_schedule: [at('2026-01-09')] } } },
    ]);
  });

  it('sends one request for each feature, in order', async () => {
    const { settings, graph } = setup();
    await settings.update({
      user_identity_change: { enable_identity_key_check: true },
      calling: { status: 'ENABLED' },
    });
    expect(graph.written).toEqual([
      { user_identity_change: { enable_identity_key_check: true } },
      { calling: { status: 'ENABLED' } },
    ]);
  });

  it('tells what was changed before Meta refused', async () => {
    const { settings, graph } = setup();
    const refused = new Error('no');
    graph.answer = ({ body }) => ('calling' in (body as object) ? refused : { success: true });
    await expect(settings.update({ calling: { status: 'ENABLED' } })).rejects.toBe(refused);
    const partly = settings.update({
      user_identity_change: { enable_identity_key_check: true },
      calling: { status: 'ENABLED' },
      payload_encryption: { status: 'DISABLED' },
    });
    await expect(partly).rejects.toThrow(SettingsPartlyUpdatedError);
    await expect(partly).rejects.toMatchObject({
      updated: ['user_identity_change'],
      failed: 'calling',
      cause: refused,
      message: 'Settings were changed in part: user_identity_change done, calling failed.',
    });
    expect(graph.written).toHaveLength(3);
  });

  it('takes success: false for a failure', async () => {
    const { settings, graph } = setup();
    graph.answer = () => ({ success: false });
    await expect(settings.update({ calling: { status: 'ENABLED' } })).rejects.toThrow(UnexpectedAnswerError);
  });
});

describe('SettingsService.modify', () => {
  it('sends only what is different; unknown members survive', async () => {
    const { settings, graph } = setup();
    const after = await settings.modify(({ calling }) => {
      calling!.call_hours!.weekly_operating_hours!.push(tuesday('0900', '1700'));
    });
    expect(graph.written).toEqual([
      {
        calling: {
          call_hours: {
            ...STORED.calling.call_hours,
            weekly_operating_hours: [monday('0900', '1700'), tuesday('0900', '1700')],
            holiday_schedule: [CHRISTMAS],
          },
        },
      },
    ]);
    expect(after.calling?.call_hours?.weekly_operating_hours).toHaveLength(2);
  });

  it('asks for nothing when nothing is different, in whatever case Meta told it', async () => {
    const { settings, graph } = setup();
    graph.stored = { calling: { status: 'enabled' } };
    await settings.modify(({ calling }) => {
      calling!.status = 'ENABLED';
    });
    expect(graph.methods).toEqual(['GET']);
  });

  it('waits for an edit that takes its time', async () => {
    const { settings, graph } = setup();
    await settings.modify(async (all) => {
      await Promise.resolve();
      all.user_identity_change = { enable_identity_key_check: false };
    });
    expect(graph.written).toEqual([{ user_identity_change: { enable_identity_key_check: false } }]);
  });

  it('changes SIP without touching the servers of other apps', async () => {
    const { settings, graph } = setup();
    await settings.modify(({ calling }) => {
      calling!.sip!.status = 'DISABLED';
      (calling as Record<string, unknown>)['later_feature'] = { status: 'other' };
    });
    expect(graph.written).toEqual([
      { calling: { sip: { status: 'DISABLED' }, later_feature: { status: 'other' } } },
    ]);
  });

  it('can take all holidays away', async () => {
    const { settings, graph } = setup();
    await settings.modify(({ calling }) => {
      delete calling!.call_hours!.holiday_schedule;
    });
    expect(graph.written).toMatchObject([{ calling: { call_hours: { holiday_schedule: [] } } }]);
  });

  it('refuses a new holiday in the past, though it drops old ones by itself', async () => {
    const { settings } = setup();
    const edit = settings.modify(({ calling }) => {
      calling!.call_hours!.holiday_schedule!.push({
        date: '2026-01-02',
        start_time: '0000',
        end_time: '2359',
      });
    });
    await expect(edit).rejects.toThrow('is in the past (2026-01-02)');
  });

  it.each<
    [
      why: string,
      message: string,
      edit: (calling: Record<string, unknown>, all: Record<string, unknown>) => void,
    ]
  >([
    ['a member was taken away', 'calling.video: cannot be taken away', (calling) => delete calling['video']],
    [
      'a feature was taken away',
      'storage_configuration: cannot be taken away',
      (_, all) => delete all['storage_configuration'],
    ],
    ['it is read-only', 'calling.restrictions: is read-only', (calling) => (calling['restrictions'] = {})],
    ['a value is wrong', 'calling.status: must be one of', (calling) => (calling['status'] = 'ON')],
  ])('refuses an edit when %s', async (_why, message, edit) => {
    const { settings, graph } = setup();
    await expect(
      settings.modify((all) => edit(all.calling as Record<string, unknown>, all as Record<string, unknown>)),
    ).rejects.toThrow(message);
    expect(graph.methods).toEqual(['GET']);
  });

  it('adds features that were not there', async () => {
    const { settings, graph } = setup();
    graph.stored = {};
    await settings.modify((all) => (all.calling = { sip: { status: 'DISABLED' } }));
    expect(graph.written).toEqual([{ calling: { sip: { status: 'DISABLED' } } }]);
  });
});

describe('the settings observer', () => {
  it('is told of what was read and of what Meta accepted', async () => {
    const settingsKnown = jest.fn();
    const { settings, graph } = setup({ observer: { settingsKnown } });
    await settings.get({ phoneNumberId: '42' });
    await settings.update({ calling: { sip: { status: 'DISABLED' } } });
    graph.answer = () => new Error('no');
    await settings.update({ calling: { status: 'ENABLED' } }).catch(() => undefined);
    expect(settingsKnown.mock.calls).toMatchObject([
      ['42', { calling: { sip: { status: 'ENABLED' } } }],
      ['100', { calling: { sip: { status: 'DISABLED' } } }],
    ]);
    expect(settingsKnown).toHaveBeenCalledTimes(2);
  });
});
