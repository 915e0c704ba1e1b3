import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Any JSON value, for walking through bodies. */
export type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any

const folder = join(__dirname, '../../fixtures/webhooks');

export const fixtureFiles: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort();

/** A fresh copy of the body. */
export function fixture(file: string): Json {
  return JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));
}

/** Fields whose value is one item as a whole, from Meta's documentation, and the unknown field of the fixtures. */
export const wholeValueFields: ReadonlySet<string> = new Set([
  'brand_new_field',
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'business_capability_update',
  'business_status_update',
  'business_username_update',
  'business_username_updates',
  'campaign_status_update',
  'flows',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messaging_handovers',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'template_category_update',
  'template_correct_category_detection',
  'template_performance_metrics',
]);

/** One item of a body with what surrounds it. */
export interface Atom {
  readonly entry: Json;
  readonly field: string;
  readonly value: Json;
  /** The object that lists the item: the value, or what is inside `standby`. */
  readonly holder: Json;
  /** Absent when the item is the value. */
  readonly member?: string;
  readonly item: Json;
}

/** All items of a body: the elements of every list beside the contacts, else the value itself. */
export function atomsOf(body: Json): Atom[] {
  const atoms: Atom[] = [];
  if (body.object !== 'whatsapp_business_account') return atoms;
  for (const entry of body.entry) {
    for (const { field, value } of entry.changes) {
      const holder = field === 'standby' && value.standby ? value.standby : value;
      const members = wholeValueFields.has(field)
        ? []
        : Object.keys(holder).filter((member) => member !== 'contacts' && Array.isArray(holder[member]));
      if (members.length === 0) atoms.push({ entry, field, value, holder, item: value });
      for (const member of members) {
        for (const item of holder[member]) atoms.push({ entry, field, value, holder, member, item });
      }
    }
  }
  return atoms;
}
