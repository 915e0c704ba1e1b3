import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { COMMERCE_LIMITS } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { Open } from '../../wire/inbound/common';

const WholeNumber = (): PropertyDecorator =>
  Rule(
    'wholeNumber',
    (value) =>
      Number.isSafeInteger(value) && (value as number) > 0 ? undefined : 'must be a whole number above 0',
    { type: 'integer', minimum: 1 },
  );

/** A payment to be given back, in India. */
export class RefundDto extends InputDto {
  /** `reference_id` of the order, up to 35 characters. */
  @CodePointLength(COMMERCE_LIMITS.referenceIdIndia)
  referenceId!: string;

  /** Name of the payment configuration, 1 to 60 characters. */
  @CodePointLength(COMMERCE_LIMITS.paymentConfiguration)
  configurationName!: string;

  /** Amount times `offset`: 1050 for 10.50 rupees. */
  @WholeNumber()
  value!: number;

  /** @default 100 */
  @IsOptional()
  @WholeNumber()
  offset?: number | undefined;

  /** @default Meta's */
  @OptionalText()
  speed?: Open<'instant' | 'normal'> | undefined;
}

/** Input of `payments.refund`. @publicApi */
export type RefundInput = RefundDto;
