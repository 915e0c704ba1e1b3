import { inspect } from 'node:util';
import { readSettings } from '../../../lib/settings/read-settings';
import { STORED } from './support';

describe('readSettings', () => {
  it('S0 CallingSettings: leaves the form of the guides as it is, unknown members included', () => {
    expect(JSON.parse(JSON.stringify(readSettings(STORED)))).toEqual({
      ...STORED,
      calling: {
        ...STORED.calling,
        sip: {
          ...STORED.calling.sip,
          servers: [{ ...STORED.calling.sip.servers[0], sip_user_password: undefined }],
        },
      },
    });
  });

  it('S0 CallingSettingsStatus, CallIconVisibility, CallbackPermissionStatus, SIPStatus: compared without case', () => {
    const settings = readSettings({
      calling: {
        status: 'enabled',
        call_icon_visibility: 'default',
        callback_permission_status: 'Disabled',
        call_hours: { status: 'enabled', weekly_operating_hours: [{ day_of_week: 'monday' }] },
        sip: { status: 'disabled' },
        video: { status: 'enabled' },
        audio: { additional_codecs: ['pcma', 'g729'] },
      },
      storage_configuration: { status: 'in_country_storage_enabled' },
      payload_encryption: { status: 'disabled' },
    });
    expect(settings).toEqual({
      calling: {
        status: 'ENABLED',
        call_icon_visibility: 'DEFAULT',
        callback_permission_status: 'DISABLED',
        call_hours: { status: 'ENABLED', weekly_operating_hours: [{ day_of_week: 'MONDAY' }] },
        sip: { status: 'DISABLED' },
        video: { status: 'ENABLED' },
        audio: { additional_codecs: ['PCMA', 'g729'] },
      },
      storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED' },
      payload_encryption: { status: 'DISABLED' },
    });
  });

  it('S0 STRPKeyExchangeProtocol: DTLS and SDES, also as the OpenAPI file writes them', () => {
    const protocols = ['DTLS', 'DTLS-SRTP', 'sdes-srtp', 'QUIC'].map(
      (srtp_key_exchange_protocol) =>
        readSettings({ calling: { srtp_key_exchange_protocol } }).calling?.srtp_key_exchange_protocol,
    );
    expect(protocols).toEqual(['DTLS', 'DTLS', 'SDES', 'QUIC']);
  });

  it('S0 CallIconVisibility: visible and hidden of the OpenAPI file; unknown values survive', () => {
    const values = ['visible', 'hidden', 'someTimes'].map(
      (call_icon_visibility) =>
        readSettings({ calling: { call_icon_visibility } }).calling?.call_icon_visibility,
    );
    expect(values).toEqual(['DEFAULT', 'DISABLE_ALL', 'someTimes']);
  });

  it('takes the names of the OpenAPI file for those of the guides', () => {
    const settings = readSettings({
      calling: {
        sip: { servers: [{ hostname: 'a', password: 'secret' }] },
        restrictions: { restrictions: [{ type: 'restricted_user_initiated_calling', expiration: 1 }] },
      },
      user_identity_change: { enabled: true },
    });
    expect(settings.calling?.sip?.servers?.[0]?.sip_user_password).toBe('secret');
    expect(settings.calling?.restrictions).toEqual({
      restrictions_list: [{ type: 'RESTRICTED_USER_INITIATED_CALLING', expiration: 1 }],
    });
    expect(settings.user_identity_change).toEqual({ enable_identity_key_check: true });
  });

  it('S0 SIPServer.sip_user_password: readable by name, hidden from JSON, inspection, loops and spreads', () => {
    const settings = readSettings(STORED);
    const server = settings.calling!.sip!.servers![0]!;
    expect(server.sip_user_password).toBe('top-secret');
    const shown = [
      JSON.stringify(settings),
      inspect(settings, { depth: null }),
      JSON.stringify({ ...server }),
      Object.values(server).join(),
      JSON.stringify(structuredClone(settings)),
    ];
    for (const text of shown) {
      expect(text).not.toContain('top-secret');
      expect(text).toContain('sip.example.com');
    }
  });

  it('S0 SIPServer.request_uri_user_params: what users named themselves is not touched', () => {
    const [server] = readSettings(STORED).calling!.sip!.servers!;
    expect(server?.request_uri_user_params).toEqual({ status: 'enabled' });
  });

  it('takes anything', () => {
    for (const answer of [undefined, null, [], 'text', 7]) expect(readSettings(answer)).toEqual({});
    expect(readSettings({ calling: null, later: 1 })).toEqual({ calling: null, later: 1 });
  });
});
