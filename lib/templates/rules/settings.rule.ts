import type { PayloadIssue } from '../../errors/payload-validation.error';
import { IssueList } from '../../validation/issue-list';
import type { Members } from '../../validation/shape';
import { membersOf } from '../../validation/shape';
import { CREATION_LIMITS, TTL_SECONDS } from '../template-limits';
import { OTP_TYPES, checkOtpApps } from './otp.rule';
import { capitals } from './scope';

/** The words for a category that Meta does not have. */
export function categoryProblem(value: unknown, allowed: readonly string[]): string | undefined {
  return allowed.includes(capitals(value)) ? undefined : `must be one of ${allowed.join(', ')}`;
}

/** The words for a lifetime that Meta does not take. */
export function ttlProblem(value: unknown, { category }: Members): string | undefined {
  if (!Number.isInteger(value)) return 'must be a whole number of seconds';
  const seconds = value as number;
  const known = TTL_SECONDS[capitals(category)];
  if (!known)
    return Object.values(TTL_SECONDS).some((each) => fits(seconds, each))
      ? undefined
      : 'is outside all limits';
  if (fits(seconds, known)) return undefined;
  return `must be from ${known.min} to ${known.max} seconds for this category${known.unlimited ? ', or -1 for 30 days' : ''}`;
}

function fits(
  seconds: number,
  { min, max, unlimited }: { min: number; max: number; unlimited: boolean },
): boolean {
  return (seconds >= min && seconds <= max) || (unlimited && seconds === -1);
}

/** What is wrong with the creative features, with paths below the specification. */
export function creativeFeatureIssues(value: unknown): readonly PayloadIssue[] {
  const list = new IssueList();
  const { creative_features_spec: features } = membersOf(value);
  for (const [name, feature] of Object.entries(membersOf(features))) {
    const status = membersOf(feature)['enroll_status'];
    list.oneOf(`creative_features_spec.${name}.enroll_status`, status, ['OPT_IN', 'OPT_OUT']);
  }
  return list.issues;
}

/** What is wrong with the values for the buttons of a library template. */
export function libraryButtonIssues(value: unknown): string | readonly PayloadIssue[] {
  if (!Array.isArray(value)) return 'must be an array';
  const list = new IssueList();
  value.forEach((item, index) => {
    const button = membersOf(item);
    const path = `[${index}]`;
    const type = capitals(button['type']);
    if (type === '') list.add(`${path}.type`, 'is missing');
    if (type === 'URL')
      list.text(`${path}.url.base_url`, membersOf(button['url'])['base_url'], CREATION_LIMITS.url);
    if (type === 'PHONE_NUMBER')
      list.text(`${path}.phone_number`, button['phone_number'], CREATION_LIMITS.phoneNumber);
    if (type === 'OTP') {
      const otpType = capitals(button['otp_type']);
      list.oneOf(`${path}.otp_type`, otpType, OTP_TYPES);
      checkOtpApps(path, button, otpType, list);
    }
  });
  return list.issues;
}

/** What is wrong with the sentences added to a library template. */
export function libraryBodyIssues(value: unknown): readonly PayloadIssue[] {
  const list = new IssueList();
  const minutes = membersOf(value)['code_expiration_minutes'];
  if (minutes != null)
    list.integer('code_expiration_minutes', minutes, CREATION_LIMITS.codeExpirationMinutes);
  return list.issues;
}
