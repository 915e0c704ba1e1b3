import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';

/** Where a WABA is to move. */
export class MigrationIntentDto extends InputDto {
  /** Id of the multi-partner solution. */
  @CodePointLength(ANY_TEXT)
  solutionId!: string;

  /** Id of the Meta app. @default that of the token */
  @OptionalText()
  appId?: string | undefined;
}

/** Input of `migration.start`. @publicApi */
export type MigrationIntentInput = MigrationIntentDto;
