import { IsOptional, ValidateIf } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { GROUP_LIMITS } from '../group-limits';
import { GroupSubject } from './group-subject.rule';

/** What is changed of a group. What is left out stays. */
export class UpdateGroupDto extends InputDto {
  /** New name, 1 to 128 characters. Left out only beside a description. */
  @ValidateIf((input: UpdateGroupDto) => input.subject !== undefined || input.description === undefined)
  @GroupSubject()
  subject?: string | undefined;

  /** New description, up to 2048 characters. */
  @IsOptional()
  @CodePointLength(GROUP_LIMITS.description)
  description?: string | undefined;
}

/** Input of `groups.update`. @publicApi */
export type UpdateGroupInput = UpdateGroupDto;
