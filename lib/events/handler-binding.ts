import type { Envelope } from './envelope.interface';
import type { WhatsAppEventHandlerOptions } from './event-handler-options.interface';
import { expandPattern } from './event-patterns';
import type { HandlerBinding } from './handler-record.interface';

/** Stands for event names that no list knows; the chain of `*` handlers is kept under it. */
export const ANY_NAME = '*';

/**
 * Resolves patterns to concrete names, and options to one predicate.
 * @throws WhatsAppConfigurationError when a pattern does not exist
 */
export function bindHandler(
  patterns: readonly string[],
  options: WhatsAppEventHandlerOptions,
  knownNames: readonly string[],
): HandlerBinding {
  const names = new Set(patterns.flatMap((pattern) => expandPattern(pattern, knownNames)));
  if (patterns.includes('*')) names.add(ANY_NAME);
  return { patterns, names: [...names], priority: options.priority ?? 0, accepts: predicateOf(options) };
}

function predicateOf({ where, accounts }: WhatsAppEventHandlerOptions): HandlerBinding['accepts'] {
  // Names are checked at boot, so the event is one of the pattern's.
  const fits = where as ((event: Envelope) => boolean) | undefined;
  if (!accounts) return fits;
  const ids = new Set(accounts);
  const belongs = (event: Envelope): boolean =>
    ids.has(event.wabaId) || (event.phoneNumberId !== undefined && ids.has(event.phoneNumberId));
  return fits ? (event) => belongs(event) && fits(event) : belongs;
}
