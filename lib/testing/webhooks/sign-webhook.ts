import { createHmac } from 'node:crypto';
import { serializeWebhook } from './serialize-webhook';

/** Value of the header `X-Hub-Signature-256` for these bytes. @publicApi */
export function signWebhook(bytes: Uint8Array | string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`;
}

/** The headers that Meta sends with a webhook, the old SHA-1 signature included. */
export function webhookHeaders(bytes: Uint8Array, appSecret: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'facebookexternalua',
    'x-hub-signature': `sha1=${createHmac('sha1', appSecret).update(bytes).digest('hex')}`,
    'x-hub-signature-256': signWebhook(bytes, appSecret),
  };
}

/** A webhook ready to be posted: the exact bytes and their headers. @publicApi */
export interface SignedWebhook {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

/**
 * Serialises and signs a webhook as Meta does, for tests that post it themselves.
 * @param body an object, or text or bytes that are sent as they are
 * @publicApi
 */
export function signedWebhook(body: object | string, appSecret: string): SignedWebhook {
  const bytes = toBytes(body);
  return { body: bytes, headers: webhookHeaders(bytes, appSecret) };
}

/** The bytes of a body; objects are written as Meta writes them. */
export function toBytes(body: object | string): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(serializeWebhook(body));
}
