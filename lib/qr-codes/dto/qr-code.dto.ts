import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import type { QrImageFormat } from '../qr-code.interface';
import { QR_CODE_LIMITS } from '../qr-code-limits';

/** The words for what is no image format. */
export function imageProblem(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Z]{1,10}$/.test(value)
    ? undefined
    : 'must be an image format: PNG or SVG';
}

/** A new QR code. */
export class CreateQrCodeDto extends InputDto {
  /** Text that stands in the chat when it opens, up to 140 characters. */
  @CodePointLength(QR_CODE_LIMITS.prefilledMessage)
  prefilledMessage!: string;

  /** Makes an image of this format too. @default none */
  @IsOptional()
  @Rule('qrImage', imageProblem, { type: 'string', enum: ['PNG', 'SVG'] })
  image?: QrImageFormat | undefined;
}

/** Input of `QrCodesService.create`. @publicApi */
export type CreateQrCodeInput = CreateQrCodeDto;

/** Another text for a QR code; the code and its link stay. */
export class UpdateQrCodeDto extends InputDto {
  /** The code, as in its link. */
  @CodePointLength(ANY_TEXT)
  code!: string;

  /** Text that stands in the chat when it opens, up to 140 characters. */
  @CodePointLength(QR_CODE_LIMITS.prefilledMessage)
  prefilledMessage!: string;
}

/** Input of `QrCodesService.update`. @publicApi */
export type UpdateQrCodeInput = UpdateQrCodeDto;
