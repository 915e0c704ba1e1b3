import type { EnvelopeOf, WhatsAppEventName } from '../events/event-map';
import type { Envelope } from '../events/envelope.interface';
import { distinct } from './parsing/distinct';
import { fieldReaders } from './parsing/field-table';
import { itemEnvelope } from './parsing/item-envelope';
import { unknownField } from './parsing/readers/unknown.reader';
import type { Reception } from './parsing/value-source';
import { valueSource } from './parsing/value-source';
import type { WireObject } from './parsing/wire-values';
import { idOf, isObject, objectsOf } from './parsing/wire-values';

/** What the parser cannot find in a body. */
export interface ParseWebhookOptions {
  /**
   * When the webhook was received, milliseconds since the Unix epoch.
   * @default now
   */
  receivedAt?: number | undefined;
  /** Meta app whose secret signed it. */
  appId?: string | undefined;
}

/**
 * Takes a webhook body of Meta apart: one envelope for each item of each change of each entry. Pure, and never throws
 * on content: what it does not know becomes an `unknown` event, and a body of another product gives no events.
 * Keys are unique within the result, and the same for the same item however Meta groups and repeats it.
 * @publicApi
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export function parseWebhook(
  body: unknown,
  options: ParseWebhookOptions = {},
): EnvelopeOf<WhatsAppEventName>[] {
  const reception: Reception = { receivedAt: options.receivedAt ?? Date.now(), appId: options.appId };
  const out: Envelope[] = [];
  if (isObject(body) && body.object === 'whatsapp_business_account') {
    for (const entry of objectsOf(body.entry)) readEntry(entry, reception, out);
  }
  // Names and payloads are paired by the readers, which the compiler cannot follow through the tables.
  return (out.length > 1 ? distinct(out) : out) as EnvelopeOf<WhatsAppEventName>[];
}

function readEntry(entry: WireObject, reception: Reception, out: Envelope[]): void {
  for (const change of objectsOf(entry.changes)) {
    if (change.value === undefined) continue;
    const field = idOf(change.field) ?? '';
    // Some examples of Meta put an array around the value of a known field.
    const values: readonly unknown[] =
      Array.isArray(change.value) && change.value.length > 0 && fieldReaders.has(field)
        ? change.value
        : [change.value];
    for (const value of values) readValue(value, field, entry, reception, out);
  }
}

function readValue(
  value: unknown,
  field: string,
  entry: WireObject,
  reception: Reception,
  out: Envelope[],
): void {
  const reader = isObject(value) ? fieldReaders.get(field) : undefined;
  const source = valueSource(isObject(value) ? value : {}, field, entry, reception);
  if (reader !== undefined) reader(source, out);
  else out.push(itemEnvelope(unknownField(value, source), value, source, undefined));
}
