import type { ContractException } from './exceptions';

const CALLS = 'POST /{Phone-Number-ID}/calls';
const SETTINGS = 'POST /{Phone-Number-ID}/settings';
const BLOCK_USERS = '/{Phone-Number-ID}/block_users';

/** For what belongs to a phone number. */
export const NUMBER_EXCEPTIONS: readonly ContractException[] = [
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
    why: 'The spelling of the guides; Meta refuses that of the file.',
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
    why: 'The Graph API takes paging on every edge.',
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

/** For calls and settings. */
export const CALL_EXCEPTIONS: readonly ContractException[] = [
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
    why: 'Settings may be read in part.',
    source: 'endpoints.md 5.1',
  },
  {
    operation: SETTINGS,
    at: ['calling.status', 'payload_encryption.status'],
    keywords: ['enum'],
    values: ['ENABLED', 'DISABLED'],
    why: 'Lower case in the file, upper case in the guides.',
    source: 'endpoints.md 5.2 and 28',
  },
  {
    operation: SETTINGS,
    at: ['calling.call_icon_visibility'],
    keywords: ['enum'],
    values: ['DISABLE_ALL'],
    why: 'Other values in the guides.',
    source: 'endpoints.md 5.2 and 28',
  },
  {
    operation: SETTINGS,
    at: [
      'calling.call_hours',
      'calling.callback_permission_status',
      'calling.srtp_key_exchange_protocol',
      'calling.sip',
    ],
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
