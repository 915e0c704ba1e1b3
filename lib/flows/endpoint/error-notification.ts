import type { FlowErrorKey, FlowRequestPayload } from '../../wire/flow/endpoint';
import type { FlowErrorNotification } from './flow-endpoint-options.interface';

const KNOWN: ReadonlySet<FlowErrorKey> = new Set<FlowErrorKey>([
  'timeout_error',
  'missing_capability',
  'cannot_be_served',
  'no_http_response_error',
  'unexpected_http_status_code',
  'public-key-missing',
  'public-key-signiture-verification',
  'response-decryption-error',
  'invalid-screen-transition',
  'payload-schema-error',
  'business-decryption-error',
]);
const FIELDS = ['error', 'error_key', 'error_message'];

/** What to do about some of them. */
const FIXES: Readonly<Record<string, string>> = {
  'public-key-missing': 'Upload the public key: FlowKeysService.upload(privateKey).',
  'public-key-signiture-verification': 'Upload the public key again: FlowKeysService.upload(privateKey).',
  'business-decryption-error': 'Compare the keys: FlowKeysService.check(privateKeys).',
};

/**
 * Reads a request as an error that the client reports, or `undefined` when it is none. Meta's pages name the key both
 * `error` and `error_key`, and a flow may have fields of these names; so either the key is known, or nothing but the
 * fields of a notification is there.
 */
export function readErrorNotification(payload: FlowRequestPayload): FlowErrorNotification | undefined {
  const { data, screen, flow_token: flowToken } = payload;
  if (typeof data !== 'object' || data === null) return undefined;
  const error = data['error'] ?? data['error_key'];
  const message = data['error_message'];
  if (typeof error !== 'string') return undefined;
  const alone = typeof message === 'string' && Object.keys(data).every((key) => FIELDS.includes(key));
  if (!KNOWN.has(error) && !alone) return undefined;
  return {
    error,
    message: typeof message === 'string' ? message : undefined,
    screen: screen || undefined,
    flowToken: flowToken || undefined,
  };
}

/** A name, and not the text of a form field. */
const NAME = /^[a-z]{1,40}(?:[-_][a-z]{1,40}){1,5}$/i;

/**
 * Topic and line for the log. Of an error that this package does not know, no more is quoted than what looks like its name:
 * it might be what a user wrote in a form.
 */
export function describeNotification(notification: FlowErrorNotification): [topic: string, line: string] {
  const { error, screen = 'none', message } = notification;
  if (!KNOWN.has(error)) {
    const name = NAME.test(error) ? `"${error}"` : 'an error of unknown kind';
    return ['flow-unknown-error', `The WhatsApp client reports ${name} (screen ${screen}).`];
  }
  const about = message === undefined ? '' : `: ${message}`;
  const fix = FIXES[error];
  const line = `The WhatsApp client reports "${error}" (screen ${screen})${about}`;
  return [`flow-${error}`, fix === undefined ? line : `${line} ${fix}`];
}
