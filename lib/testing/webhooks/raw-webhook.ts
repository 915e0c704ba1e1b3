import type { EmulatorState } from '../model/emulator-state';
import { isObject } from '../model/json';
import type { RawWebhook } from './outbox';
import { toBytes, webhookHeaders } from './sign-webhook';
import { splitWebhook } from './webhook-items';

/** How a raw webhook is signed. @publicApi */
export interface RawWebhookOptions {
  /** Secret to sign with, e.g. that of another app. @default the emulator's */
  appSecret?: string;
  /** Value of `X-Hub-Signature-256`; `null` sends no signature at all. @default the right one */
  signature?: string | null;
  /** Further headers. */
  headers?: Readonly<Record<string, string>>;
}

function headersOf(bytes: Buffer, appSecret: string, options: RawWebhookOptions): Record<string, string> {
  const headers = webhookHeaders(bytes, options.appSecret ?? appSecret);
  if (options.signature !== undefined) {
    delete headers['x-hub-signature'];
    delete headers['x-hub-signature-256'];
  }
  return {
    ...headers,
    ...(typeof options.signature === 'string' && { 'x-hub-signature-256': options.signature }),
    ...options.headers,
  };
}

/** The object that the bytes hold; undefined when they hold none. */
function parse(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'));
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** A webhook from a fixture. The messages in it may be quoted and marked as read like the others. */
export function rawWebhook(
  content: object | string,
  appSecret: string,
  options: RawWebhookOptions,
  state: EmulatorState,
): RawWebhook {
  const bytes = toBytes(content);
  const body = parse(bytes);
  for (const { collection, item } of body ? splitWebhook(body) : []) {
    if (collection === 'messages' && typeof item?.['id'] === 'string')
      state.foreignMessageIds.add(item['id']);
  }
  return { bytes, body, headers: (signed) => headersOf(signed, appSecret, options) };
}
