import { IsBoolean, IsOptional } from 'class-validator';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { InputDto } from '../../validation/input.dto';
import { Rule } from '../../validation/rule.decorator';
import { lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { countProblem, ItemCount } from '../../validation/rules/item-count.decorator';
import { NestedList } from '../../validation/rules/nested.decorator';
import { duplicates } from '../../validation/rules/unique-by.decorator';
import { itemsOf } from '../../validation/shape';
import { AUTOMATION_LIMITS } from '../automation-limits';
import { commandName } from '../command-name';

/** A command that users find behind `/`. */
export class CommandDto extends InputDto {
  /** Up to 32 characters, no emoji, unique. A slash at its beginning is dropped. */
  @Rule('commandName', (value) => plainText(commandName(value), AUTOMATION_LIMITS.commandName), {
    type: 'string',
  })
  name!: string;

  /** Up to 256 characters, no emoji. */
  @Rule('commandDescription', (value) => plainText(value, AUTOMATION_LIMITS.commandDescription), {
    type: 'string',
    maxLength: AUTOMATION_LIMITS.commandDescription.max,
  })
  description!: string;
}

/** What a chat is to offer before anything was written. What is left out stays. */
export class UpdateAutomationDto extends InputDto {
  /** Sends a `request_welcome` webhook when a user opens the chat for the first time. Not available to all accounts. */
  @IsOptional()
  @IsBoolean()
  welcomeMessage?: boolean | undefined;

  /** Up to 4 texts of up to 80 characters, no emoji. An empty list clears them. */
  @IsOptional()
  @Rule('iceBreakers', iceBreakersProblem, { type: 'array', items: { type: 'string' }, maxItems: 4 })
  iceBreakers?: readonly string[] | undefined;

  /** Up to 30 commands. An empty list clears them. */
  @IsOptional()
  @NestedList(() => CommandDto)
  @ItemCount(AUTOMATION_LIMITS.commands)
  @Rule('uniqueCommands', (value) =>
    duplicates(
      itemsOf(value).map(({ name }, index) => ({ path: `[${index}].name`, key: commandName(name) })),
    ),
  )
  commands?: readonly CommandDto[] | undefined;

  /**
   * Reads what is left out and writes it back with the rest, since Meta wants all of it together. `false`: only what is
   * given leaves, without a read.
   * @default true
   */
  @IsOptional()
  @IsBoolean()
  merge?: boolean | undefined;
}

/** A command that users find behind `/`. @publicApi */
export type CommandInput = CommandDto;

/** Input of `ConversationalAutomationService.update`. @publicApi */
export type UpdateAutomationInput = UpdateAutomationDto;

const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}|\u20E3/u;

function plainText(value: unknown, limit: { min: number; max: number }): string | undefined {
  const wrongLength = lengthProblem(value, limit);
  if (wrongLength !== undefined) return wrongLength;
  return EMOJI.test(value as string) ? 'must not have emoji' : undefined;
}

function iceBreakersProblem(value: unknown): string | readonly PayloadIssue[] | undefined {
  const wrongCount = countProblem(value, AUTOMATION_LIMITS.iceBreakers);
  if (wrongCount !== undefined) return wrongCount;
  return (value as unknown[]).flatMap((text, index) => {
    const message = plainText(text, AUTOMATION_LIMITS.iceBreaker);
    return message === undefined ? [] : [{ path: `[${index}]`, message }];
  });
}
