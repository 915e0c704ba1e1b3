import { isObject, objectsOf } from '../model/json';
import type { JsonObject } from '../model/json';

/** Features that a number has settings for. */
export const FEATURES = [
  'calling',
  'storage_configuration',
  'user_identity_change',
  'payload_encryption',
] as const;
export type Feature = (typeof FEATURES)[number];

/** The app that the emulator's token belongs to. */
const APP_ID = '700555000000001';

/** A number as it is once calling has been set up. */
const initial = (): Record<Feature, JsonObject> => ({
  calling: {
    status: 'ENABLED',
    call_icon_visibility: 'DEFAULT',
    callback_permission_status: 'DISABLED',
    srtp_key_exchange_protocol: 'DTLS',
    call_hours: { status: 'DISABLED' },
    sip: { status: 'DISABLED' },
  },
  storage_configuration: { status: 'DEFAULT' },
  user_identity_change: { enable_identity_key_check: false },
  payload_encryption: { status: 'DISABLED' },
});

/** The members of `calling` of which a change is told by webhook. */
const TOLD = ['status', 'call_icon_visibility', 'callback_permission_status', 'srtp_key_exchange_protocol'];

/** The settings of one business phone number. */
export class NumberSettings {
  private readonly settings = initial();

  /** A copy of a feature, in Meta's names. */
  feature(name: Feature): JsonObject {
    return structuredClone(this.settings[name]);
  }

  /** The answer to a read. SIP passwords are told only when asked for. */
  answer(features: readonly Feature[], withPasswords: boolean): JsonObject {
    const answer = Object.fromEntries(features.map((name) => [name, this.feature(name)]));
    const sip = answer['calling']?.['sip'];
    if (!withPasswords && isObject(sip))
      for (const server of objectsOf(sip['servers'])) delete server['sip_user_password'];
    return answer;
  }

  /** Takes a change. Members that are left out stay; call hours are replaced as a whole. */
  apply(name: Feature, change: JsonObject): void {
    const before = this.settings[name];
    const after: JsonObject = { ...before, ...structuredClone(change) };
    if (name === 'calling' && isObject(change['sip'])) after['sip'] = sipAfter(before['sip'], change['sip']);
    if (name === 'payload_encryption') {
      delete after['client_encryption_key'];
      if (after['status'] === 'ENABLED')
        Object.assign(after, {
          client_encryption_key_fingerprint: 'ab:cd',
          cloud_encryption_key: 'MIIBIjAN',
        });
    }
    this.settings[name] = name === 'storage_configuration' ? structuredClone(change) : after;
  }

  /** What of the calling settings is told by webhook when it changes. */
  get told(): string {
    const { calling } = this.settings;
    const sip = calling['sip'];
    return JSON.stringify([...TOLD.map((name) => calling[name]), isObject(sip) && sip['status']]);
  }
}

function sipAfter(before: unknown, change: JsonObject): JsonObject {
  const servers = change['servers'];
  const stored = objectsOf(servers).map((server, index) => ({
    port: 5061,
    ...structuredClone(server),
    app_id: APP_ID,
    sip_user_password: `emulator-sip-password-${index + 1}`,
  }));
  return {
    ...(isObject(before) ? before : {}),
    ...change,
    ...(Array.isArray(servers) && { servers: stored }),
  };
}
