import type { Json } from './fixtures';

export const WABA = '300555000000001';
export const NUMBER = '200555000000001';
export const metadata = { display_phone_number: '15550100001', phone_number_id: NUMBER };

/** A body with one change. */
export function bodyOf(field: Json, value: Json, entry: Json = {}): Json {
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: WABA, ...entry, changes: [{ field, value }] }],
  };
}

/** The value of a field that lists items. */
export function valueOf(lists: Json): Json {
  return { messaging_product: 'whatsapp', metadata, ...lists };
}

/** A body of the `messages` field with the given lists. */
export function messagesBody(lists: Json): Json {
  return bodyOf('messages', valueOf(lists));
}

/** A text message. */
export function text(members: Json = {}): Json {
  return {
    id: 'wamid.1',
    from: '15550100123',
    timestamp: '1768003200',
    type: 'text',
    text: { body: 'hi' },
    ...members,
  };
}
