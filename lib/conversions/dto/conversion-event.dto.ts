import { IsBoolean, IsOptional, ValidateIf } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength, lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { Members } from '../../validation/shape';
import type { ConversionEventName } from '../../wire/conversions/conversion-event';

/** Something that a user did in a chat. */
export class ConversionEventDto extends InputDto {
  /** e.g. `LeadSubmitted` or `Purchase`. */
  @CodePointLength(ANY_TEXT)
  name!: ConversionEventName;

  /** When it happened: a date, or seconds since the Unix epoch. */
  @Rule('time', timeProblem, { oneOf: [{ type: 'string', format: 'date-time' }, { type: 'number' }] })
  time!: Date | number;

  /** `ctwa_clid` of the referral of the user's first message. Needed unless `wabaId` is given. */
  @ValidateIf(({ clickId, wabaId }: Members) => clickId != null || wabaId == null)
  @Rule(
    'clickId',
    (value) => (value == null ? 'is missing: give clickId or wabaId' : lengthProblem(value, ANY_TEXT)),
    { type: 'string' },
  )
  clickId?: string | undefined;

  /** The WABA of the chat. Needed unless `clickId` is given. */
  @OptionalText()
  wabaId?: string | undefined;

  /** Currency of `value`, ISO 4217. Needed beside it. */
  @OptionalText({ min: 3, max: 3 })
  currency?: string | undefined;

  /** Amount, e.g. 142.52. */
  @IsOptional()
  @Rule(
    'value',
    (value, { currency }) => {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
      return currency == null ? 'needs a currency' : undefined;
    },
    { type: 'number' },
  )
  value?: number | undefined;

  /** Your own id of the event: Meta counts events of one id and name once. */
  @OptionalText()
  id?: string | undefined;

  /** Reports back what Meta itself has seen in the chat (`automatic_events` webhooks). @default false */
  @IsOptional()
  @IsBoolean()
  automatic?: boolean | undefined;
}

/** Input of `ConversionsService.send`. @publicApi */
export type ConversionEventInput = ConversionEventDto;

function timeProblem(value: unknown): string | undefined {
  const seconds = value instanceof Date ? value.getTime() / 1000 : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0
    ? undefined
    : 'must be a date, or seconds since the Unix epoch';
}
