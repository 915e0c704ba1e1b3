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

/**
 * A frozen copy of the options that shows no secret: not to `util.inspect`, not to `JSON.stringify`, not to loops and
 * spreads. Reading a property by its name works as ever, so do not spread the result: secrets would be lost.
 */
export function sealOptions(options: WhatsAppModuleOptions): WhatsAppModuleOptions {
  const copy: Record<string, unknown> = { ...options };
  if (options.http) copy['http'] = seal({ ...options.http }, hiddenHttp);
  return seal(copy, hidden);
}

function seal(values: Record<string, unknown>, secret: ReadonlySet<string>): object {
  const sealed = {};
  const shown: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const enumerable = !secret.has(key);
    Object.defineProperty(sealed, key, { value, enumerable });
    if (value !== undefined) shown[key] = enumerable ? value : '[hidden]';
  }
  const show = (): object => ({ ...shown });
  Object.defineProperty(sealed, 'toJSON', { value: show });
  Object.defineProperty(sealed, inspect.custom, { value: show });
  return Object.freeze(sealed);
}
