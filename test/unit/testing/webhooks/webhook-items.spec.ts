import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonObject } from '../../../../lib/testing/model/json';
import { groupWebhook, splitWebhook } from '../../../../lib/testing/webhooks/webhook-items';
import type { WebhookItem } from '../../../../lib/testing/webhooks/webhook-items';

const FIXTURES = join(__dirname, '../../../fixtures/webhooks');
const bodies = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, JsonObject] => [
    file,
    JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as JsonObject,
  ])
  .filter(([, body]) => body['object'] === 'whatsapp_business_account');

/** What must survive any grouping: the item and everything it is read with, but contacts of others. */
const identity = ({ contacts: _contacts, ...item }: WebhookItem): string => JSON.stringify(item);
const identities = (body: JsonObject): string[] => splitWebhook(body).map(identity).sort();

describe('splitWebhook and groupWebhook', () => {
  it.each(bodies)('keep every update of %s', (_file, body) => {
    const items = splitWebhook(body);
    const alone = items.map((item) => groupWebhook([item]));
    expect(alone.flatMap(identities).sort()).toEqual(identities(body));
    expect(identities(groupWebhook(items))).toEqual(identities(body));
  });

  it('find no fewer updates than the fixtures hold', () => {
    const counts = new Map(bodies.map(([file, body]) => [file, splitWebhook(body).length]));
    expect(counts.get('messages.text.json')).toBe(1);
    expect(counts.get('envelope.messages_and_statuses.json')).toBe(3);
    expect(counts.get('messages.statuses.multiple.json')).toBe(2);
    expect(counts.get('account_update.account_violation.json')).toBe(1);
  });

  it('keep the updates of any mixture, in any grouping', () => {
    const pool = bodies.flatMap(([, body]) => splitWebhook(body));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (items, seed) => {
          const parts: WebhookItem[][] = [[], [], []];
          items.forEach((item, index) => parts[(index * 7 + seed) % 3]?.push(item));
          const after = parts
            .filter((part) => part.length > 0)
            .flatMap((part) => identities(groupWebhook(part)));
          expect(after.sort()).toEqual(items.map(identity).sort());
        },
      ),
    );
  });

  it('give each update its own contact', () => {
    const contact = (wa_id: string): JsonObject => ({ profile: { name: wa_id }, wa_id });
    const message = (from: string): JsonObject => ({ from, id: `wamid.${from}`, type: 'text' });
    const value = { contacts: [contact('1'), contact('2')], messages: [message('2'), message('1')] };
    const body = { entry: [{ id: 'waba', changes: [{ field: 'messages', value }] }] };
    expect(splitWebhook(body).map(({ contacts }) => contacts)).toEqual([[contact('2')], [contact('1')]]);
    expect(groupWebhook(splitWebhook(body))).toEqual({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: 'waba',
          changes: [{ field: 'messages', value: { ...value, contacts: [contact('2'), contact('1')] } }],
        },
      ],
    });
  });
});
