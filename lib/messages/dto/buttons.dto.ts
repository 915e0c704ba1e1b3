import { IsIn, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { INTERACTIVE_LIMITS } from '../../validation/limits';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength, lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { countProblem } from '../../validation/rules/item-count.decorator';
import { NestedList } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { UniqueBy } from '../../validation/rules/unique-by.decorator';
import type { Members } from '../../validation/shape';
import { itemsOf, membersOf } from '../../validation/shape';
import { HeaderMessageDto } from './interactive-parts.dto';

/** A button that answers when tapped. */
export class ReplyButtonDto extends InputDto {
  /** Comes back when the button is tapped: up to 256 characters, no blanks at the ends, unique in the message. */
  @CodePointLength(INTERACTIVE_LIMITS.buttonId)
  @Rule('trimmed', (value) =>
    typeof value === 'string' && value !== value.trim() ? 'must not begin or end with a blank' : undefined,
  )
  id!: string;

  /** The label: up to 20 characters, unique in the message. */
  @CodePointLength(INTERACTIVE_LIMITS.buttonTitle)
  title!: string;
}

/** A text with reply buttons. */
export class SendButtonsDto extends HeaderMessageDto {
  /** 1 to 3 buttons; up to 10 with `overflow: 'list'`. */
  @NestedList(() => ReplyButtonDto)
  @Rule('buttonCount', buttonsProblem, { minItems: 1 })
  @UniqueBy('id', 'title')
  buttons!: readonly ReplyButtonDto[];

  /** What to do with more than 3 buttons. `list`: send a list message. @default refuse them */
  @IsOptional()
  @IsIn(['list'])
  overflow?: 'list' | undefined;

  /** Label that opens the list when the buttons overflow, up to 20 characters. @default 'Options' */
  @OptionalText(INTERACTIVE_LIMITS.listButton)
  listButton?: string | undefined;
}

/** Input of `sendButtons`. @publicApi */
export type SendButtonsInput = SendButtonsDto;

/** Whether the buttons do not fit and go out as a list. */
export function becomesList({
  buttons,
  overflow,
}: {
  readonly buttons?: unknown;
  readonly overflow?: unknown;
}): boolean {
  return overflow === 'list' && Array.isArray(buttons) && buttons.length > INTERACTIVE_LIMITS.buttons.max;
}

function buttonsProblem(value: unknown, input: Members): string | readonly PayloadIssue[] | undefined {
  if (!becomesList(input)) return countProblem(value, INTERACTIVE_LIMITS.buttons);
  const { header } = input;
  if (header != null && membersOf(header)['text'] == null) {
    return 'cannot become a list beside a media header: lists have text headers';
  }
  const wrongCount = countProblem(value, INTERACTIVE_LIMITS.listRows);
  if (wrongCount !== undefined) return wrongCount;
  return itemsOf(value).flatMap(({ id }, index) => {
    const message = lengthProblem(id, INTERACTIVE_LIMITS.rowId);
    return message === undefined ? [] : [{ path: `[${index}].id`, message }];
  });
}
