import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { IsCallbackUrl } from '../../validation/rules/is-callback-url.decorator';
import { WABA_LIMITS } from '../waba-limits';

/** Where the webhooks of one WABA go. */
export class WabaCallbackOverrideDto extends InputDto {
  /** Absolute `https` URL, up to 200 characters. Meta asks it for a challenge at once. */
  @IsCallbackUrl(WABA_LIMITS.overrideUrl.max)
  url!: string;

  /** Verify token that the challenge comes with. */
  @CodePointLength(ANY_TEXT)
  verifyToken!: string;
}

/** Input of `waba.overrideCallback`. @publicApi */
export type WabaCallbackOverrideInput = WabaCallbackOverrideDto;
