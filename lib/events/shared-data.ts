import type { Envelope } from './envelope.interface';

const bags = new WeakMap<Envelope, Map<string, unknown>>();

/**
 * A bag that the handlers, guards and interceptors of one event share. It lives as long as the event object does in
 * this process: a redelivery or another process starts with an empty one.
 * @publicApi
 */
export function sharedData(event: Envelope): Map<string, unknown> {
  const known = bags.get(event);
  if (known) return known;
  const bag = new Map<string, unknown>();
  bags.set(event, bag);
  return bag;
}
