import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { TEMPLATE_LIMITS } from '../../validation/limits';
import type { IndividualRecipient, Recipient } from '../../validation/recipient';
import type { RuleContext } from '../../validation/rule.decorator';
import { Rule } from '../../validation/rule.decorator';
import { IsRecipient } from '../../validation/rules/is-recipient.decorator';
import { TemplateLanguage, TemplateName } from '../../validation/rules/template-name.decorator';
import type { Members } from '../../validation/shape';
import type { OutboundTemplateComponent } from '../../wire/outbound/template';
import { areChecked } from '../template/checked-components';
import {
  buttonsIssues,
  carouselIssues,
  codeRecipientProblem,
  headerIssues,
  offerIssues,
  orderStatusIssues,
  otherParts,
  otpIssues,
  paramsIssues,
  tapTargetIssues,
} from '../template/template-parts.rule';
import type {
  TemplateButtonValue,
  TemplateCardValue,
  TemplateHeaderValue,
  TemplateParams,
  TemplateParts,
} from '../template/template-values.interface';
import { QuotingDto } from './message.dto';
import { templateComponentIssues } from './template-components.rule';

const OBJECT = { type: 'object', additionalProperties: true } as const;
const OBJECTS = { type: 'array', items: OBJECT } as const;

/** Names an approved template and fills it in: part by part, or with `components` in Meta's names. */
export class TemplateDto extends QuotingDto {
  /** Up to 512 lower-case letters, digits and `_`. */
  @TemplateName()
  name!: string;

  /** Language code of the template, e.g. `en_US`. */
  @TemplateLanguage()
  language!: string;

  /** Values of the body: an object for `{{name}}` variables, a list for `{{1}}` variables. */
  @IsOptional()
  @Rule('templateParams', paramsIssues, { oneOf: [OBJECT, { type: 'array', items: {} }] })
  params?: TemplateParams | undefined;

  /** Value of the header: text for its variable, or one of `image`, `video`, `gif`, `document`, `location`, `product`. Media by id, link or raw `file`. */
  @IsOptional()
  @Rule('templateHeader', headerIssues, { oneOf: [{ type: 'string' }, OBJECT] })
  header?: TemplateHeaderValue | undefined;

  /** Values of the buttons that take one. */
  @IsOptional()
  @Rule('templateButtons', buttonsIssues, OBJECTS)
  buttons?: readonly TemplateButtonValue[] | undefined;

  /** Values of the cards, in their order. */
  @IsOptional()
  @Rule('templateCarousel', carouselIssues, OBJECTS)
  carousel?: readonly TemplateCardValue[] | undefined;

  /** The code of an authentication template: up to 15 characters. Stands alone. */
  @IsOptional()
  @Rule('templateOtp', otpIssues, { type: 'string', minLength: 1, maxLength: TEMPLATE_LIMITS.otp.max })
  otp?: string | undefined;

  /** When the limited-time offer ends: a date, or milliseconds since the Unix epoch. */
  @IsOptional()
  @Rule('templateOffer', offerIssues, { type: 'integer' })
  offerExpiresAt?: Date | number | undefined;

  /** State of an order, for order status templates. */
  @IsOptional()
  @Rule('templateOrderStatus', orderStatusIssues, OBJECT)
  orderStatus?: TemplateParts['orderStatus'];

  /** Web page that opens when the header is tapped. */
  @IsOptional()
  @Rule('templateTapTarget', tapTargetIssues, OBJECT)
  tapTarget?: TemplateParts['tapTarget'];

  /** All values in Meta's names, in place of the parts above. */
  @IsOptional()
  @Rule('templateComponents', componentsIssues, OBJECTS)
  components?: readonly OutboundTemplateComponent[] | undefined;
}

/** An approved template: the only kind that reaches a user outside the 24-hour window. */
export class SendTemplateDto extends TemplateDto {
  /** Who receives it. Authentication templates go to phone numbers only. */
  @IsRecipient()
  @Rule('codeRecipient', codeRecipientProblem)
  to!: Recipient;
}

/** A marketing template through the Marketing Messages API. */
export class SendMarketingMessageDto extends TemplateDto {
  /** Who receives it: one user. */
  @IsRecipient('individual')
  @Rule('codeRecipient', codeRecipientProblem)
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
/** A template with its values, without recipient. @publicApi */
export type TemplateInput = Omit<TemplateDto, keyof QuotingDto>;

function componentsIssues(
  value: unknown,
  input: Members,
  context: RuleContext,
): string | readonly PayloadIssue[] | undefined {
  const parts = otherParts(input);
  if (parts.length > 0) return `must be left out beside ${parts.join(', ')}`;
  return areChecked(value) ? undefined : templateComponentIssues(value, context);
}
