import { WhatsAppError } from './whatsapp.error';

/** One refused field. */
export interface PayloadIssue {
  /** Path in the names that the caller used, e.g. `buttons[0].title`. */
  readonly path: string;
  /** What is wrong and what is allowed. Never quotes the value. */
  readonly message: string;
}

/** The input would be refused by Meta; nothing was sent. @publicApi */
export class PayloadValidationError extends WhatsAppError {
  constructor(
    /** What was to be sent, e.g. `text`. */
    readonly subject: string,
    readonly issues: readonly PayloadIssue[],
  ) {
    super(
      `Invalid ${subject} input, nothing was sent: ${issues.map((i) => `${i.path}: ${i.message}`).join('; ')}`,
    );
  }
}
