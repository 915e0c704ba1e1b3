import { WhatsAppError } from '../../errors/whatsapp.error';
import type { CallPhase, CallStep } from '../call-state';

/**
 * A call step that cannot work any more, or not yet; nothing was sent. The call may have ended a moment before: look at
 * `phase`.
 * @publicApi
 */
export class CallStateError extends WhatsAppError {
  declare readonly name: 'CallStateError';

  constructor(
    /** The step that was asked for, in Meta's names. */
    readonly step: CallStep,
    /** Where the call stands. */
    readonly phase: CallPhase,
    reason: string,
  ) {
    super(`Cannot ${step} the call, nothing was sent: it ${reason}.`);
  }
}
