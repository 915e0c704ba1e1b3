import type { Limit } from '../limits';
import { lengthProblem } from './code-point-length.decorator';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The words for anything but an e-mail address within the limit. */
export function emailProblem(value: unknown, limit: Pick<Limit, 'min' | 'max'>): string | undefined {
  const wrongLength = lengthProblem(value, limit);
  if (wrongLength !== undefined) return wrongLength;
  return EMAIL.test(value as string) ? undefined : 'must be an e-mail address';
}
