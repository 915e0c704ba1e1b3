import type { ContractException } from './exceptions';

const MESSAGES = 'POST /{Phone-Number-ID}/messages';
const MARKETING = 'POST /{Phone-Number-ID}/marketing_messages';

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

/** For messages. */
export const MESSAGE_EXCEPTIONS: readonly ContractException[] = [
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
    values: ['0'],
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
