import type { Violation } from './schema-check';

/** A known gap of Meta's file: a difference that a better source asks for. */
export interface ContractException {
  /** As in a verdict: method and path template. */
  readonly operation: string;
  /** Paths in the body, or `?name` of a query parameter; `x.**` stands for all below `x`, and for `x`. */
  readonly at: readonly string[];
  /** The keywords of JSON schema that may fail there; `unknown` is a member that the file does not have. */
  readonly keywords: readonly string[];
  /** The values that may be there. @default any */
  readonly values?: readonly unknown[];
  /** The values of another member of the body with which alone the exception holds. */
  readonly where?: { readonly member: string; readonly values: readonly unknown[] };
  readonly why: string;
  readonly source: string;
}

const MESSAGES = 'POST /{Phone-Number-ID}/messages';
const MARKETING = 'POST /{Phone-Number-ID}/marketing_messages';
const CALLS = 'POST /{Phone-Number-ID}/calls';
const SETTINGS = 'POST /{Phone-Number-ID}/settings';
const TEMPLATES = '/{WABA-ID}/message_templates';
const BLOCK_USERS = '/{Phone-Number-ID}/block_users';
const ASSIGNED_USERS = '/{WhatsApp-Business-Account-ID}/assigned_users';

const INTERACTIVE = [
  'cta_url',
  'location_request_message',
  'address_message',
  'voice_call',
  'request_contact_info',
  'carousel',
  'order_details',
  'order_status',
];
const LIST_QUERY = 'The Graph API takes `fields` and paging on every edge.';
const LIST_SOURCE = 'endpoints.md 1.4, 1.5';
const ANY_FORM = 'The Graph API takes parameters from query, form and JSON alike.';

const forMessages: readonly ContractException[] = [
  {
    operation: MESSAGES,
    at: ['interactive.type'],
    keywords: ['enum'],
    values: INTERACTIVE,
    why: 'The list of interactive types is older than these; the examples of the file use some of them.',
    source: 'messages.md 5 and 13',
  },
  {
    operation: MESSAGES,
    at: ['interactive.action.**'],
    keywords: ['enum', 'unknown', 'required'],
    where: { member: 'interactive.type', values: INTERACTIVE },
    why: 'The file describes no action for these types.',
    source: 'messages.md 5.3, 5.8 to 5.16',
  },
  {
    operation: MESSAGES,
    at: ['interactive.header.document.filename'],
    keywords: ['unknown'],
    why: 'Documents in headers have a file name.',
    source: 'messages.md 5',
  },
  {
    operation: MESSAGES,
    at: ['type'],
    keywords: ['enum'],
    values: ['pin'],
    why: 'Pins in groups are newer than the file.',
    source: 'messages.md 6, endpoints.md 2.1',
  },
  {
    operation: MESSAGES,
    at: ['type'],
    keywords: ['required'],
    where: { member: 'status', values: ['read'] },
    why: 'Read receipts go to the same path; the file has their schema but names it nowhere.',
    source: 'endpoints.md 2.5, 2.6',
  },
  {
    operation: MESSAGES,
    at: ['to'],
    keywords: ['required'],
    why: 'Users are addressed by `recipient` when only their user id is known.',
    source: 'messages.md 2 and 2.2',
  },
  {
    operation: MESSAGES,
    at: ['recipient', 'biz_opaque_callback_data', 'recipient_identity_key_hash'],
    keywords: ['unknown'],
    why: 'Members of the envelope that the file does not have.',
    source: 'messages.md 2',
  },
  {
    operation: MESSAGES,
    at: ['image.caption', 'video.caption', 'document.caption', 'document.filename', 'audio.voice'],
    keywords: ['unknown'],
    why: 'Media objects of the file are closed and lack members that its own examples use.',
    source: 'messages.md 4.2',
  },
  {
    operation: MESSAGES,
    at: ['image.link'],
    keywords: ['format'],
    values: ['https://image-url'],
    why: 'A placeholder of Meta’s own example.',
    source: 'the example `Send Image Message by URL` of the file',
  },
  {
    operation: MESSAGES,
    at: ['location.latitude', 'location.longitude'],
    keywords: ['type'],
    why: 'Texts in the schema, numbers in the examples.',
    source: 'messages.md 13, location types',
  },
  ...[MESSAGES, MARKETING].map((operation) => ({
    operation,
    at: ['template.language.policy'],
    keywords: ['required'],
    why: 'Left out by all other sources and by the examples of the file.',
    source: 'messages.md 13, language.policy',
  })),
  {
    operation: MESSAGES,
    at: ['template.components.*.index'],
    keywords: ['pattern'],
    values: ['0', '1'],
    why: 'The pattern of the file is a slip; buttons are counted from 0.',
    source: 'messages.md 13, OAS index pattern',
  },
  {
    operation: MESSAGES,
    at: ['template.components.*.parameters.*.parameter_name'],
    keywords: ['unknown'],
    why: 'Named parameters are newer than the schema.',
    source: 'messages.md 8.2',
  },
  {
    operation: MESSAGES,
    at: [
      ...['calendar', 'day_of_month', 'day_of_week', 'hour', 'minute', 'month', 'year'].map(
        (member) => `template.components.*.parameters.*.date_time.${member}`,
      ),
    ],
    keywords: ['unknown'],
    why: 'Members of Meta’s own example.',
    source: 'the example `Send Message Template Text` of the file',
  },
];

