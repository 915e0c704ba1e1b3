import type { UserProfile } from './user-profile.interface';

/** A user who waits to be let into a group. */
export interface EmulatedJoinRequest {
  readonly id: string;
  readonly user: UserProfile;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

/** Users who came into a group, or left it, at one time. */
export interface GroupMovement {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly joined: number;
  readonly left: number;
}

/** A WhatsApp group of the business and virtual users. What the business changes shows here. @publicApi */
export interface EmulatedGroup {
  readonly id: string;
  readonly subject: string;
  /** Business phone number that owns the group. */
  readonly phoneNumberId: string;
  readonly participants: readonly UserProfile[];
  readonly description?: string | undefined;
  readonly joinApprovalMode?: string | undefined;
  readonly inviteLink?: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt?: number | undefined;
  readonly joinRequests?: readonly EmulatedJoinRequest[] | undefined;
  /** Bytes of the picture. */
  readonly picture?: Buffer | undefined;
  /** User ids that were taken out, and cannot come back by the link. */
  readonly banned?: readonly string[] | undefined;
  /** How the participants changed. */
  readonly movements?: readonly GroupMovement[] | undefined;
}

/** Changes a group in place, so that whoever holds it sees the change. */
export function changeGroup(group: EmulatedGroup, change: Partial<EmulatedGroup>): void {
  Object.assign(group, change);
}

/** Gives a group other participants, and notes how many came and went. */
export function changeParticipants(
  group: EmulatedGroup,
  participants: readonly UserProfile[],
  at: number,
): void {
  const joined = participants.filter((user) => !group.participants.includes(user)).length;
  const left = group.participants.filter((user) => !participants.includes(user)).length;
  if (joined > 0 || left > 0)
    changeGroup(group, { movements: [...(group.movements ?? []), { at, joined, left }] });
  changeGroup(group, { participants });
}
