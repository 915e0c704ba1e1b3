import type { WebhookError } from '../error';
import type { Open, WireTimestamp } from './common';

/** Members of every group event. */
export interface GroupUpdateBase {
  group_id: string;
  timestamp: WireTimestamp;
  type?: string;
  /** Answers the API request with this id. */
  request_id?: string;
  /** The request failed, or in part. */
  errors?: WebhookError[];
}

/** A member of a group. `input` is what the API request named; ids are numbers in Meta's specification. */
export interface GroupParticipant {
  input?: string | number;
  wa_id?: string | number;
  user_id?: string;
  parent_user_id?: string;
  username?: string;
}

/**
 * A group was made, or could not be (`errors`).
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/webhooks
 */
export interface GroupCreate extends GroupUpdateBase {
  subject?: string;
  description?: string;
  invite_link?: string;
  join_approval_mode?: Open<'approval_required' | 'auto_approve'>;
  added_participants?: GroupParticipant[];
}

/** A group was deleted, or could not be (`errors`). */
export type GroupDelete = GroupUpdateBase;

/** Users came into a group. */
export interface GroupParticipantsAdd extends GroupUpdateBase {
  reason?: Open<'invite_link'>;
  added_participants: GroupParticipant[];
}

/** Users left or were taken out, or could not be. */
export interface GroupParticipantsRemove extends GroupUpdateBase {
  initiated_by?: Open<'business' | 'participant'>;
  removed_participants?: GroupParticipant[];
  failed_participants?: (GroupParticipant & { errors?: WebhookError[] })[];
}

/** A user asks to join a group, or takes the request back. */
export interface GroupJoinRequest extends GroupUpdateBase {
  join_request_id: string;
  wa_id?: string;
  user_id?: string;
  parent_user_id?: string;
  username?: string;
  reason?: string;
}

/** Outcome of one changed setting. */
export interface GroupSettingOutcome {
  update_successful?: boolean;
  errors?: WebhookError[];
}

/** Settings of a group changed, or could not be. */
export interface GroupSettingsUpdate extends GroupUpdateBase {
  profile_picture?: GroupSettingOutcome & { mime_type?: string; sha256?: string };
  group_subject?: GroupSettingOutcome & { text?: string };
  group_description?: GroupSettingOutcome & { text?: string };
}

/** WhatsApp suspended a group, or lifted it. */
export type GroupStatusUpdate = GroupUpdateBase;

/** A group event that this release does not know. */
export interface UnknownGroupUpdate extends GroupUpdateBase {
  [key: string]: unknown;
}
