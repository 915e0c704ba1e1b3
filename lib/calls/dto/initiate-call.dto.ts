import type { IndividualRecipient } from '../../validation/recipient';
import { IsRecipient } from '../../validation/rules/is-recipient.decorator';
import { OpaqueData } from '../../validation/rules/opaque-data.decorator';
import { CapturedCallDto } from './call-capture.dto';
import { Sdp } from './sdp.rule';

/** A call of the business to a user. */
export class InitiateCallDto extends CapturedCallDto {
  /** Who is called: a phone number with country code or a user id. Sent as given. */
  @IsRecipient('individual')
  to!: IndividualRecipient;

  /** The offer of your WebRTC stack (RFC 8866), all of it: candidates cannot be added later. */
  @Sdp('offer')
  sdp!: string;

  /**
   * Data of your own that comes back in the webhooks of the call as `biz_opaque_callback_data`: text, or an object that
   * is sent as JSON. Up to 512 characters as sent. Every app subscribed to the webhook can read it.
   */
  @OpaqueData()
  correlation?: string | object | undefined;
}

/** Input of `calls.initiate`. @publicApi */
export type InitiateCallInput = InitiateCallDto;
