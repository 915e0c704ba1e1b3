import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { TEMPLATE_LIMITS } from '../../validation/limits';
import type { IndividualRecipient, Recipient } from '../../validation/recipient';
import { Advise, Rule } from '../../validation/rule.decorator';
import { lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { IsRecipient } from '../../validation/rules/is-recipient.decorator';
import { TEMPLATE_LANGUAGES } from '../../validation/template-languages';
import type { OutboundTemplateComponent } from '../../wire/outbound/template';
import { QuotingDto } from './message.dto';
import { templateComponentIssues } from './template-components.rule';

/** Names an approved template and fills it in. */
abstract class TemplateDto extends QuotingDto {
  /** Up to 512 lower-case letters, digits and `_`. */
  @Rule(
    'templateName',
    (value) => {
      if (typeof value === 'string' && !/^[a-z0-9_]*$/.test(value))
        return 'must have lower-case letters, digits and _ only';
      return lengthProblem(value, TEMPLATE_LIMITS.name);
    },
    { type: 'string', minLength: 1, maxLength: TEMPLATE_LIMITS.name.max },
  )
  name!: string;

  /** Language code of the template, e.g. `en_US`. */
  @Rule(
    'languageCode',
    (value) =>
      typeof value === 'string' && /^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(value)
        ? undefined
        : 'must be a language code such as en or en_US',
    { type: 'string' },
  )
  @Advise('knownLanguage', (value) =>
    TEMPLATE_LANGUAGES.has(value as string)
      ? undefined
      : 'is not in the list of languages that Meta publishes',
  )
  language!: string;

  /** Values for the variables, in Meta's names. Left out when there are none. */
  @IsOptional()
  @Rule('templateComponents', (value, _object, context) => templateComponentIssues(value, context), {
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  components?: readonly OutboundTemplateComponent[] | undefined;
}

/** An approved template: the only kind that reaches a user outside the 24-hour window. */
export class SendTemplateDto extends TemplateDto {
  /** Who receives it. */
  @IsRecipient()
  to!: Recipient;
}

/** A marketing template through the Marketing Messages API. */
export class SendMarketingMessageDto extends TemplateDto {
  /** Who receives it: one user. */
  @IsRecipient('individual')
  to!: IndividualRecipient;

  /** `CLOUD_API_FALLBACK`: goes out through the Cloud API when the number is not onboarded. `STRICT`: fails instead. */
  @IsOptional()
  @IsIn(['CLOUD_API_FALLBACK', 'STRICT'])
  productPolicy?: 'CLOUD_API_FALLBACK' | 'STRICT' | undefined;

  /** Shares read and click events with Meta. @default the setting of the WhatsApp Business Account */
  @IsOptional()
  @IsBoolean()
  messageActivitySharing?: boolean | undefined;
}

/** Input of `sendTemplate`. @publicApi */
export type SendTemplateInput = SendTemplateDto;
/** Input of `sendMarketingMessage`. @publicApi */
export type SendMarketingMessageInput = SendMarketingMessageDto;
