import type { Envelope } from '../../events/envelope.interface';
import { contentHash } from './content-hash';

/**
 * The envelopes of one body with distinct keys. The very same item twice is one; two items that spell the same key but
 * differ in content are two, the later with its content in the key.
 */
export function distinct(envelopes: readonly Envelope[]): Envelope[] {
  const byKey = new Map<string, Envelope>();
  for (const envelope of envelopes) {
    const twin = byKey.get(envelope.key);
    if (twin === undefined) {
      byKey.set(envelope.key, envelope);
      continue;
    }
    const hash = contentHash(envelope.payload);
    if (hash === contentHash(twin.payload)) continue;
    const key = `${envelope.key}#${hash}`;
    if (!byKey.has(key)) byKey.set(key, { ...envelope, key });
  }
  return [...byKey.values()];
}
