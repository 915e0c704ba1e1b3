import { WhatsAppError } from '../errors/whatsapp.error';
import type { SendResult } from './send-result.interface';

/**
 * A text was split, and a later part could not be sent: the earlier ones are on their way. `cause` says why. Sending the
 * whole text again would repeat them.
 * @publicApi
 */
export class PartialSendError extends WhatsAppError {
  constructor(
    /** Results of the parts that went out, in order. */
    readonly sent: readonly SendResult[],
    /** Number of parts that did not go out, the failed one included. */
    readonly unsent: number,
    cause: unknown,
  ) {
    super(`Sent ${sent.length} of ${sent.length + unsent} parts of a text; the next one failed.`, { cause });
  }
}
