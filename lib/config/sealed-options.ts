import { inspect } from 'node:util';
import type { WhatsAppModuleOptions } from './whatsapp-options.interface';

/** Options that hold secrets, or objects that may (a resolver with a data base behind it, a proxy URL with a password). */
const hidden: ReadonlySet<string> = new Set([
  'accessToken',
  'appSecret',
  'verifyToken',
  'accountResolver',
  'clock',
]);
const hiddenHttp: ReadonlySet<string> = new Set(['proxy', 'dispatcher']);
const hiddenParts: ReadonlySet<string> = new Set(['pacer', 'store']);

/**
 * A frozen copy of the options that shows no secret: not to `util.inspect`, not to `JSON.stringify`, not to loops and
 * spreads. Reading a property by its name works as ever, so do not spread the result: secrets would be lost.
 */
export function sealOptions(options: WhatsAppModuleOptions): WhatsAppModuleOptions {
  const { http, pacing, window } = options;
  return seal(options, hidden, {
    ...(http && { http: seal(http, hiddenHttp) }),
    ...(pacing && { pacing: seal(pacing, hiddenParts) }),
    ...(window && { window: seal(window, hiddenParts) }),
  });
}

function seal(values: object, secret: ReadonlySet<string>, replaced: Record<string, unknown> = {}): object {
  const sealed = {};
  const shown: Record<string, unknown> = {};
  // All own names, not only the enumerable ones: options may have been sealed before.
  for (const key of Object.getOwnPropertyNames(values).filter((name) => name !== 'toJSON')) {
    const value = replaced[key] ?? (values as Record<string, unknown>)[key];
    const enumerable = !secret.has(key);
    Object.defineProperty(sealed, key, { value, enumerable });
    if (value !== undefined) shown[key] = enumerable ? value : '[hidden]';
  }
  const show = (): object => ({ ...shown });
  Object.defineProperty(sealed, 'toJSON', { value: show });
  Object.defineProperty(sealed, inspect.custom, { value: show });
  return Object.freeze(sealed);
}
