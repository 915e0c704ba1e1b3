import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';

/** The code that Embedded Signup gave to the browser. */
export class ExchangeCodeDto extends InputDto {
  /** Good for 30 seconds, once. */
  @CodePointLength(ANY_TEXT)
  code!: string;

  /** The URL that the flow came back to, for flows that redirect. */
  @OptionalText()
  redirectUri?: string | undefined;
}

/** Input of `app.exchangeCode`. @publicApi */
export type ExchangeCodeInput = ExchangeCodeDto;
