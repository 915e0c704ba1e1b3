import { Logger } from '@nestjs/common';
import { CallingBootCheck } from '../../../lib/settings/calling-boot.check';
import type { SettingsService } from '../../../lib/settings/settings.service';
import type { PhoneNumberSettings } from '../../../lib/wire/settings/phone-number-settings';

describe('CallingBootCheck', () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  afterEach(() => warn.mockClear());
  afterAll(() => warn.mockRestore());

  async function warnings(get: () => Promise<PhoneNumberSettings>): Promise<string[]> {
    await new CallingBootCheck({ get } as unknown as SettingsService).onApplicationBootstrap();
    return warn.mock.calls.map(([line]) => String(line));
  }

  it('S0 CallingSettings.sip: warns that no calls arrive while SIP is on', async () => {
    const get = async (): Promise<PhoneNumberSettings> => ({
      calling: { status: 'ENABLED', sip: { status: 'ENABLED' } },
    });
    expect(await warnings(get)).toEqual([expect.stringContaining('SIP is enabled on the phone number')]);
  });

  it('warns of calling that is off, and of restrictions', async () => {
    expect(await warnings(async () => ({}))).toEqual([expect.stringContaining('Calling is not enabled')]);
    warn.mockClear();
    const restrictions = { restrictions_list: [{ type: 'RESTRICTED_USER_INITIATED_CALLING' }] };
    expect(await warnings(async () => ({ calling: { status: 'ENABLED', restrictions } }))).toEqual([
      'Meta has put a restriction on the calls of the phone number: RESTRICTED_USER_INITIATED_CALLING.',
    ]);
  });

  it('says nothing when all is well', async () => {
    expect(await warnings(async () => ({ calling: { status: 'ENABLED' } }))).toEqual([]);
  });

  it('does not keep the application from starting', async () => {
    expect(await warnings(() => Promise.reject(new TypeError('secret')))).toEqual([
      'The calling settings could not be read: TypeError',
    ]);
  });
});
