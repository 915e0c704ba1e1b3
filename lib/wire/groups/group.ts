import type { WebhookError } from '../error';
import type { Open, WireTimestamp } from '../inbound/common';

/** How users get in by the invite link. */
export type WireJoinApprovalMode = Open<'auto_approve' | 'approval_required'>;

/** Body of `POST /{phone number id}/groups`. */
export interface OutboundGroupCreate {
  messaging_product: 'whatsapp';
  subject: string;
  description?: string;
  join_approval_mode?: WireJoinApprovalMode;
}

/** Body of `POST /{group id}`. */
export interface OutboundGroupUpdate {
  messaging_product: 'whatsapp';
  subject?: string;
  description?: string;
}

/** Answer to a change of a group, which is carried out later. Some answers have `success` instead of an id. */
export interface GroupRequestAnswer {
  messaging_product?: 'whatsapp';
  request_id?: string;
  success?: boolean | string;
}

/** Entry of `GET /{phone number id}/groups`. */
export interface WireGroupSummary {
  id: string;
  subject?: string;
  created_at?: WireTimestamp;
}

/** A member of a group. Users without a visible phone number have no `wa_id`. */
export interface WireGroupMember {
  wa_id?: string;
  user_id?: string;
  parent_user_id?: string;
  username?: string;
}

/** Answer of `GET /{group id}`. */
export interface WireGroup {
  messaging_product?: 'whatsapp';
  id: string;
  subject?: string;
  description?: string;
  creation_timestamp?: WireTimestamp;
  suspended?: boolean;
  total_participant_count?: number;
  participants?: WireGroupMember[] | null;
  join_approval_mode?: WireJoinApprovalMode;
}

/** Answer of `GET` and `POST /{group id}/invite_link`. */
export interface GroupInviteLinkAnswer {
  messaging_product?: 'whatsapp';
  invite_link?: string;
}

/** Entry of `GET /{group id}/join_requests`. */
export interface WireGroupJoinRequest extends WireGroupMember {
  join_request_id: string;
  creation_timestamp?: WireTimestamp;
}

/** Answer to the approval or rejection of join requests. */
export interface GroupJoinDecisionAnswer extends GroupRequestAnswer {
  approved_join_requests?: (string | { join_request_id?: string })[];
  rejected_join_requests?: (string | { join_request_id?: string })[];
  failed_join_requests?: { join_request_id?: string; errors?: WebhookError[] }[];
  errors?: WebhookError[];
}

/** How a participant is named in a request. */
export type OutboundGroupParticipant = { user: string } | { user_id: string };
