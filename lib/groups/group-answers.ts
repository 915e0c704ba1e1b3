import { GroupRequestPartiallySucceededError } from '../errors/group.errors';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error';
import { assertSuccess } from '../graph/node-request';
import type { WireTimestamp } from '../wire/inbound/common';
import type {
  GroupJoinDecisionAnswer,
  GroupRequestAnswer,
  WireGroup,
  WireGroupJoinRequest,
  WireGroupMember,
  WireGroupSummary,
} from '../wire/groups/group';
import type {
  GroupInfo,
  GroupJoinDecision,
  GroupJoinRequest,
  GroupMember,
  GroupRequestResult,
  GroupSummary,
} from './group-results.interface';

export function toRequestResult(raw: GroupRequestAnswer | undefined): GroupRequestResult {
  assertSuccess(raw, 'group change');
  const requestId = textIn(raw?.request_id);
  return { ...(requestId !== undefined && { requestId }), raw };
}

export function toSummary(raw: WireGroupSummary): GroupSummary {
  const createdAt = dateIn(raw.created_at);
  return {
    id: raw.id,
    ...(raw.subject !== undefined && { subject: raw.subject }),
    ...(createdAt && { createdAt }),
    raw,
  };
}

export function toInfo(raw: WireGroup): GroupInfo {
  const { id, subject, description, suspended, join_approval_mode: mode } = raw;
  const participants = (raw.participants ?? []).map(toMember);
  const createdAt = dateIn(raw.creation_timestamp);
  return {
    id,
    ...(subject !== undefined && { subject }),
    ...(description !== undefined && { description }),
    ...(createdAt && { createdAt }),
    suspended: suspended === true,
    participantCount: raw.total_participant_count ?? participants.length,
    participants,
    ...(mode !== undefined && { joinApprovalMode: mode }),
    raw,
  };
}

export function toJoinRequest(raw: WireGroupJoinRequest): GroupJoinRequest {
  const createdAt = dateIn(raw.creation_timestamp);
  return {
    joinRequestId: raw.join_request_id,
    ...toMember(raw),
    ...(createdAt && { createdAt }),
    raw,
  };
}

export function toDecision(raw: GroupJoinDecisionAnswer | undefined): GroupJoinDecision {
  const done = raw?.approved_join_requests ?? raw?.rejected_join_requests ?? [];
  const requestId = textIn(raw?.request_id);
  return {
    done: done.flatMap((entry) => (typeof entry === 'string' ? entry : (entry.join_request_id ?? []))),
    failed: (raw?.failed_join_requests ?? []).map(({ join_request_id: id = '', errors = [] }) => ({
      joinRequestId: id,
      errors,
    })),
    ...(requestId !== undefined && { requestId }),
    raw,
  };
}

/** Meta answers some changes with an empty 200. Others come as an error (131201, HTTP 206) with the outcome beside it. */
export async function tolerant<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    const empty = error instanceof UnexpectedAnswerError && error.httpStatus === 200 && !error.raw;
    if (empty) return undefined;
    if (error instanceof GroupRequestPartiallySucceededError && hasOutcome(error.raw)) return error.raw as T;
    throw error;
  }
}

function hasOutcome(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'failed_join_requests' in raw;
}

/** The groups of a list: the documented shape has them one level deeper than other lists. */
export function groupsIn({ data }: Readonly<Record<string, unknown>>): unknown {
  return Array.isArray(data) ? data : (data as { groups?: unknown } | undefined)?.groups;
}

function toMember(raw: WireGroupMember): GroupMember {
  const { wa_id: waId, user_id: userId, parent_user_id: parentUserId, username } = raw;
  return {
    ...(waId !== undefined && { waId }),
    ...(userId !== undefined && { userId }),
    ...(parentUserId !== undefined && { parentUserId }),
    ...(username !== undefined && { username }),
  };
}

/** Ids are numbers in some answers. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Seconds since the Unix epoch, as a number or text. */
function dateIn(value: WireTimestamp | undefined): Date | undefined {
  const seconds = Number(value);
  return value === undefined || Number.isNaN(seconds) ? undefined : new Date(seconds * 1000);
}
