import { IsBoolean, IsOptional } from 'class-validator';
import { INTERACTIVE_LIMITS } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { IsHttpUrl } from '../../validation/rules/is-http-url.decorator';
import { HeaderMessageDto } from './interactive-parts.dto';

/** A text with one button that opens a web page. */
export class SendCtaUrlDto extends HeaderMessageDto {
  /** Label of the button, up to 20 characters. */
  @CodePointLength(INTERACTIVE_LIMITS.ctaText)
  displayText!: string;

  /** The page: an absolute `http` or `https` URL. */
  @IsHttpUrl()
  url!: string;

  /** Enhanced payment links (India). @default false */
  @IsOptional()
  @IsBoolean()
  paymentLinkPreview?: boolean | undefined;
}

/** Input of `sendCtaUrl`. @publicApi */
export type SendCtaUrlInput = SendCtaUrlDto;
