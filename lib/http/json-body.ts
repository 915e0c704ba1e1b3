import type { WebhookRequest } from './webhook-request.interface';

/**
 * The body of a request as JSON, or `undefined` when it is none. The parsed body of somebody else is taken when there are
 * no bytes.
 */
export function readJson(request: WebhookRequest): unknown {
  const bytes = request.rawBody ?? request.body;
  if (!(bytes instanceof Uint8Array)) return request.body;
  try {
    const buffer = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return JSON.parse(buffer.toString());
  } catch {
    return undefined;
  }
}
