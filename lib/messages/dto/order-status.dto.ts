import { IsIn, IsInt, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT, COMMERCE_LIMITS } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { Nested } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { FooterMessageDto } from './interactive-parts.dto';

/** States of an order. Meta's pages spell one of them in two ways; both are taken. */
export const ORDER_STATES = [
  'pending',
  'processing',
  'partially_shipped',
  'partially-shipped',
  'shipped',
  'completed',
  'canceled',
] as const;

/** How the payment stands (Brazil). */
export class OrderPaymentDto extends InputDto {
  @IsIn(['pending', 'captured', 'failed'])
  status!: 'pending' | 'captured' | 'failed';

  /** Seconds since the Unix epoch. */
  @IsOptional()
  @IsInt()
  timestamp?: number | undefined;
}

/** Progress of an order that was sent with `sendOrderDetails`. */
export class SendOrderStatusDto extends FooterMessageDto {
  /** The order's `reference_id`. */
  @CodePointLength(ANY_TEXT)
  referenceId!: string;

  /** `completed` and `canceled` are final. */
  @IsIn(ORDER_STATES)
  status!: (typeof ORDER_STATES)[number];

  /** Up to 120 characters. */
  @OptionalText(COMMERCE_LIMITS.orderDescription)
  description?: string | undefined;

  /** How the payment stands (Brazil). */
  @IsOptional()
  @Nested(() => OrderPaymentDto)
  payment?: OrderPaymentDto | undefined;
}

/** Input of `sendOrderStatus`. @publicApi */
export type SendOrderStatusInput = SendOrderStatusDto;
