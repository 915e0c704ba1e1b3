import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { EnvelopeOf, WhatsAppEventName } from './event-map';
import { WHATSAPP_EVENT_NAMES } from './event-names';

type Prefixes<N extends string> = N extends `${infer Head}.${infer Rest}`
  ? Head | `${Head}.${Prefixes<Rest>}`
  : never;

type MatchingNames<P extends string> = P extends '*'
  ? WhatsAppEventName
  : P extends `${infer Head}.*`
    ? Extract<WhatsAppEventName, `${Head}.${string}`>
    : Extract<P, WhatsAppEventName>;

/**
 * What a handler can ask for: an event name, all names below a prefix (`message.*`, `message.interactive.*`), or every
 * event (`*`).
 * @publicApi
 */
export type WhatsAppEventPattern = WhatsAppEventName | `${Prefixes<WhatsAppEventName>}.*` | '*';

/**
 * The event that a handler of this pattern gets. A union of patterns, or a wildcard, gives a union that `name` tells
 * apart, so `switch (event.name)` narrows the payload.
 * @publicApi
 */
export type WhatsAppEvent<P extends WhatsAppEventPattern = '*'> = EnvelopeOf<MatchingNames<P>>;

/**
 * The event names that a pattern stands for.
 * @param names the names that exist
 * @throws WhatsAppConfigurationError when it stands for none; the message lists what is permitted, the nearest first
 */
export function expandPattern(
  pattern: string,
  names: readonly string[] = WHATSAPP_EVENT_NAMES,
): readonly string[] {
  if (pattern === '*') return names;
  if (names.includes(pattern)) return [pattern];
  const matching = pattern.endsWith('.*')
    ? names.filter((name) => name.startsWith(pattern.slice(0, -1)))
    : [];
  if (matching.length > 0) return matching;
  const permitted = nearestFirst(pattern, permittedPatterns(names));
  throw new WhatsAppConfigurationError(
    `Unknown event pattern "${pattern}". Did you mean "${permitted[0] ?? '*'}"? Names of your own events go into the ` +
      `option customEvents. Permitted, the nearest first: ${permitted.join(', ')}`,
  );
}

function permittedPatterns(names: readonly string[]): string[] {
  const wildcards = new Set<string>(['*']);
  for (const name of names) {
    for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
      wildcards.add(`${name.slice(0, dot)}.*`);
    }
  }
  return [...names, ...wildcards];
}

function nearestFirst(text: string, candidates: readonly string[]): string[] {
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(text, candidate) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