const forNumbers: readonly ContractException[] = [
  {
    operation: 'POST /{Phone-Number-ID}/media',
    at: ['type', 'ttl_minutes'],
    keywords: ['unknown'],
    why: 'Parts of the form that the file does not have.',
    source: 'endpoints.md 3.1',
  },
  {
    operation: 'GET /{WABA-ID}/phone_numbers',
    at: ['?sort'],
    keywords: ['enum'],
    values: ['last_onboarded_time_ascending'],
    why: 'The spelling of the guides; the value is the caller’s.',
    source: 'endpoints.md 6.1',
  },
  {
    operation: 'POST /{Phone-Number-ID}/request_code',
    at: ['?code_method', '?language', 'body'],
    keywords: ['unknown', 'required'],
    why: 'The guides send these in the query.',
    source: 'endpoints.md 6.4 and 28',
  },
  {
    operation: 'POST /{Phone-Number-ID}',
    at: ['messaging_product'],
    keywords: ['unknown'],
    why: 'Sent along with a new display name.',
    source: 'endpoints.md 6.9',
  },
  {
    operation: 'POST /{Phone-Number-ID}',
    at: ['webhook_configuration.override_callback_uri'],
    keywords: ['format'],
    values: [''],
    why: 'An empty text deletes the override.',
    source: 'endpoints.md 6.10',
  },
  ...['POST', 'DELETE'].map((method) => ({
    operation: `${method} ${BLOCK_USERS}`,
    at: ['block_users.*.user_id'],
    keywords: ['unknown'],
    why: 'User ids are newer than the file.',
    source: 'endpoints.md 11',
  })),
  {
    operation: `GET ${BLOCK_USERS}`,
    at: ['?limit', '?after'],
    keywords: ['unknown'],
    why: LIST_QUERY,
    source: 'endpoints.md 11',
  },
  {
    operation: 'POST /{Phone-Number-ID}/whatsapp_business_encryption',
    at: ['content-type'],
    keywords: ['enum'],
    values: ['application/x-www-form-urlencoded'],
    why: 'The guides send a URL-encoded form.',
    source: 'endpoints.md 12',
  },
  {
    operation: 'POST /{Phone-Number-ID}/official_business_account',
    at: ['action', 'business_website_url', 'primary_country_of_operation'],
    keywords: ['required', 'unknown'],
    why: 'The body of the file contradicts the guide.',
    source: 'endpoints.md 14 and 28',
  },
];

