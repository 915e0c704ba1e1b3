import type { WebhookError } from '../wire/error';
import type {
  GroupInviteLinkAnswer,
  GroupJoinDecisionAnswer,
  GroupRequestAnswer,
  WireGroup,
  WireGroupJoinRequest,
  WireGroupSummary,
} from '../wire/groups/group';
import type { JoinApprovalMode } from './dto/create-group.dto';

/**
 * Meta has taken a change on; whether it was carried out comes by a `group.*` event with the same `request_id`.
 * @publicApi
 */
export interface GroupRequestResult {
  /** Id of the request. Missing where Meta's answer has none. */
  readonly requestId?: string;
  /** Meta's answer, untouched. */
  readonly raw: GroupRequestAnswer | undefined;
}

/** A group in a list. @publicApi */
export interface GroupSummary {
  readonly id: string;
  readonly subject?: string;
  readonly createdAt?: Date;
  /** Meta's entry, untouched. */
  readonly raw: WireGroupSummary;
}

/** A user in a group, or at its door. @publicApi */
export interface GroupMember {
  /** Missing when the user hides the phone number. */
  readonly waId?: string;
  readonly userId?: string;
  readonly parentUserId?: string;
  readonly username?: string;
}

/** All that Meta tells of a group. @publicApi */
export interface GroupInfo extends GroupSummary {
  readonly description?: string;
  /** WhatsApp has suspended the group; nothing can be sent to it. */
  readonly suspended: boolean;
  readonly participantCount: number;
  readonly participants: readonly GroupMember[];
  readonly joinApprovalMode?: JoinApprovalMode;
  /** Meta's answer, untouched. */
  readonly raw: WireGroup;
}

/** The link by which users get in. @publicApi */
export interface GroupInviteLink {
  readonly inviteLink: string;
  /** Meta's answer, untouched. */
  readonly raw: GroupInviteLinkAnswer;
}

/** A user who asks to get in. @publicApi */
export interface GroupJoinRequest extends GroupMember {
  readonly joinRequestId: string;
  readonly createdAt?: Date;
  /** Meta's entry, untouched. */
  readonly raw: WireGroupJoinRequest;
}

/** What became of join requests. A partial failure is a result, not an error. @publicApi */
export interface GroupJoinDecision {
  /** Ids of the requests that were approved, or rejected. Empty where Meta's answer has a `requestId` instead. */
  readonly done: readonly string[];
  /** The others, with Meta's reasons; `errorsOf` makes them error objects. */
  readonly failed: readonly { readonly joinRequestId: string; readonly errors: readonly WebhookError[] }[];
  readonly requestId?: string;
  /** Meta's answer, untouched. */
  readonly raw: GroupJoinDecisionAnswer | undefined;
}
