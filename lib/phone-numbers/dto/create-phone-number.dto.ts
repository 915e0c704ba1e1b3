import { IsBoolean, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';

/** A number that is added to a WABA. */
export class CreatePhoneNumberDto extends InputDto {
  /** Country calling code, digits, e.g. `1` or `44`. */
  @Rule(
    'countryCode',
    (value) =>
      typeof value === 'string' && /^\+?[1-9]\d{0,3}$/.test(value)
        ? undefined
        : 'must be a country calling code: 1 to 4 digits',
    { type: 'string' },
  )
  countryCode!: string;

  /** The number without the country calling code. */
  @Rule('nationalNumber', nationalNumberProblem, { type: 'string' })
  phoneNumber!: string;

  /** Display name; Meta reviews it. */
  @CodePointLength(ANY_TEXT)
  verifiedName!: string;

  /** Moves a number that another WABA has. Its two-step verification must be off. @default false */
  @IsOptional()
  @IsBoolean()
  migrate?: boolean | undefined;

  /** Id of a number that a partner has verified; it then needs no code. */
  @OptionalText()
  preverifiedId?: string | undefined;
}

/** Input of `PhoneNumbersService.create`. @publicApi */
export type CreatePhoneNumberInput = CreatePhoneNumberDto;

function nationalNumberProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a string';
  if (value.trim().startsWith('+'))
    return 'must be without the country calling code, which belongs in countryCode';
  return /^[\d\-() ]{4,24}$/.test(value) ? undefined : 'must be a phone number: digits, blanks, - and ()';
}
