import type { Limit } from '../validation/limits';
import { lengthProblem } from '../validation/rules/code-point-length.decorator';

/** Length of a username. */
export const USERNAME_LIMIT: Limit = {
  min: 3,
  max: 35,
  see: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids',
};

const DOMAIN_ENDING = /\.(?:com|org|net|edu|gov|mil|int|info|biz)$/i;

/** The words for what is no username. */
export function usernameProblem(value: unknown): string | undefined {
  const wrongLength = lengthProblem(value, USERNAME_LIMIT);
  if (wrongLength !== undefined) return wrongLength;
  const name = value as string;
  if (!/^[a-z0-9._]+$/i.test(name)) return 'must have letters a to z, digits, . and _ only';
  if (!/[a-z]/i.test(name)) return 'must have a letter';
  if (/^\.|\.$|\.\./.test(name)) return 'must not begin or end with a dot, nor have two in a row';
  if (/^www/i.test(name)) return 'must not begin with www';
  return DOMAIN_ENDING.test(name) ? 'must not end like a domain' : undefined;
}
