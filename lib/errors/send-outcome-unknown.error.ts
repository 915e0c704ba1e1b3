import type { TransportFailure } from './transport.error';
import { WhatsAppError } from './whatsapp.error';

/** What a `SendOutcomeUnknownError` is made of. */
export interface SendOutcomeUnknownInit {
  /** What kept the answer away; `unreadable-answer` when something came that is not Meta's answer. */
  readonly reason: TransportFailure | 'unreadable-answer';
  readonly httpStatus?: number | undefined;
  readonly operation?: string | undefined;
  readonly correlation?: string | undefined;
}

/**
 * What became of a send whose answer was lost. `accepted`: a status webhook told of the message. `unknown`: no webhook did,
 * which proves nothing.
 */
export type SendOutcome =
  | {
      readonly status: 'accepted';
      /** Id (`wamid.…`) of the message. */
      readonly messageId: string;
      /** The status that told of it, e.g. `sent`; `failed` when Meta accepted the message and could not deliver it. */
      readonly reported: string;
    }
  | { readonly status: 'unknown' };

const UNKNOWN: Promise<SendOutcome> = Promise.resolve({ status: 'unknown' });

/**
 * A message left, and Meta's answer never came: it may have been accepted or not. It was not sent again, since Meta has
 * no idempotency key and the customer could get it twice. A status webhook tells later, if the message carried a
 * correlation (`biz_opaque_callback_data`) to know it by.
 * @publicApi
 */
export class SendOutcomeUnknownError extends WhatsAppError {
  readonly reason: TransportFailure | 'unreadable-answer';
  /** Status of the answer that could not be read. */
  declare readonly httpStatus?: number;
  /** The request without its ids, e.g. `POST /{id}/messages`. */
  declare readonly operation?: string;
  readonly #correlation: string | undefined;
  #outcome = UNKNOWN;

  constructor(init: SendOutcomeUnknownInit) {
    const where = init.operation === undefined ? '' : `${init.operation}: `;
    const status = init.httpStatus === undefined ? '' : `, HTTP ${init.httpStatus}`;
    super(
      `${where}the outcome is unknown (${init.reason}${status}). Meta may have accepted the message; it was not sent again.`,
    );
    this.reason = init.reason;
    if (init.httpStatus !== undefined) this.httpStatus = init.httpStatus;
    if (init.operation !== undefined) this.operation = init.operation;
    this.#correlation = init.correlation;
  }

  /**
   * The correlation that the message carried; status webhooks repeat it as `biz_opaque_callback_data`. It is the
   * application's own text, so it is left out of `util.inspect` and JSON.
   */
  get correlation(): string | undefined {
    return this.#correlation;
  }
  /**
   * What a status webhook tells of the message later. Resolves with `unknown` when none comes within 10 minutes, and at
   * once when the message carried no correlation. Never rejects.
   * @example if ((await error.outcome).status === 'unknown') await review(order);
   */
  get outcome(): Promise<SendOutcome> {
    return this.#outcome;
  }

  /** Says where the outcome will come from. @internal */
  settledBy(outcome: Promise<SendOutcome>): void {
    this.#outcome = outcome;
  }
}
