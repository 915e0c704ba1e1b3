import { FlowEndpointError } from './flow-endpoint.error';

/**
 * Step that failed: `body` (not the three base64 fields), `key` (no private key opens the AES key) or `data` (altered,
 * or no JSON object).
 */
export type FlowDecryptionStep = 'body' | 'key' | 'data';

/**
 * Answered with 421: the client fetches the public key again, repeats the request once and then shows an error.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 * @publicApi
 */
export class FlowRequestCannotBeDecryptedError extends FlowEndpointError {
  readonly status = 421;

  constructor(
    readonly step: FlowDecryptionStep,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The flow request cannot be decrypted: ${reason}`, options);
  }
}
