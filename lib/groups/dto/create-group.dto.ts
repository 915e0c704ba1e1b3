import { InputDto } from '../../validation/input.dto';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { WireJoinApprovalMode } from '../../wire/groups/group';
import { GROUP_LIMITS } from '../group-limits';
import { GroupSubject } from './group-subject.rule';

/** How users get in by the invite link: at once, or after the business has approved. @publicApi */
export type JoinApprovalMode = WireJoinApprovalMode;

/** A group to be made. */
export class CreateGroupDto extends InputDto {
  /** Name, 1 to 128 characters; Meta drops blanks at both ends. */
  @GroupSubject()
  subject!: string;

  /** Up to 2048 characters. */
  @OptionalText(GROUP_LIMITS.description)
  description?: string | undefined;

  /** @default 'auto_approve' */
  @OptionalText()
  joinApprovalMode?: JoinApprovalMode | undefined;
}

/** Input of `groups.create`. @publicApi */
export type CreateGroupInput = CreateGroupDto;
