import type { PayloadIssue } from '../errors/payload-validation.error';
import { IssueList } from '../validation/issue-list';
import { ANY_TEXT } from '../validation/limits';
import type { OutboundSolution } from '../wire/solutions/solution';
import { SOLUTION_LIMITS } from './solution-limits';

/** A solution to be made. @publicApi */
export interface CreateSolutionInput {
  /** 2 to 75 characters. */
  readonly name: string;
  /** Meta app of the partner. */
  readonly partnerAppId: string;
  /** Which side sends the customers' messages. */
  readonly messagingBy: 'owner' | 'partner';
}

/** What is wrong with a solution. */
export function solutionIssues({ name, partnerAppId, messagingBy }: CreateSolutionInput): PayloadIssue[] {
  const list = new IssueList();
  list.text('name', name, SOLUTION_LIMITS.name);
  list.text('partnerAppId', partnerAppId, ANY_TEXT);
  list.oneOf('messagingBy', messagingBy, ['owner', 'partner']);
  return list.issues;
}

/** What is wrong with a reason. */
export function reasonIssues(reason: string | undefined): PayloadIssue[] {
  const list = new IssueList();
  if (reason !== undefined) list.text('reason', reason, SOLUTION_LIMITS.reason);
  return list.issues;
}

/** The solution in Meta's names. Exactly one side has the permission. */
export function buildSolution({ name, partnerAppId, messagingBy }: CreateSolutionInput): OutboundSolution {
  return {
    solution_name: name,
    partner_app_id: partnerAppId,
    owner_permissions: messagingBy === 'owner' ? ['MESSAGING'] : [],
    partner_permissions: messagingBy === 'partner' ? ['MESSAGING'] : [],
  };
}
