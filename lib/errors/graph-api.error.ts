import { redactText } from './redact-text';
import { WhatsAppError } from './whatsapp.error';

/**
 * What an error is about. `throttling` is also the category of the rate limits of calls and groups, whose classes
 * belong to their own groups. `server`: Meta or a gateway failed without a code. `unknown`: a code that is not
 * documented.
 */
export type ErrorCategory =
  | 'authorization'
  | 'throttling'
  | 'integrity'
  | 'messaging'
  | 'media'
  | 'template'
  | 'marketing'
  | 'flow'
  | 'block-users'
  | 'calling'
  | 'group'
  | 'registration'
  | 'username'
  | 'signup'
  | 'health'
  | 'generic'
  | 'server'
  | 'unknown';

/**
 * How to try again. `fixed`: once `retryAfterMs` has passed. `exponential`: the same, doubled each time. `pair`: 4^n
 * seconds, for this pair of number and recipient. `header`: as Meta's usage headers say. `details`: `details` names
 * the time. `event`: after a webhook. `restart`: from the first page. `none`: not at all.
 */
export type RetryStrategy =
  'none' | 'fixed' | 'exponential' | 'pair' | 'header' | 'details' | 'event' | 'restart';

/** What a `GraphApiError` is made of. Texts are redacted by the constructor. */
export interface GraphApiErrorInit {
  readonly text: string;
  readonly httpStatus?: number | undefined;
  readonly code?: number | undefined;
  readonly subcode?: number | undefined;
  readonly category: ErrorCategory;
  readonly retryable: boolean;
  readonly retryAfterMs?: number | undefined;
  readonly retryStrategy?: RetryStrategy | undefined;
  readonly fbtraceId?: string | undefined;
  readonly details?: string | undefined;
  readonly userTitle?: string | undefined;
  readonly userMessage?: string | undefined;
  readonly operation?: string | undefined;
  readonly raw?: unknown;
}

/** A class of `GraphApiError`, such as `RateLimitHitError`. */
export type GraphApiErrorClass = new (init: GraphApiErrorInit) => GraphApiError;

/**
 * An error that Meta reported, as the answer to a request or in a webhook. Branch on the class (`instanceof
 * ReEngagementMessageError`), on a group (`instanceof TemplateError`) or on `code`. Tokens, phone numbers, user ids and
 * message ids are taken out of all texts; `raw` has Meta's own words and is never printed.
 *
 * Each subclass narrows `name` or `group`, for without a difference TypeScript would take all of them for one type.
 * @publicApi
 * @see https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export class GraphApiError extends WhatsAppError {
  /** Status of the HTTP answer; absent for errors of webhooks. */
  declare readonly httpStatus?: number;
  /** Meta's error code; absent when the answer had none. */
  declare readonly code?: number;
  /** Meta's finer code; common for templates, phone numbers and tokens. */
  declare readonly subcode?: number;
  declare readonly category: ErrorCategory;
  /** Whether the same request may succeed later. Sends that failed for good are worth a look at `details` first. */
  declare readonly retryable: boolean;
  /** Least wait before another attempt, milliseconds, when Meta or its documentation names one. */
  declare readonly retryAfterMs?: number;
  /** How to try again. @default 'none' */
  declare readonly retryStrategy: RetryStrategy;
  /** Meta's id of the request, for support tickets. */
  declare readonly fbtraceId?: string;
  /** Meta's explanation, the most useful text. */
  declare readonly details?: string;
  /** Title for end users, in their language, if Meta sent one. */
  declare readonly userTitle?: string;
  /** Explanation for end users, in their language, if Meta sent one. */
  declare readonly userMessage?: string;
  /** The request without its ids, e.g. `POST /{id}/messages`. */
  declare readonly operation?: string;
  readonly #raw: unknown;

  constructor(init: GraphApiErrorInit) {
    const details = redactText(init.details);
    super(compose(init, redactText(init.text) ?? '', details));
    const fields = {
      operation: init.operation,
      httpStatus: init.httpStatus,
      code: init.code,
      subcode: init.subcode,
      category: init.category,
      retryable: init.retryable,
      retryAfterMs: init.retryAfterMs,
      retryStrategy: init.retryStrategy ?? 'none',
      fbtraceId: init.fbtraceId,
      details,
      userTitle: redactText(init.userTitle),
      userMessage: redactText(init.userMessage),
    };
    Object.assign(
      this,
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    );
    this.#raw = init.raw;
  }

  /** Meta's error as received. May hold personal data, so it is left out of `toJSON` and `util.inspect`. */
  get raw(): unknown {
    return this.#raw;
  }

  /** The fields without stack and `raw`. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), name: this.name, message: this.message };
  }
}

/** `POST /{id}/messages: (#131047) Re-engagement message: the details` */
function compose(init: GraphApiErrorInit, text: string, details: string | undefined): string {
  const where = init.operation === undefined ? '' : `${init.operation}: `;
  const subcode = init.subcode === undefined ? '' : `/${init.subcode}`;
  const code = init.code === undefined ? '' : `(#${init.code}${subcode}) `;
  const more = details === undefined || text.includes(details) ? '' : `: ${details}`;
  return `${where}${code}${text.replace(/^\(#\d+\) ?/, '')}${more}`;
}
