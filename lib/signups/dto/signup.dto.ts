import { IsBoolean, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { CodePointLength, lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { Rule } from '../../validation/rule.decorator';
import type { SignupStatus } from '../../wire/signups/signup';
import { SIGNUP_LIMITS } from '../signup-limits';
import { confirmationProblem, httpsProblem, promoCodeProblem } from './signup-rules';

const HttpsUrl = (): PropertyDecorator => Rule('httpsUrl', httpsProblem, { type: 'string', format: 'uri' });

const PromoCode = (): PropertyDecorator =>
  Rule('promoCode', promoCodeProblem, {
    type: 'string',
    minLength: 1,
    maxLength: SIGNUP_LIMITS.promoCode.max,
  });

/** A signup to be made. */
export class CreateSignupDto extends InputDto {
  /** What users sign up to, 1 to 300 characters. */
  @CodePointLength(SIGNUP_LIMITS.message)
  signupMessage!: string;

  /** The answer to users who sign up, 1 to 300 characters. `{{promo_code}}` stands for `promoCode`. */
  @Rule(
    'confirmation',
    (value, { promoCode }) =>
      lengthProblem(value, SIGNUP_LIMITS.message) ?? confirmationProblem(value as string, promoCode != null),
    { type: 'string' },
  )
  confirmationMessage!: string;

  /** `https` URL. Cannot be changed later. */
  @HttpsUrl()
  privacyPolicyUrl!: string;

  /** `https` URL. */
  @IsOptional()
  @HttpsUrl()
  websiteUrl?: string | undefined;

  /** 1 to 50 letters and digits. */
  @IsOptional()
  @PromoCode()
  promoCode?: string | undefined;

  /** Name for yourself, 1 to 256 characters. */
  @OptionalText(SIGNUP_LIMITS.displayName)
  displayName?: string | undefined;

  /**
   * Accepts Meta's terms of marketing messages. Needed for the first signup of a business, refused for later ones.
   * @default false
   */
  @IsOptional()
  @IsBoolean()
  acceptTerms?: boolean | undefined;
}

/** Input of `signups.create`. @publicApi */
export type CreateSignupInput = CreateSignupDto;

/** What is changed of a signup. What is left out stays. */
export class UpdateSignupDto extends InputDto {
  @OptionalText()
  status?: SignupStatus | undefined;

  /** 1 to 300 characters. */
  @OptionalText(SIGNUP_LIMITS.message)
  signupMessage?: string | undefined;

  /** 1 to 300 characters. `{{promo_code}}` stands for the promo code of the signup. */
  @IsOptional()
  @Rule(
    'confirmation',
    (value) => lengthProblem(value, SIGNUP_LIMITS.message) ?? confirmationProblem(value as string, true),
    { type: 'string' },
  )
  confirmationMessage?: string | undefined;

  /** `https` URL. */
  @IsOptional()
  @HttpsUrl()
  websiteUrl?: string | undefined;

  /** 1 to 50 letters and digits. */
  @IsOptional()
  @PromoCode()
  promoCode?: string | undefined;

  /** 1 to 256 characters. */
  @OptionalText(SIGNUP_LIMITS.displayName)
  displayName?: string | undefined;
}

/** Input of `signups.update`. @publicApi */
export type UpdateSignupInput = UpdateSignupDto;
