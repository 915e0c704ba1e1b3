import { isObject, objectsOf, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import type { WebhookItem } from './webhook-items';

/** The account and the number that a webhook is about. */
export interface WebhookAddress {
  readonly wabaId: string;
  /** Absent for what concerns the account as a whole. */
  readonly phoneNumberId: string | undefined;
}

/** What an update is about. */
export function addressOf({ entryId, shared }: Pick<WebhookItem, 'entryId' | 'shared'>): WebhookAddress {
  return { wabaId: entryId, phoneNumberId: phoneNumberIn(shared) };
}

/** What a body is about; the first of its updates counts. */
export function addressOfBody(body: JsonObject | undefined): WebhookAddress | undefined {
  const [entry] = objectsOf(body?.['entry']);
  const [change] = objectsOf(entry?.['changes']);
  if (!entry) return undefined;
  return {
    wabaId: String(entry['id']),
    phoneNumberId: isObject(change?.['value']) ? phoneNumberIn(change['value']) : undefined,
  };
}

/** Most webhooks name the number in their metadata, those of settings among these. */
function phoneNumberIn(value: JsonObject): string | undefined {
  for (const member of ['metadata', 'phone_number_settings']) {
    const content = value[member];
    const id = isObject(content) ? textOf(content['phone_number_id']) : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}
