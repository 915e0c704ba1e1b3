import { WhatsAppError } from './whatsapp.error';

/**
 * Why a message was not let through. `queue-full`: too many wait already. `max-wait`: it could not leave in time.
 * `closed`: the application is shutting down.
 */
export type SendRejection = 'queue-full' | 'max-wait' | 'closed';

const texts: Readonly<Record<SendRejection, string>> = {
  'queue-full': 'too many messages of this number wait already. Send slower, or raise `pacing.maxQueue`',
  'max-wait': 'it could not leave within `pacing.maxWaitMs`, given the limits of the number and the user',
  closed: 'the application is shutting down',
};

/**
 * Pacing did not let a message through. It was not sent, so it can safely be sent again later.
 * @publicApi
 */
export class SendRejectedError extends WhatsAppError {
  readonly reason: SendRejection;
  /** Least wait before another attempt, milliseconds, when Meta named one. */
  declare readonly retryAfterMs?: number;

  constructor(reason: SendRejection, retryAfterMs?: number) {
    super(`The message was not sent: ${texts[reason]}.`);
    this.reason = reason;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}
