import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { ANY_TEXT, CONTENT_LIMITS } from '../../validation/limits';
import { Advise, Rule } from '../../validation/rule.decorator';
import { lengthProblem } from '../../validation/rules/code-point-length.decorator';
import type { Members } from '../../validation/shape';
import { ChatMessageDto } from './message.dto';

/** A text message. */
export class SendTextDto extends ChatMessageDto {
  /** The text, 1 to 4096 characters; longer with `overflow`. WhatsApp's own markup (`*bold*`, `_italic_`) applies. */
  @Rule('textBody', bodyProblem, { type: 'string', minLength: 1 })
  body!: string;

  /** Shows a preview of the first `http` or `https` link in the text. @default false */
  @IsOptional()
  @IsBoolean()
  @Advise('previewNeedsLink', (value, { body }) =>
    value === true && typeof body === 'string' && !/https?:\/\//i.test(body)
      ? 'is set, but the text has no http or https link'
      : undefined,
  )
  previewUrl?: boolean | undefined;

  /**
   * What to do with a text of more than 4096 characters. `split`: several messages in order, the first one quotes.
   * `truncate`: cut off, with an ellipsis. Neither cuts inside a character as readers see it.
   * @default refuse it
   */
  @IsOptional()
  @IsIn(['split', 'truncate'])
  overflow?: 'split' | 'truncate' | undefined;
}

/** Input of `sendText`. @publicApi */
export type SendTextInput = SendTextDto;

function bodyProblem(value: unknown, { overflow }: Members): string | undefined {
  return lengthProblem(value, overflow == null ? CONTENT_LIMITS.textBody : ANY_TEXT);
}
