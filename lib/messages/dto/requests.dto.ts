import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { INTERACTIVE_LIMITS } from '../../validation/limits';
import { MustBeAbsent } from '../../validation/rules/must-be-absent.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { BodyMessageDto } from './interactive-parts.dto';
import { UserMessageDto } from './message.dto';

const BODY_ONLY = 'this kind has a body only';

/** Asks a user for a location. */
export class RequestLocationDto extends BodyMessageDto {
  @MustBeAbsent(BODY_ONLY)
  header?: undefined;

  @MustBeAbsent(BODY_ONLY)
  footer?: undefined;
}

/** Asks a user, whose number is hidden, to share contact information. */
export class RequestContactInfoDto extends BodyMessageDto {}

/** Asks a user for permission to call. Once in 24 hours, twice in 7 days for each user. */
export class RequestCallPermissionDto extends UserMessageDto {
  /** Why you want to call, up to 1024 characters. */
  @OptionalText(INTERACTIVE_LIMITS.body)
  body?: string | undefined;

  @MustBeAbsent(BODY_ONLY)
  header?: undefined;

  @MustBeAbsent(BODY_ONLY)
  footer?: undefined;
}

/** A text with a button that calls the business. */
export class SendVoiceCallButtonDto extends BodyMessageDto {
  /** Label of the button, up to 20 characters. @default 'Call Now' */
  @OptionalText(INTERACTIVE_LIMITS.callText)
  displayText?: string | undefined;

  /** Minutes for which the button works, 1 to 43200. @default 10080 */
  @IsOptional()
  @IsInt()
  @Min(INTERACTIVE_LIMITS.callTtlMinutes.min)
  @Max(INTERACTIVE_LIMITS.callTtlMinutes.max)
  ttlMinutes?: number | undefined;

  /** Comes back in the webhooks of the call, up to 512 characters. */
  @OptionalText(INTERACTIVE_LIMITS.callPayload)
  payload?: string | undefined;
}

/** Input of `requestLocation`. @publicApi */
export type RequestLocationInput = RequestLocationDto;
/** Input of `requestContactInfo`. @publicApi */
export type RequestContactInfoInput = RequestContactInfoDto;
/** Input of `requestCallPermission`. @publicApi */
export type RequestCallPermissionInput = RequestCallPermissionDto;
/** Input of `sendVoiceCallButton`. @publicApi */
export type SendVoiceCallButtonInput = SendVoiceCallButtonDto;
