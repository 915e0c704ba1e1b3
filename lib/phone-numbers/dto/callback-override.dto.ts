import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength, lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { PHONE_NUMBER_LIMITS } from '../phone-number-limits';

/** Where the webhooks of one number go. */
export class CallbackOverrideDto extends InputDto {
  /** Absolute `https` URL, up to 200 characters. Meta asks it for a challenge at once. */
  @Rule('callbackUrl', callbackUrlProblem, {
    type: 'string',
    format: 'uri',
    maxLength: PHONE_NUMBER_LIMITS.callbackUrl.max,
  })
  url!: string;

  /** Verify token that the challenge comes with. */
  @CodePointLength(ANY_TEXT)
  verifyToken!: string;
}

/** Input of `PhoneNumbersService.overrideCallback`. @publicApi */
export type CallbackOverrideInput = CallbackOverrideDto;

function callbackUrlProblem(value: unknown): string | undefined {
  const wrongLength = lengthProblem(value, PHONE_NUMBER_LIMITS.callbackUrl);
  if (wrongLength !== undefined) return wrongLength;
  const url = value as string;
  return /^https:\/\/[^\s/?#]/i.test(url) && URL.canParse(url) ? undefined : 'must be an absolute https URL';
}
