import { ANY_TEXT } from '../../validation/limits';
import { InputDto } from '../../validation/input.dto';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { OpaqueData } from '../../validation/rules/opaque-data.decorator';
import { CapturedCallDto } from './call-capture.dto';
import { Sdp } from './sdp.rule';

/** Opens the media connection of a user's call before it is taken. */
export class PreAcceptCallDto extends InputDto {
  /** Id (`wacid.…`) of the call. */
  @CodePointLength(ANY_TEXT)
  callId!: string;

  /** The answer of your WebRTC stack to the caller's offer (RFC 8866), all of it: candidates cannot be added later. */
  @Sdp('answer')
  sdp!: string;

  /**
   * The caller's offer, to check the answer against.
   * @default the one of the call's event, when this process has seen it
   */
  @OptionalText()
  offer?: string | undefined;
}

/** Takes a user's call. */
export class AcceptCallDto extends CapturedCallDto {
  /** Id (`wacid.…`) of the call. */
  @CodePointLength(ANY_TEXT)
  callId!: string;

  /**
   * The answer of your WebRTC stack to the caller's offer (RFC 8866), the same as in `preAccept`.
   * @default that of `preAccept`, when it was called in this process
   */
  @Sdp('answer')
  sdp?: string | undefined;

  /**
   * The caller's offer, to check the answer against.
   * @default the one of the call's event, when this process has seen it
   */
  @OptionalText()
  offer?: string | undefined;

  /**
   * Data of your own that comes back in the terminate event as `biz_opaque_callback_data`: text, or an object that is
   * sent as JSON. Up to 512 characters as sent. Every app subscribed to the webhook can read it.
   */
  @OpaqueData()
  tracker?: string | object | undefined;
}

/** Input of `calls.preAccept`. @publicApi */
export type PreAcceptCallInput = PreAcceptCallDto;
/** Input of `calls.accept`. @publicApi */
export type AcceptCallInput = AcceptCallDto;
