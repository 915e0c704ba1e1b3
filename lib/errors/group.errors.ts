import { errorTable, maybe, no, yes } from './error-table';
import { GraphApiError } from './graph-api.error';

/** A request about a group failed. @publicApi */
export class GroupError extends GraphApiError {
  declare protected readonly group: 'group';
}

/** 131020: A group with a single member cannot be messaged. */
export class BadGroupError extends GroupError {
  declare readonly name: 'BadGroupError';
}

/** 131041: Group does not exist or the business is not a member. */
export class GroupUnknownError extends GroupError {
  declare readonly name: 'GroupUnknownError';
}

/** 131059: The paging cursor expired or is damaged. Start again from the first page. */
export class GroupInvalidCursorError extends GroupError {
  declare readonly name: 'GroupInvalidCursorError';
}

/** 131201: Some participants of the request failed. Comes as HTTP 206. */
export class GroupRequestPartiallySucceededError extends GroupError {
  declare readonly name: 'GroupRequestPartiallySucceededError';
}

/** 131202: Participant listed twice. */
export class GroupDuplicateParticipantError extends GroupError {
  declare readonly name: 'GroupDuplicateParticipantError';
}

/** 131203: Participant has not accepted the current terms (per-join-request error). */
export class GroupRecipientTermsNotAcceptedError extends GroupError {
  declare readonly name: 'GroupRecipientTermsNotAcceptedError';
}

/** 131204: More participants than a group may have (8). */
export class GroupParticipantOverlimitError extends GroupError {
  declare readonly name: 'GroupParticipantOverlimitError';
}

/** 131207: Group suspended for policy reasons. */
export class GroupSuspendedError extends GroupError {
  declare readonly name: 'GroupSuspendedError';
}

/** 131208: Too many group operations from the number. */
export class GroupRateLimitHitError extends GroupError {
  declare readonly name: 'GroupRateLimitHitError';
}

/** 131209: Group picture must be square. */
export class GroupInvalidProfilePictureAspectRatioError extends GroupError {
  declare readonly name: 'GroupInvalidProfilePictureAspectRatioError';
}

/** 131210: Picture sides must exceed 192 px. */
export class GroupImageTooSmallError extends GroupError {
  declare readonly name: 'GroupImageTooSmallError';
}

/** 131211: Number owns its maximum of groups (10,000). */
export class GroupCreationLimitReachedError extends GroupError {
  declare readonly name: 'GroupCreationLimitReachedError';
}

/** 131212: Named user is not a member. */
export class GroupParticipantNotInGroupError extends GroupError {
  declare readonly name: 'GroupParticipantNotInGroupError';
}

/** 131213: Unknown join request id. */
export class GroupJoinRequestDoesNotExistError extends GroupError {
  declare readonly name: 'GroupJoinRequestDoesNotExistError';
}

/** 131214: Too many marketing messages in service windows over the last 7 days. */
export class GroupCreationTemporarilyDisabledError extends GroupError {
  declare readonly name: 'GroupCreationTemporarilyDisabledError';
}

/** 131215: Number is not eligible (official business account and messaging limit of 100k). */
export class GroupApiNotEligibleError extends GroupError {
  declare readonly name: 'GroupApiNotEligibleError';
}

export const GROUP_ERRORS = errorTable('group', {
  131020: no(BadGroupError),
  131041: no(GroupUnknownError),
  131059: yes(GroupInvalidCursorError, 'restart'),
  131201: maybe(GroupRequestPartiallySucceededError, 'none'),
  131202: no(GroupDuplicateParticipantError),
  131203: no(GroupRecipientTermsNotAcceptedError),
  131204: no(GroupParticipantOverlimitError),
  131207: no(GroupSuspendedError),
  131208: { ...yes(GroupRateLimitHitError, 'exponential'), category: 'throttling' },
  131209: no(GroupInvalidProfilePictureAspectRatioError),
  131210: no(GroupImageTooSmallError),
  131211: no(GroupCreationLimitReachedError),
  131212: no(GroupParticipantNotInGroupError),
  131213: no(GroupJoinRequestDoesNotExistError),
  131214: no(GroupCreationTemporarilyDisabledError),
  131215: no(GroupApiNotEligibleError),
});
