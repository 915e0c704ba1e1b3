import { ANY_TEXT } from '../../validation/limits';
import { Advise } from '../../validation/rule.decorator';
import type { Recipient } from '../../validation/recipient';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { IsRecipient } from '../../validation/rules/is-recipient.decorator';
import { MustBeAbsent } from '../../validation/rules/must-be-absent.decorator';
import { OneEmoji } from '../../validation/rules/one-emoji.decorator';
import { MessageDto } from './message.dto';

/** Takes back the reaction to a message. */
export class UnreactDto extends MessageDto {
  /** The chat of the message. */
  @IsRecipient()
  to!: Recipient;

  /** Id (`wamid.…`) of the message, at most 30 days old and no reaction itself. */
  @CodePointLength(ANY_TEXT)
  @Advise('wamid', (value) =>
    typeof value === 'string' && value.startsWith('wamid.')
      ? undefined
      : 'does not look like a message id (wamid.…)',
  )
  messageId!: string;

  @MustBeAbsent('a reaction already names its message')
  replyTo?: undefined;
}

/** A reaction to a message; it replaces an earlier one. */
export class ReactDto extends UnreactDto {
  /** Exactly one emoji. */
  @OneEmoji()
  emoji!: string;
}

/** Input of `react`. @publicApi */
export type ReactInput = ReactDto;
/** Input of `unreact`. @publicApi */
export type UnreactInput = UnreactDto;
