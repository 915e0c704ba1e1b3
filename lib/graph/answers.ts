import { UnexpectedAnswerError } from '../errors/unexpected-answer.error';

/** Result of calls that say no more than yes or no. @publicApi */
export interface SuccessResult {
  /** False only when Meta says so without an error. */
  readonly success: boolean;
  /** Meta's answer, untouched. */
  readonly raw: unknown;
}

/** Reads `{ success }`, which some endpoints write as text, and others leave out. */
export function toSuccessResult(raw: unknown): SuccessResult {
  const said = (raw as { success?: unknown } | null | undefined)?.success;
  return { success: said !== false && said !== 'false', raw };
}

/** The error for an answer that lacks what it is for. */
export function incompleteAnswer(operation: string, missing: string, raw: unknown): UnexpectedAnswerError {
  return new UnexpectedAnswerError({
    text: `the answer has no ${missing}`,
    category: 'unknown',
    retryable: false,
    operation,
    raw,
  });
}

/** A text of an answer, for ids that are numbers in some answers; `undefined` for anything else. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;
}

/** A point in time of an answer: seconds since the Unix epoch, as number or text, or an ISO date. */
export function dateIn(value: unknown): Date | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const time = /^\d+$/.test(String(value)) ? Number(value) * 1000 : Date.parse(String(value));
  return Number.isNaN(time) ? undefined : new Date(time);
}
