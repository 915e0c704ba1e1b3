import type { OptionsContext, Report } from './option-checks';
import { isText } from './option-checks';
import type { WhatsAppModuleOptions } from './whatsapp-options.interface';

const WHERE = {
  accessToken: 'Dashboard: Business settings, Users, System users, Generate token',
  phoneNumberId: 'Dashboard: WhatsApp, API Setup, Phone number ID',
  wabaId: 'Dashboard: WhatsApp, API Setup, WhatsApp Business Account ID',
  appSecret: 'Dashboard: App settings, Basic, App secret',
  verifyToken:
    'Make up any secret text, and type the same into the dashboard: WhatsApp, Configuration, Webhook',
} as const;

/** The token and the ids. */
export function checkAccount(report: Report, options: WhatsAppModuleOptions, toMeta: boolean): void {
  const { accessToken, accountResolver, phoneNumberId, wabaId } = options;
  if (accountResolver !== undefined && typeof accountResolver.resolve !== 'function') {
    report('accountResolver', 'must have a method `resolve`');
  }
  if (accessToken === undefined) {
    if (accountResolver === undefined) {
      report('accessToken', `is missing. Give a token, or an \`accountResolver\`. ${WHERE.accessToken}`);
    }
  } else if (typeof accessToken !== 'function') {
    checkToken(report, accessToken);
  }
  checkId(report, 'phoneNumberId', phoneNumberId, toMeta);
  checkId(report, 'wabaId', wabaId, toMeta);
  if (phoneNumberId !== undefined && phoneNumberId === wabaId) {
    report('wabaId', `is the same as \`phoneNumberId\`, yet they are two ids. ${WHERE.wabaId}`);
  }
}

function checkToken(report: Report, token: unknown): void {
  if (!isText(token)) {
    report('accessToken', `is empty. ${WHERE.accessToken}`);
  } else if (/^bearer\s/i.test(token.trim())) {
    report('accessToken', 'must be the token alone, without `Bearer`');
  } else if (!/^[\x21-\x7e]+$/.test(token.trim())) {
    report('accessToken', `must be one word of plain characters. ${WHERE.accessToken}`);
  }
}

/**
 * Ids of Meta have 15 digits and more, phone numbers at most 15: shorter ones are phone numbers. Emulators may use short
 * ids.
 */
function checkId(report: Report, option: 'phoneNumberId' | 'wabaId', id: unknown, toMeta: boolean): void {
  if (id === undefined) return;
  if (!isText(id)) {
    report(
      option,
      `must be a text of digits, not ${typeof id === 'string' ? 'empty' : `a ${typeof id}`}. ${WHERE[option]}`,
    );
  } else if (/^[+(]|\d[ ().-]+\d/.test(id) || (toMeta && /^\d{7,13}$/.test(id))) {
    report(option, `looks like a phone number; it must be the id that Meta gave it. ${WHERE[option]}`);
  } else if (!(toMeta ? /^\d{14,}$/ : /^[\w-]+$/).test(id)) {
    report(option, `is no id: ids are texts of 15 digits or more. ${WHERE[option]}`);
  }
}

/** What webhooks are checked with. */
export function checkSecrets(report: Report, options: WhatsAppModuleOptions, context: OptionsContext): void {
  const { insecureSkipSignatureVerification: skip, verifyToken } = options;
  const secrets = secretsOf(options.appSecret);
  if (secrets.some((secret) => !isText(secret))) {
    report('appSecret', `has an empty secret. ${WHERE.appSecret}`);
  }
  if (skip === true && context.env === 'production') {
    report(
      'insecureSkipSignatureVerification',
      'is refused when NODE_ENV is `production`. Give `appSecret` instead',
    );
  }
  if (!context.webhook) return;
  const resolvable = typeof options.accountResolver?.appSecrets === 'function';
  if (secrets.length === 0 && !resolvable && skip !== true) {
    report(
      'appSecret',
      'is missing, so anybody could post events to the webhook. Give the secret, or an `accountResolver` with ' +
        `\`appSecrets\`, or \`path: false\` if this process only sends. ${WHERE.appSecret}`,
    );
  }
  if (!isText(verifyToken)) {
    report('verifyToken', `is missing, so Meta cannot verify the webhook. ${WHERE.verifyToken}`);
  }
}

function secretsOf(appSecret: WhatsAppModuleOptions['appSecret']): readonly unknown[] {
  if (appSecret === undefined) return [];
  const list: readonly unknown[] = Array.isArray(appSecret) ? (appSecret as readonly unknown[]) : [appSecret];
  return list.map((entry) =>
    typeof entry === 'object' && entry !== null ? (entry as { secret?: unknown }).secret : entry,
  );
}
