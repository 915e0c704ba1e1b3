import { UnexpectedAnswerError } from '../errors/unexpected-answer.error';

/** The error for an answer of Meta that lacks what it is for. */
export function incomplete(operation: string, missing: string, raw: unknown): UnexpectedAnswerError {
  return new UnexpectedAnswerError({
    text: `the answer has no ${missing}`,
    category: 'unknown',
    retryable: true,
    operation,
    raw,
  });
}
