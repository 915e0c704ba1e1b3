import type { ContractException } from './exceptions';

const TEMPLATES = '/{WABA-ID}/message_templates';
const ASSIGNED_USERS = '/{WhatsApp-Business-Account-ID}/assigned_users';
const LIST_QUERY = 'The Graph API takes `fields` and paging on every edge.';
const LIST_SOURCE = 'endpoints.md 1.4, 1.5';
const ANY_FORM = 'The Graph API takes parameters from query, form and JSON alike.';

/** For templates and flows. */
export const TEMPLATE_EXCEPTIONS: readonly ContractException[] = [
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
    operation: 'POST /{Flow-ID}/assets',
    at: ['messaging_product'],
    keywords: ['unknown'],
    why: 'A part of the form that the file does not have.',
    source: 'endpoints.md 17.5',
  },
  {
    operation: 'GET /{WABA-ID}/flows',
    at: ['?fields', '?limit'],
    keywords: ['unknown'],
    why: LIST_QUERY,
    source: 'endpoints.md 17.1',
  },
];

/** For groups and accounts. */
export const ACCOUNT_EXCEPTIONS: readonly ContractException[] = [
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
    at: ['?user', '?tasks', 'body'],
    keywords: ['unknown', 'required'],
    why: 'The guides send these in the query.',
    source: 'endpoints.md 19.5 and 1.1',
  },
  {
    operation: `DELETE ${ASSIGNED_USERS}`,
    at: ['?user', 'body'],
    keywords: ['unknown', 'required'],
    why: 'As for the assignment.',
    source: 'endpoints.md 19.5 and 1.1',
  },
];
