/** Injection token of the module options. `Symbol.for`, so that two copies of the package agree. @publicApi */
export const WHATSAPP_OPTIONS = Symbol.for('nestjs-whatsapp-cloud:options');

/** Injection token of the options as the application gave them, before they are checked. @internal */
export const WHATSAPP_RAW_OPTIONS = Symbol.for('nestjs-whatsapp-cloud:raw-options');

/** Injection token of one registration (path and structural extras of one `forRoot`). @internal */
export const WHATSAPP_REGISTRATION = Symbol.for('nestjs-whatsapp-cloud:registration');

/**
 * Graph API version that this release is tested against.
 * @see https://developers.facebook.com/docs/graph-api/changelog
 */
export const DEFAULT_API_VERSION = 'v26.0';

/** Meta's Graph host. */
export const DEFAULT_GRAPH_URL = 'https://graph.facebook.com';

/** Hosts that may receive the access token; an entry that starts with a dot matches every subdomain. */
export const META_HOSTS: readonly string[] = [
  'graph.facebook.com',
  'api.facebook.com',
  'lookaside.fbsbx.com',
  '.fbcdn.net',
  '.whatsapp.net',
];

/** Webhook path, relative to the application's global prefix. */
export const DEFAULT_WEBHOOK_PATH = 'whatsapp/webhook';

/** Largest webhook body that Meta sends: 3 MiB. */
export const DEFAULT_BODY_LIMIT = 3 * 1024 * 1024;
