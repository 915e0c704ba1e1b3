import { IsInt, Max, Min } from 'class-validator';
import { ANY_TEXT, CONTENT_LIMITS } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { GroupMessageDto } from './message.dto';

/** Unpins a message of a group. */
export class UnpinDto extends GroupMessageDto {
  /** Id (`wamid.…`) of the message. */
  @CodePointLength(ANY_TEXT)
  messageId!: string;
}

/** Pins a message of a group. A fourth pin pushes out the oldest. */
export class PinDto extends UnpinDto {
  /** Days until it is unpinned, 1 to 30. */
  @IsInt()
  @Min(CONTENT_LIMITS.pinDays.min)
  @Max(CONTENT_LIMITS.pinDays.max)
  expirationDays!: number;
}

/** Input of `pin`. @publicApi */
export type PinInput = PinDto;
/** Input of `unpin`. @publicApi */
export type UnpinInput = UnpinDto;
