import { GraphApiError } from '../errors/graph-api.error';
import { TransportError } from '../errors/transport.error';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error';

/** First wait after a connection that failed, milliseconds; doubled each time. */
const CONNECT_DELAY_MS = 200;

/** Longest wait of a growing series, milliseconds. */
const MAX_GROWING_DELAY_MS = 60_000;

/** What is known when an attempt has failed. */
export interface FailedAttempt {
  /** What may be done again: see `GraphRequest.kind`. */
  readonly kind: 'safe' | 'unsafe' | 'send';
  /** Attempts made so far, at least 1. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Time left for the whole call, milliseconds. A longer wait is not begun. */
  readonly remainingMs: number;
  /** Whether the body can be written a second time; a stream cannot. */
  readonly replayable: boolean;
  readonly failure: GraphApiError | TransportError;
  /** From 0 up to 1; spreads growing waits over up to a quarter more. */
  readonly random: number;
}

/**
 * Decides whether a failed request is repeated, and when: `undefined` for never, or the wait in milliseconds. Repeated is
 * only what cannot have reached Meta, what Meta says it did not do (throttling), and reads and deletes that failed on
 * Meta's side or lost their answer.
 */
export function retryDelay(attempt: FailedAttempt): number | undefined {
  const { failure, replayable, maxAttempts, remainingMs } = attempt;
  if (!replayable || attempt.attempt >= maxAttempts) return undefined;
  const delayMs =
    failure instanceof TransportError ? afterLostConnection(attempt, failure) : afterAnswer(attempt, failure);
  return delayMs !== undefined && delayMs < remainingMs ? delayMs : undefined;
}

function afterLostConnection(attempt: FailedAttempt, failure: TransportError): number | undefined {
  const repeatable =
    failure.reason === 'connect' || (failure.reason === 'connection-lost' && attempt.kind === 'safe');
  return repeatable ? growing(attempt, CONNECT_DELAY_MS) : undefined;
}

function afterAnswer(attempt: FailedAttempt, failure: GraphApiError): number | undefined {
  const notDone = failure.category === 'throttling';
  if (!failure.retryable || !(notDone || attempt.kind === 'safe')) return undefined;
  const base = failure.retryAfterMs;
  if (base === undefined) return undefined;
  switch (failure.retryStrategy) {
    case 'pair':
      return base * 4 ** (attempt.attempt - 1);
    case 'exponential':
      return growing(attempt, base);
    default:
      return base;
  }
}

function growing({ attempt, random }: FailedAttempt, base: number): number {
  const capped = Math.min(base * 2 ** (attempt - 1), Math.max(base, MAX_GROWING_DELAY_MS));
  return Math.round(capped * (1 + random / 4));
}

/**
 * Whether a failed send may have been accepted all the same: its answer was lost on the way, or what came is not
 * Meta's word (a gateway's 5xx, a success that cannot be read).
 */
export function isOutcomeUnknown(failure: GraphApiError | TransportError): boolean {
  if (failure instanceof TransportError) return failure.sent;
  const { httpStatus = 0, code } = failure;
  const cut = failure instanceof UnexpectedAnswerError && httpStatus < 300;
  return cut || (code === undefined && httpStatus >= 500);
}

/** Codes that a fresh token cures. */
const staleToken: ReadonlySet<number | undefined> = new Set([0, 102, 190]);

/** Whether Meta refused the token itself, so that a fresh one may do. */
export function isTokenRefused(failure: unknown): boolean {
  return failure instanceof GraphApiError && staleToken.has(failure.code);
}
