import { isObject, objectsOf } from '../model/json';
import type { JsonObject } from '../model/json';

/** One update, apart from the POST that it came in. */
export interface WebhookItem {
  readonly entryId: string;
  readonly entryTime?: unknown;
  readonly field: string;
  /** Members of the value that all its items share: product, metadata. The whole value when there is no item. */
  readonly shared: JsonObject;
  /** The contacts that belong to the item. */
  readonly contacts: readonly JsonObject[];
  /** Member of the value that the item is in, e.g. `messages`. */
  readonly collection?: string;
  readonly item?: JsonObject;
}

const COLLECTIONS = new Set([
  'messages',
  'statuses',
  'errors',
  'user_actions',
  'calls',
  'groups',
  'user_preferences',
  'user_id_update',
  'message_echoes',
  'state_sync',
  'history',
  'automatic_events',
  'events',
]);

/** Members of an item that name a user. */
const USER_KEYS = [
  'from',
  'from_user_id',
  'to',
  'to_user_id',
  'wa_id',
  'user_id',
  'recipient_id',
  'recipient_user_id',
  'recipient_participant_id',
  'recipient_participant_user_id',
  'participant_recipient_id',
];

function contactsOf(item: JsonObject, contacts: readonly JsonObject[]): readonly JsonObject[] {
  const named = new Set(USER_KEYS.map((key) => item[key]).filter((id) => typeof id === 'string'));
  const own = contacts.filter((contact) =>
    [contact['wa_id'], contact['user_id']].some((id) => typeof id === 'string' && named.has(id)),
  );
  return own.length > 0 ? own : contacts;
}

function splitValue(
  entry: Pick<WebhookItem, 'entryId' | 'entryTime'>,
  field: string,
  value: JsonObject,
): WebhookItem[] {
  // Beside calls, errors explain the call and cannot go alone.
  const isCollection = ([name, content]: [string, unknown]): boolean =>
    COLLECTIONS.has(name) && Array.isArray(content) && !(name === 'errors' && Array.isArray(value['calls']));
  const members = Object.entries(value);
  const collections = members.filter(isCollection);
  if (collections.length === 0) return [{ ...entry, field, shared: value, contacts: [] }];
  const shared = Object.fromEntries(
    members.filter((member) => member[0] !== 'contacts' && !isCollection(member)),
  );
  const contacts = objectsOf(value['contacts']);
  return collections.flatMap(([collection, content]) =>
    objectsOf(content).map((item) => ({
      ...entry,
      field,
      shared,
      contacts: contactsOf(item, contacts),
      collection,
      item,
    })),
  );
}

/** Every update of a webhook body, each with what it needs to travel alone. */
export function splitWebhook(body: JsonObject): WebhookItem[] {
  return objectsOf(body['entry']).flatMap((entry) => {
    const own = {
      entryId: String(entry['id']),
      ...(entry['time'] !== undefined && { entryTime: entry['time'] }),
    };
    return objectsOf(entry['changes']).flatMap((change) =>
      isObject(change['value']) ? splitValue(own, String(change['field']), change['value']) : [],
    );
  });
}

/** Puts updates into as few changes as they fit, as Meta does when it groups. */
export function groupWebhook(items: readonly WebhookItem[]): JsonObject {
  const entries = new Map<string, { head: JsonObject; changes: Map<string, ValueBuilder> }>();
  items.forEach((item, index) => {
    const entryKey = JSON.stringify([item.entryId, item.entryTime]);
    const entry = entries.get(entryKey) ?? {
      head: { id: item.entryId, ...(item.entryTime !== undefined && { time: item.entryTime }) },
      changes: new Map<string, ValueBuilder>(),
    };
    entries.set(entryKey, entry);
    // Errors of their own must not come to stand beside calls, which they would then explain.
    const apart = item.field === 'calls' && item.collection === 'errors';
    const changeKey = item.item ? JSON.stringify([item.field, item.shared, apart]) : `alone ${index}`;
    const change = entry.changes.get(changeKey) ?? new ValueBuilder(item.field, item.shared);
    entry.changes.set(changeKey, change);
    change.add(item);
  });
  return {
    object: 'whatsapp_business_account',
    entry: [...entries.values()].map(({ head, changes }) => ({
      ...head,
      changes: [...changes.values()].map((change) => change.build()),
    })),
  };
}

class ValueBuilder {
  private readonly contacts = new Map<string, JsonObject>();
  private readonly collections = new Map<string, JsonObject[]>();

  constructor(
    private readonly field: string,
    private readonly shared: JsonObject,
  ) {}

  add({ contacts, collection, item }: WebhookItem): void {
    for (const contact of contacts) this.contacts.set(JSON.stringify(contact), contact);
    if (collection === undefined || !item) return;
    const list = this.collections.get(collection) ?? [];
    this.collections.set(collection, [...list, item]);
  }

  build(): JsonObject {
    return {
      value: {
        ...this.shared,
        ...(this.contacts.size > 0 && { contacts: [...this.contacts.values()] }),
        ...Object.fromEntries(this.collections),
      },
      field: this.field,
    };
  }
}
