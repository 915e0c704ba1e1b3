import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { HmacSha256 } from './hmac';

/** Header that carries Meta's signature. */
export const SIGNATURE_HEADER = 'x-hub-signature-256';

const PREFIX = 'sha256=';
const DIGEST_BYTES = 32;
const HEADER_LENGTH = PREFIX.length + 2 * DIGEST_BYTES;

/** An app secret, ready for use. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly hmac: HmacSha256;
  /** Meta app that owns the secret, when known. */
  readonly appId?: string;
}

/** Prepares a secret. */
export function createSigningKey(secret: string, appId?: string): SigningKey {
  const key = createSecretKey(secret, 'utf8');
  const hmac = new HmacSha256(key);
  return appId === undefined ? { key, hmac } : { key, hmac, appId };
}

/**
 * Value of the header `X-Hub-Signature-256` for a body.
 * @publicApi
 */
export function signBody(secret: string | KeyObject, body: Uint8Array | string): string {
  return PREFIX + createHmac('sha256', secret).update(body).digest('hex');
}

/**
 * The digest in a signature header, or `undefined` when there is not exactly one that is well formed. Upper-case digits
 * are read as the same digest.
 */
export function decodeSignature(header: unknown): Buffer | undefined {
  if (typeof header !== 'string' || header.length !== HEADER_LENGTH || !header.startsWith(PREFIX))
    return undefined;
  const digest = Buffer.from(header.slice(PREFIX.length), 'hex');
  return digest.length === DIGEST_BYTES ? digest : undefined;
}

/**
 * The key that signed the body. Every key is tried whatever the outcome, so that the time taken does not tell which one
 * it was; of two entries with one secret, the one that names its app is taken.
 */
export function findSigningKey(
  keys: readonly SigningKey[],
  body: Uint8Array,
  digest: Uint8Array,
): SigningKey | undefined {
  let found: SigningKey | undefined;
  for (const candidate of keys) {
    const expected = candidate.hmac.digest(body);
    if (timingSafeEqual(expected, digest) && found?.appId === undefined) found = candidate;
  }
  return found;
}

/**
 * Whether a header signs a body: in constant time, over the bytes as they were received. An empty secret never does.
 * @publicApi
 */
export function verifySignature(secret: string, body: Uint8Array, header: unknown): boolean {
  const digest = decodeSignature(header);
  return (
    secret !== '' &&
    digest !== undefined &&
    findSigningKey([createSigningKey(secret)], body, digest) !== undefined
  );
}
