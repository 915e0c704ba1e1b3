import { WhatsAppError } from '../../errors/whatsapp.error';

/**
 * Meta takes one feature at a time, and refused one after it had taken others. The reason is in `cause`.
 * @publicApi
 */
export class SettingsPartlyUpdatedError extends WhatsAppError {
  declare readonly name: 'SettingsPartlyUpdatedError';

  constructor(
    /** Features that were changed, e.g. `calling`. */
    readonly updated: readonly string[],
    /** The feature that was refused. Those after it were not sent. */
    readonly failed: string,
    options: ErrorOptions,
  ) {
    super(`Settings were changed in part: ${updated.join(', ')} done, ${failed} failed.`, options);
  }
}
