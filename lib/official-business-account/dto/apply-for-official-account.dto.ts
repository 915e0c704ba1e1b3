import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { httpUrlProblem, IsHttpUrl } from '../../validation/rules/is-http-url.decorator';
import { countProblem } from '../../validation/rules/item-count.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';

const MAX_LINKS = { min: 0, max: 5 };

/** Application for an official business account. */
export class ApplyForOfficialAccountDto extends InputDto {
  /** Website of the business. */
  @IsHttpUrl()
  websiteUrl!: string;

  /** Country in which the business is most active. */
  @CodePointLength(ANY_TEXT)
  primaryCountry!: string;

  /** Language of most of its messages. */
  @OptionalText()
  primaryLanguage?: string | undefined;

  /** Business or brand that it belongs to. */
  @OptionalText()
  parentBusinessOrBrand?: string | undefined;

  /** Up to 5 links that show that the business is well known. */
  @IsOptional()
  @Rule('supportingLinks', linksProblem, {
    type: 'array',
    items: { type: 'string' },
    maxItems: MAX_LINKS.max,
  })
  supportingLinks?: readonly string[] | undefined;

  /** Anything else that supports the application. */
  @OptionalText()
  additionalInformation?: string | undefined;
}

/** Input of `OfficialBusinessAccountService.apply`. @publicApi */
export type ApplyForOfficialAccountInput = ApplyForOfficialAccountDto;

function linksProblem(value: unknown): string | readonly { path: string; message: string }[] | undefined {
  const wrongCount = countProblem(value, MAX_LINKS);
  if (wrongCount !== undefined) return wrongCount;
  return (value as unknown[]).flatMap((link, index) => {
    const message = httpUrlProblem(link);
    return message === undefined ? [] : [{ path: `[${index}]`, message }];
  });
}
