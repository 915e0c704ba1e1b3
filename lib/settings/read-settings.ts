import type { StoredSipServer } from '../wire/settings/calling-settings';
import type { PhoneNumberSettings } from '../wire/settings/phone-number-settings';

type Members = Record<string, unknown>;

/** What Meta's pages call one value differently, in lower case. */
const ALIASES: Readonly<Record<string, string>> = {
  visible: 'DEFAULT',
  hidden: 'DISABLE_ALL',
  'dtls-srtp': 'DTLS',
  'sdes-srtp': 'SDES',
};

/** Values that are known, by the name of their member. Others are left as they are. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  status: ['ENABLED', 'DISABLED', 'DEFAULT', 'IN_COUNTRY_STORAGE_ENABLED', 'NO_STORAGE_ENABLED'],
  callback_permission_status: ['ENABLED', 'DISABLED'],
  call_icon_visibility: ['DEFAULT', 'DISABLE_ALL'],
  srtp_key_exchange_protocol: ['DTLS', 'SDES'],
  day_of_week: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
  additional_codecs: ['PCMA', 'PCMU'],
  triggers: ['REJECT', 'TIMEOUT'],
  type: ['RESTRICTED_BUSINESS_INITIATED_CALLING', 'RESTRICTED_USER_INITIATED_CALLING'],
};

/** Members that Meta's OpenAPI file calls by another name, by the object that they are in. */
const RENAMED: Readonly<Record<string, readonly [from: string, to: string]>> = {
  servers: ['password', 'sip_user_password'],
  restrictions: ['restrictions', 'restrictions_list'],
  user_identity_change: ['enabled', 'enable_identity_key_check'],
};

/**
 * A copy of Meta's answer in which known values are in capitals and have their names of Meta's guides, whichever form
 * Meta chose. Members and values that are not known are left as they are. SIP passwords are readable by name, and hidden
 * from `JSON.stringify`, `util.inspect`, loops and spreads.
 */
export function readSettings(answer: unknown): PhoneNumberSettings {
  const settings = (isObject(answer) ? tidy(answer, '') : {}) as PhoneNumberSettings;
  settings.calling?.sip?.servers?.forEach(hidePassword);
  return settings;
}

function tidy(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => tidy(item, name));
  if (typeof value === 'string') return knownValue(value, name);
  if (!isObject(value)) return value;
  const [from, to] = RENAMED[name] ?? [];
  const members: Members = {};
  for (const [key, member] of Object.entries(value)) {
    // What users named themselves.
    if (key === 'request_uri_user_params') members[key] = { ...(member as object) };
    else if (key === from && to !== undefined && !(to in value)) members[to] = tidy(member, to);
    else members[key] = tidy(member, key);
  }
  return members;
}

function knownValue(value: string, name: string): string {
  const known = VALUES[name];
  if (!known) return value;
  const capitals = ALIASES[value.toLowerCase()] ?? value.toUpperCase();
  return known.includes(capitals) ? capitals : value;
}

function hidePassword(server: StoredSipServer): void {
  const { sip_user_password: value } = server;
  if (value === undefined) return;
  Object.defineProperty(server, 'sip_user_password', { value, enumerable: false });
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
