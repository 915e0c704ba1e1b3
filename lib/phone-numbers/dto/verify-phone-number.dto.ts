import { IsIn } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { Rule } from '../../validation/rule.decorator';
import { languageCodeProblem } from '../../validation/rules/template-name.decorator';

/** How the verification code comes. */
export class RequestCodeDto extends InputDto {
  /** By text message or by a call. */
  @IsIn(['SMS', 'VOICE'])
  method!: 'SMS' | 'VOICE';

  /** Language of the message, e.g. `en` or `en_US`. */
  @Rule('language', languageCodeProblem, { type: 'string' })
  language!: string;
}

/** Input of `PhoneNumbersService.requestCode`. @publicApi */
export type RequestCodeInput = RequestCodeDto;

/** The verification code. */
export class VerifyCodeDto extends InputDto {
  /** 6 digits; the dash of the message may stay. */
  @Rule(
    'verificationCode',
    (value) =>
      typeof value === 'string' && /^\d{3}-?\d{3}$/.test(value)
        ? undefined
        : 'must be the 6 digits that came',
    { type: 'string' },
  )
  code!: string;
}

/** Input of `PhoneNumbersService.verifyCode`. @publicApi */
export type VerifyCodeInput = VerifyCodeDto;
