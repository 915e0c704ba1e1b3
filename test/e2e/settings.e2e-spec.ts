import { inspect } from 'node:util';
import {
  InvalidGraphParameterError,
  PayloadValidationError,
  SettingsPartlyUpdatedError,
  SettingsService,
  WhatsAppEvents,
  everyDay,
  holiday,
  weekday,
  weekdays,
} from 'nestjs-whatsapp-cloud';
import type { PhoneNumberSettingsChange } from 'nestjs-whatsapp-cloud';
import { SteppedClock } from 'nestjs-whatsapp-cloud/testing';
import { boot } from '../support/boot';
import type { Booted } from '../support/boot';

describe('settings of a number', () => {
  let booted: Booted;
  let settings: SettingsService;
  beforeEach(async () => {
    // One time for both sides.
    const clock = new SteppedClock(Date.UTC(2026, 0, 10));
    booted = await boot({ emulator: { clock }, options: { clock } });
    settings = booted.app.get(SettingsService);
  });
  afterEach(() => booted.stop());

  const HOURS = {
    status: 'ENABLED',
    timezone_id: 'America/Manaus',
    weekly_operating_hours: weekdays('0900', '1700'),
  };

  it('are read as they were written', async () => {
    const change: PhoneNumberSettingsChange = {
      calling: { call_icon_visibility: 'DISABLE_ALL', callback_permission_status: 'ENABLED' },
      user_identity_change: { enable_identity_key_check: true },
      storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' },
      payload_encryption: { status: 'ENABLED', client_encryption_key: 'MIIB' },
    };
    await settings.update(change);
    expect(await settings.get()).toMatchObject({
      ...change,
      payload_encryption: { status: 'ENABLED', client_encryption_key_fingerprint: 'ab:cd' },
    });
    expect(Object.keys(await settings.get({ fields: ['calling'] }))).toEqual(['calling']);
  });

  it('decide when users can call', async () => {
    await settings.update({ calling: { call_hours: HOURS } });
    const ann = booted.emulator.user({ name: 'Ann' });
    // Friday, 20:00 in Manaus.
    await expect(ann.calls()).rejects.toThrow('Ann cannot call: it is outside of the call hours');
    // Monday, 10:00.
    await booted.emulator.advance((2 * 24 + 14) * 3600 * 1000);
    await (await ann.calls()).hangsUp();
    await settings.modify(({ calling }) => {
      calling!.call_hours!.holiday_schedule = [holiday('2026-01-12')];
    });
    await expect(ann.calls()).rejects.toThrow('outside of the call hours');
    await settings.modify(({ calling }) => (calling!.call_hours!.status = 'DISABLED'));
    await ann.calls();
  });

  it('hide the call button, and leave links and buttons', async () => {
    await settings.update({ calling: { call_icon_visibility: 'DISABLE_ALL' } });
    const ann = booted.emulator.user({ name: 'Ann' });
    await expect(ann.calls()).rejects.toThrow('the call button is hidden');
    await ann.calls({ link: '' });
  });

  it('keep their holidays when call hours are changed, unless told otherwise', async () => {
    const christmas = holiday('2026-12-25');
    await settings.update({ calling: { call_hours: { ...HOURS, holiday_schedule: [christmas] } } });
    await settings.update({
      calling: { call_hours: { ...HOURS, weekly_operating_hours: everyDay('0800', '2000') } },
    });
    expect((await settings.get()).calling?.call_hours).toMatchObject({ holiday_schedule: [christmas] });
    await settings.update({ calling: { call_hours: HOURS } }, { keepHolidays: false });
    expect((await settings.get()).calling?.call_hours).not.toHaveProperty('holiday_schedule');
  });

  it('drop holidays that have passed, which Meta would refuse', async () => {
    const soon = holiday('2026-01-11');
    const later = holiday('2026-12-25');
    await settings.update({ calling: { call_hours: { ...HOURS, holiday_schedule: [soon, later] } } });
    await booted.emulator.advance(3 * 24 * 3600 * 1000);
    const again = { ...HOURS, holiday_schedule: [soon] };
    const insisting = settings.update({ calling: { call_hours: again } }, { validate: false });
    await expect(insisting).rejects.toThrow('Holiday given in call_hours is a past date');
    await settings.update({ calling: { call_hours: HOURS } });
    const { calling } = await settings.get();
    expect(calling?.call_hours?.holiday_schedule).toEqual([later]);
  });

  it.each<[why: string, change: PhoneNumberSettingsChange]>([
    [
      'more than 2 entries a day',
      {
        calling: {
          call_hours: {
            ...HOURS,
            weekly_operating_hours: [1, 2, 3].map((h) => weekday('MONDAY', `0${h}00`, `0${h}30`)),
          },
        },
      },
    ],
    ['no entries', { calling: { call_hours: { ...HOURS, weekly_operating_hours: [] } } }],
    [
      'overlapping entries',
      {
        calling: {
          call_hours: {
            ...HOURS,
            weekly_operating_hours: [weekday('MONDAY', '0900', '1200'), weekday('MONDAY', '1100', '1300')],
          },
        },
      },
    ],
    [
      'a date in the past',
      { calling: { call_hours: { ...HOURS, holiday_schedule: [holiday('2025-12-25')] } } },
    ],
    [
      'a date that does not exist',
      { calling: { call_hours: { ...HOURS, holiday_schedule: [holiday('2026-02-30')] } } },
    ],
    ['SIP servers without names', { calling: { sip: { servers: [{ hostname: '' }] } } }],
    [
      'a storage without its region',
      { storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED' } as never },
    ],
  ])('refuse %s here, as Meta would', async (_why, change) => {
    await expect(settings.update(change)).rejects.toThrow(PayloadValidationError);
    const written = settings.update(change, { validate: false, keepHolidays: false });
    await expect(written).rejects.toThrow(InvalidGraphParameterError);
  });

  it('are changed one feature at a time', async () => {
    booted.emulator.failNext({ path: '/settings', method: 'POST', code: 100, times: 1 });
    const both = {
      calling: { status: 'ENABLED' },
      user_identity_change: { enable_identity_key_check: true },
    } as const;
    await expect(settings.update(both)).rejects.toThrow(InvalidGraphParameterError);
    const first = {
      user_identity_change: both.user_identity_change,
      calling: { sip: { servers: [{ hostname: 'x y' }] } },
    };
    const failure = settings.update(first, { validate: false });
    await expect(failure).rejects.toThrow(SettingsPartlyUpdatedError);
    await expect(failure).rejects.toMatchObject({ updated: ['user_identity_change'], failed: 'calling' });
    expect((await settings.get()).user_identity_change).toEqual({ enable_identity_key_check: true });
  });

  it('S0 SIPServer.sip_user_password: shows nowhere', async () => {
    await settings.update({
      calling: { sip: { status: 'ENABLED', servers: [{ hostname: 'sip.example.com' }] } },
    });
    const known = await settings.get({ includeSipCredentials: true });
    const server = known.calling?.sip?.servers?.[0];
    expect(server?.sip_user_password).toBe('emulator-sip-password-1');
    expect((await settings.get()).calling?.sip?.servers?.[0]).toEqual({
      hostname: 'sip.example.com',
      port: 5061,
      app_id: expect.any(String),
    });
    await settings.update({ calling: { sip: known.calling!.sip! } });
    const everywhere = [
      JSON.stringify(known),
      inspect(known, { depth: null }),
      inspect(booted.emulator.requests, { depth: null }),
    ];
    for (const text of everywhere) expect(text).not.toContain('emulator-sip-password-1');
  });

  it('tell of their changes by webhook', async () => {
    const told: unknown[] = [];
    booted.app.get(WhatsAppEvents).on('account.settings_update', ({ payload }) => {
      told.push(payload.phone_number_settings?.calling?.status);
    });
    await settings.update({ calling: { status: 'DISABLED' } });
    await settings.update({ calling: { video: { status: 'ENABLED' } } });
    await booted.emulator.idle();
    expect(told).toEqual(['DISABLED']);
  });
});
