import type { PayloadIssue } from '../errors/payload-validation.error';
import type { IssueContext } from '../validation/compiled-dto';
import type { Limit } from '../validation/limits';
import { recipientProblem } from '../validation/rules/is-recipient.decorator';
import { countProblem } from '../validation/rules/item-count.decorator';

/** Users of one request. A list holds 64,000 in all. */
export const BLOCK_LIMIT: Limit = {
  min: 1,
  max: 1000,
  see: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users',
};

/** What is wrong with a list of users to block. */
export function blockListIssues(users: unknown, context: IssueContext): PayloadIssue[] {
  context.at = 'users';
  const wrongCount = countProblem(users, BLOCK_LIMIT);
  if (wrongCount !== undefined) return [{ path: 'users', message: wrongCount }];
  return (users as unknown[]).flatMap((user, index) => {
    const message = recipientProblem(user, 'individual', context);
    return message === undefined ? [] : [{ path: `users[${index}]`, message }];
  });
}
