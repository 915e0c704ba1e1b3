import type { PayloadIssue } from '../errors/payload-validation.error';

/** What is wrong with a number to be verified in advance. */
export function preverifiedNumberIssues(phoneNumber: unknown): PayloadIssue[] {
  if (typeof phoneNumber === 'string' && /^\+?[\d\-() ]{7,24}$/.test(phoneNumber)) return [];
  return [{ path: 'phoneNumber', message: 'must be a phone number with country code' }];
}
