import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength, lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { emailProblem } from '../../validation/rules/email';
import { httpUrlProblem } from '../../validation/rules/is-http-url.decorator';
import { countProblem } from '../../validation/rules/item-count.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { BusinessProfile, BusinessVertical } from '../../wire/business-profile/business-profile';
import { PROFILE_LIMITS } from '../profile-limits';

/**
 * Change of a business profile, in Meta's names. What is left out stays; an empty text clears `address`, `description`
 * and `email`, an empty list the websites.
 */
export class UpdateBusinessProfileDto extends InputDto {
  /** Text under the picture, 1 to 139 characters. Cannot be cleared. Markup is not shown as such. */
  @OptionalText(PROFILE_LIMITS.about)
  about?: string | undefined;

  /** Up to 256 characters. */
  @IsOptional()
  @CodePointLength(PROFILE_LIMITS.address)
  address?: string | undefined;

  /** Up to 512 characters. */
  @IsOptional()
  @CodePointLength(PROFILE_LIMITS.description)
  description?: string | undefined;

  /** Up to 128 characters. */
  @IsOptional()
  @Rule('email', clearableEmailProblem, { type: 'string', maxLength: PROFILE_LIMITS.email.max })
  email?: string | undefined;

  /** Handle of an uploaded picture (Resumable Upload API): square, 192 to 640 pixels, at most 5 MB. */
  @OptionalText()
  profile_picture_handle?: string | undefined;

  /** Up to 2 absolute `http` or `https` URLs of up to 256 characters. */
  @IsOptional()
  @Rule('websites', websitesProblem, { type: 'array', items: { type: 'string' }, maxItems: 2 })
  websites?: readonly string[] | undefined;

  /** Industry. Cannot be cleared. */
  @OptionalText()
  vertical?: BusinessVertical | undefined;
}

/** Input of `BusinessProfileService.update`; a profile that was read fits. @publicApi */
export type UpdateBusinessProfileInput = UpdateBusinessProfileDto &
  Pick<BusinessProfile, 'id' | 'account_name' | 'messaging_product' | 'profile_picture_url'>;

function clearableEmailProblem(value: unknown): string | undefined {
  const problem = value === '' ? undefined : emailProblem(value, PROFILE_LIMITS.email);
  return problem === 'must be an e-mail address' ? `${problem}, or empty to clear it` : problem;
}

function websitesProblem(value: unknown): string | readonly { path: string; message: string }[] | undefined {
  const wrongCount = countProblem(value, PROFILE_LIMITS.websites);
  if (wrongCount !== undefined) return wrongCount;
  return (value as unknown[]).flatMap((website, index) => {
    // Meta takes [""] for none.
    if (website === '') return [];
    const message = lengthProblem(website, PROFILE_LIMITS.website) ?? httpUrlProblem(website);
    return message === undefined ? [] : [{ path: `[${index}]`, message }];
  });
}
