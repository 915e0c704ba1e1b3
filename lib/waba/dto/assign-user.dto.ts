import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { Texts } from '../../validation/rules/texts.decorator';
import type { WabaTask } from '../../wire/waba/assigned-user';
import { WABA_LIMITS } from '../waba-limits';

/** A user of the business portfolio, and what it may do with the WABA. */
export class AssignUserDto extends InputDto {
  /** Id of the user. */
  @CodePointLength(ANY_TEXT)
  userId!: string;

  /** 1 to 16 tasks. */
  @Texts(WABA_LIMITS.tasks, ANY_TEXT)
  tasks!: readonly WabaTask[];
}

/** Input of `waba.assignUser`. @publicApi */
export type AssignUserInput = AssignUserDto;
