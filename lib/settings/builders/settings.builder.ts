import type { PhoneNumberSettingsChange } from '../../wire/settings/phone-number-settings';

type Members = Readonly<Record<string, unknown>>;

/** Members that Meta tells and does not take. */
export const READ_ONLY_CALLING: readonly string[] = ['restrictions', 'ip_addresses'];
const READ_ONLY_SERVER = ['app_id', 'sip_user_password', 'password'];
const READ_ONLY_ENCRYPTION = ['client_encryption_key_fingerprint', 'cloud_encryption_key'];

/** One request for each feature, as Meta demands, without what it does not take. */
export function buildSettings(change: PhoneNumberSettingsChange): Record<string, object>[] {
  return Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([feature, value]) => ({ [feature]: featureOf(feature, value as Members) }));
}

function featureOf(feature: string, value: Members): object {
  if (feature === 'calling') return callingOf(value);
  return feature === 'payload_encryption' ? without(value, READ_ONLY_ENCRYPTION) : value;
}

function callingOf(calling: Members): object {
  const sent: Record<string, unknown> = without(calling, READ_ONLY_CALLING);
  const { audio, sip } = calling as { audio?: Members; sip?: Members & { servers?: readonly Members[] } };
  if (audio) sent['audio'] = without(audio, ['status']);
  if (sip?.servers)
    sent['sip'] = { ...sip, servers: sip.servers.map((server) => without(server, READ_ONLY_SERVER)) };
  return sent;
}

function without(members: Members, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).filter(([name, value]) => value !== undefined && !names.includes(name)),
  );
}
