import { errorLabel } from '../errors/redact';
import { WhatsAppError } from '../errors/whatsapp.error';

/** The deduplication store could not be asked, so the item was not handled; Meta delivers it again. @publicApi */
export class DeduplicationStoreError extends WhatsAppError {
  constructor(cause: unknown) {
    super(
      `The deduplication store failed (${errorLabel(cause)}), so nothing was handled and Meta will deliver again. ` +
        'Check the connection of the DeduplicationStore provider.',
      { cause },
    );
  }
}
