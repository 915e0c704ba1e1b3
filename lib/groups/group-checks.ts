import type { PayloadIssue } from '../errors/payload-validation.error';
import type { PageOptions } from '../graph/page-query';
import { IssueList } from '../validation/issue-list';
import type { IndividualRecipient } from '../validation/recipient';
import type { RuleContext } from '../validation/rule.decorator';
import { recipientProblem } from '../validation/rules/is-recipient.decorator';
import { duplicates } from '../validation/rules/unique-by.decorator';
import { GROUP_LIMITS } from './group-limits';
import { buildParticipant } from './group-requests';

/** The page of a list of groups. */
export function pageIssues(page: PageOptions | undefined): readonly PayloadIssue[] {
  const list = new IssueList();
  if (page?.limit !== undefined) list.integer('limit', page.limit, GROUP_LIMITS.page);
  return list.issues;
}

/** Ids of join requests: at least one, each once. */
export function joinRequestIssues(ids: readonly string[]): readonly PayloadIssue[] {
  const list = new IssueList();
  if (!list.list('joinRequestIds', ids, { min: 1, max: Infinity })) return list.issues;
  ids.forEach((id, index) => list.text(`joinRequestIds[${index}]`, id, { min: 1, max: Infinity }));
  const entries = ids.map((id, index) => ({ path: `joinRequestIds[${index}]`, key: id }));
  return [...list.issues, ...duplicates(entries)];
}

/** Users to be taken out: 1 to 8, each once. */
export function participantIssues(
  users: readonly IndividualRecipient[],
  context: RuleContext,
): readonly PayloadIssue[] {
  const list = new IssueList();
  if (!list.list('users', users, GROUP_LIMITS.participants)) return list.issues;
  users.forEach((user, index) => list.add(`users[${index}]`, recipientProblem(user, 'individual', context)));
  if (list.issues.length > 0) return list.issues;
  return duplicates(
    users.map((user, index) => ({ path: `users[${index}]`, key: JSON.stringify(buildParticipant(user)) })),
  );
}