const forCalls: readonly ContractException[] = [
  {
    operation: CALLS,
    at: ['to'],
    keywords: ['required'],
    why: 'Steps name the call alone, and users may be addressed by their user id.',
    source: 'endpoints.md 4.1 and 28',
  },
  {
    operation: CALLS,
    at: ['call_id', 'recipient'],
    keywords: ['unknown'],
    why: 'The file has `call_id` for `terminate` only, and no user ids.',
    source: 'endpoints.md 4.1',
  },
  {
    operation: CALLS,
    at: ['action'],
    keywords: ['enum'],
    values: ['reject'],
    why: 'The same body as `terminate`, for which alone the file has it.',
    source: 'endpoints.md 4.1',
  },
  {
    operation: 'GET /{Phone-Number-ID}/call_permissions',
    at: ['?user_wa_id', '?recipient'],
    keywords: ['required', 'unknown'],
    why: 'User ids are newer than the file.',
    source: 'endpoints.md 4.2',
  },
  {
    operation: 'GET /{Phone-Number-ID}/settings',
    at: ['?fields'],
    keywords: ['unknown'],
    why: LIST_QUERY,
    source: 'endpoints.md 5.1',
  },
  {
    operation: SETTINGS,
    at: ['calling.status', 'calling.sip.status', 'payload_encryption.status'],
    keywords: ['enum'],
    values: ['ENABLED', 'DISABLED'],
    why: 'Lower case in the file, upper case in the guides.',
    source: 'endpoints.md 5.2 and 28',
  },
  {
    operation: SETTINGS,
    at: ['calling.call_icon_visibility', 'calling.srtp_key_exchange_protocol'],
    keywords: ['enum'],
    values: ['DISABLE_ALL', 'DTLS'],
    why: 'Other values in the guides.',
    source: 'endpoints.md 5.2 and 28',
  },
  {
    operation: SETTINGS,
    at: ['calling.call_hours', 'calling.callback_permission_status', 'calling.sip.servers'],
    keywords: ['unknown'],
    why: 'The file can write fewer members than the guides.',
    source: 'endpoints.md 5.2 and 29.1',
  },
  {
    operation: SETTINGS,
    at: ['calling.status'],
    keywords: ['required'],
    why: 'Members that are left out stay as they are.',
    source: 'endpoints.md 5.2',
  },
  {
    operation: SETTINGS,
    at: [
      'user_identity_change.enabled',
      'user_identity_change.enable_identity_key_check',
      'storage_configuration.enabled',
      'storage_configuration.status',
      'storage_configuration.data_localization_region',
    ],
    keywords: ['required', 'unknown'],
    why: 'The file writes these features in another shape than it reads them.',
    source: 'endpoints.md 5.2 and 28',
  },
];

const forTemplates: readonly ContractException[] = [
  {
    operation: `POST ${TEMPLATES}`,
    at: [
      ...['parameter_format', 'message_send_ttl_seconds', 'display_format', 'sub_category'],
      'library_template_name',
    ],
    keywords: ['unknown'],
    why: 'The schema is made from a few examples.',
    source: 'endpoints.md 16.1',
  },
  {
    operation: `POST ${TEMPLATES}`,
    at: [
      ...['format', 'example', 'add_security_recommendation', 'code_expiration_minutes'],
      ...['limited_time_offer', 'cards'],
    ].map((member) => `components.*.${member}`),
    keywords: ['unknown'],
    why: 'The schema is made from a few examples.',
    source: 'endpoints.md 16.2, messages.md 10',
  },
  {
    operation: `POST ${TEMPLATES}`,
    at: [
      ...['phone_number', 'url', 'example', 'otp_type', 'autofill_text', 'package_name', 'signature_hash'],
      ...['supported_apps', 'zero_tap_terms_accepted'],
    ].map((member) => `components.*.buttons.*.${member}`),
    keywords: ['unknown'],
    why: 'The schema is made from a few examples.',
    source: 'endpoints.md 16.2, messages.md 10',
  },
  {
    operation: `GET ${TEMPLATES}`,
    at: ['?fields', '?limit', '?language', '?category', '?status'],
    keywords: ['unknown'],
    why: 'The file has `name` alone.',
    source: 'endpoints.md 16.3',
  },
  {
    operation: 'GET /{TEMPLATE_ID}',
    at: ['?fields'],
    keywords: ['unknown'],
    why: LIST_QUERY,
    source: 'endpoints.md 16.4',
  },
  {
    operation: `DELETE ${TEMPLATES}`,
    at: ['?hsm_ids'],
    keywords: ['unknown'],
    why: 'Deletion of several templates is newer than the file.',
    source: 'endpoints.md 16.6',
  },
  ...['POST /{WABA-ID}/flows', 'POST /{Flow-ID}'].map((operation) => ({
    operation,
    at: ['content-type', 'categories'],
    keywords: ['enum', 'type'],
    why: 'JSON with a list in the guides, a form with the list as a text in the file.',
    source: 'endpoints.md 17.2 and 1.1',
  })),
  {
    operation: 'POST /{WABA-ID}/migrate_flows',
    at: ['content-type', 'source_flow_names'],
    keywords: ['enum', 'type'],
    why: ANY_FORM,
    source: 'endpoints.md 17.10 and 1.1',
  },
  {
    operation: 'GET /{WABA-ID}/flows',
    at: ['?fields', '?limit'],
    keywords: ['unknown'],
    why: LIST_QUERY,
    source: 'endpoints.md 17.1',
  },
];

