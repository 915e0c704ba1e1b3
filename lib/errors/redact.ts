import { createHash } from 'node:crypto';

/**
 * A short hash of an item key or lane for log lines: equal keys give equal text, and the phone number or user id inside
 * stays out of the log.
 */
export function redactKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}

/** Class and code of an error for log lines. Its message is left out: it may quote what a user wrote. */
export function errorLabel(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${error === null ? 'null' : typeof error}`;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}
