import { InputDto } from '../../validation/input.dto';
import { Rule } from '../../validation/rule.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { INTERACTIVE_LIMITS } from '../../validation/limits';

/** A link that calls the business. */
export class CallLinkDto extends InputDto {
  /** Phone number of the business with country code; blanks, brackets and dashes are left out of the link. */
  @Rule(
    'phoneNumber',
    (value) =>
      typeof value === 'string' && /^\+?[0-9]{7,15}$/.test(value.replace(/[-() .]/g, ''))
        ? undefined
        : 'must be a phone number with country code (7 to 15 digits), not a phone number id',
    { type: 'string' },
  )
  phone!: string;

  /** Comes back in the webhooks of the call as `deeplink_payload`, up to 512 characters. */
  @OptionalText(INTERACTIVE_LIMITS.callPayload)
  payload?: string | undefined;
}

/** Input of `calls.link`. @publicApi */
export type CallLinkInput = CallLinkDto;