const forAccounts: readonly ContractException[] = [
  {
    operation: 'DELETE /{group_id}/participants',
    at: ['participants.*.user', 'participants.*.user_id'],
    keywords: ['required', 'unknown'],
    why: 'User ids are newer than the file.',
    source: 'endpoints.md 18.8',
  },
  {
    operation: 'POST /{WABA-ID}',
    at: [
      'is_enabled_for_insights',
      'disable_marketing_messages_on_cloud_api',
      'template_auto_archival_enabled',
    ],
    keywords: ['unknown'],
    why: 'The file has other settings than the guides.',
    source: 'endpoints.md 19.2 and 28',
  },
  {
    operation: 'GET /{Business-ID}/owned_whatsapp_business_accounts',
    at: ['?fields', '?limit'],
    keywords: ['unknown'],
    why: LIST_QUERY,
    source: LIST_SOURCE,
  },
  {
    operation: 'GET /{Business-ID}/owned_whatsapp_business_accounts',
    at: ['?sort', '?filtering'],
    keywords: ['unknown'],
    why: 'Filters of the guides.',
    source: 'endpoints.md 19.3',
  },
  {
    operation: `POST ${ASSIGNED_USERS}`,
    at: ['content-type'],
    keywords: ['enum'],
    values: ['application/json'],
    why: ANY_FORM,
    source: 'endpoints.md 1.1',
  },
  {
    operation: `DELETE ${ASSIGNED_USERS}`,
    at: ['?user', 'body'],
    keywords: ['unknown', 'required'],
    why: ANY_FORM,
    source: 'endpoints.md 1.1 and 19.5',
  },
];

export const EXCEPTIONS: readonly ContractException[] = [
  ...forMessages,
  ...forNumbers,
  ...forCalls,
  ...forTemplates,
  ...forAccounts,
];

/** Operations that the file does not have; endpoints.md describes them. */
export const NOT_IN_FILE: readonly string[] = [
  'GET /{WABA-ID}/product_catalogs',
  'POST /{WABA-ID}/product_catalogs',
  'DELETE /{WABA-ID}/product_catalogs',
  'GET /{TEMPLATE_ID}/compare',
  'POST /{TEMPLATE_ID}/unpause',
  'POST /{WABA-ID}/migrate_message_templates',
  'POST /{WABA-ID}/upsert_message_templates',
  'POST /{WABA-ID}/message_templates/archive',
  'POST /{WABA-ID}/message_templates/unarchive',
  'GET /message_template_library',
  'GET /{WABA-ID}/message_template_previews',
  'GET /{WABA-ID}/template_groups',
  'POST /{WABA-ID}/template_groups',
  'GET /{group_id}/invite_link',
  'GET /{Phone-Number-ID}/username',
  'POST /{Phone-Number-ID}/username',
  'DELETE /{Phone-Number-ID}/username',
  'GET /{Phone-Number-ID}/username_suggestions',
];

/** Whether an exception covers a violation. */
export function covers(
  exception: ContractException,
  operation: string,
  violation: Violation,
  body: unknown,
): boolean {
  const { at, keywords, values, where } = exception;
  return (
    exception.operation === operation &&
    at.some((path) => pathCovers(path, violation.at)) &&
    keywords.includes(violation.keyword) &&
    (!values || values.includes(violation.value)) &&
    (!where || where.values.includes(memberOf(body, where.member)))
  );
}

/** Whether a path of an exception is the path of a violation. */
export function pathCovers(path: string, at: string): boolean {
  if (!path.endsWith('.**')) return path === at;
  const above = path.slice(0, -3);
  return at === above || at.startsWith(`${above}.`);
}

function memberOf(body: unknown, member: string): unknown {
  return member
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);
}
