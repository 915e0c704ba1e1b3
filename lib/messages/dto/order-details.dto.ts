import { IsIn, IsOptional } from 'class-validator';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { InputDto } from '../../validation/input.dto';
import { COMMERCE_LIMITS } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { Nested, NestedList } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { Members } from '../../validation/shape';
import { itemsOf, membersOf } from '../../validation/shape';
import type { OutboundOrderDetails, OutboundPaymentSetting } from '../../wire/outbound/order';
import { HeaderMessageDto } from './interactive-parts.dto';
import { AmountDto, BeneficiaryDto, OrderDto } from './order-parts.dto';

const PAYMENT_SETTINGS = [
  'payment_gateway',
  'upi_intent_link',
  'payment_link',
  'pix_dynamic_code',
  'boleto',
  'offsite_card_pay',
];

/** An order to pay for, in Meta's names: the same object stands in the buttons of templates. */
export class OrderDetailsDto extends InputDto {
  /** Unique for each order: letters, digits, `_`, `-`, `.`; up to 35 characters in India, 60 in Brazil. */
  @Rule('referenceId', referenceIdProblem, { type: 'string', minLength: 1 })
  reference_id!: string;

  @IsIn(['digital-goods', 'physical-goods'])
  type!: 'digital-goods' | 'physical-goods';

  /** `upi` (India), `br` (Brazil); left out with an Indian payment gateway. */
  @OptionalText()
  payment_type?: string;

  /** Up to 60 characters. */
  @OptionalText(COMMERCE_LIMITS.paymentConfiguration)
  payment_configuration?: string;

  /** How the user can pay. */
  @IsOptional()
  @Rule('paymentSettings', paymentSettingsProblem, {
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  payment_settings?: OutboundPaymentSetting[];

  /** `INR`, or `BRL` with payment type `br`. */
  @IsIn(['INR', 'BRL'])
  @Rule('currency', (value, { payment_type }) => {
    const needed = payment_type === 'br' ? 'BRL' : payment_type === 'upi' ? 'INR' : value;
    return value === needed ? undefined : `must be ${String(needed)} with this payment_type`;
  })
  currency!: 'INR' | 'BRL';

  /** `subtotal + tax + shipping - discount`, more than 0. */
  @Nested(() => AmountDto)
  @Rule('total', totalProblem)
  total_amount!: AmountDto;

  /** Needed for shipped goods in India. */
  @IsOptional()
  @NestedList(() => BeneficiaryDto)
  beneficiaries?: BeneficiaryDto[];

  @Nested(() => OrderDto)
  order!: OrderDto;
}

/** An order to pay for in the chat. India and Brazil. */
export class SendOrderDetailsDto extends HeaderMessageDto {
  /** The order, in Meta's names. Members that are not checked here are sent too. */
  @Nested(() => OrderDetailsDto)
  order!: OutboundOrderDetails;
}

/** Input of `sendOrderDetails`. @publicApi */
export type SendOrderDetailsInput = SendOrderDetailsDto;

function referenceIdProblem(value: unknown, { currency }: Members): string | undefined {
  if (typeof value === 'string' && !/^[A-Za-z0-9_.-]*$/.test(value))
    return 'must have letters, digits, _, - and . only';
  return lengthProblem(
    value,
    currency === 'BRL' ? COMMERCE_LIMITS.referenceIdBrazil : COMMERCE_LIMITS.referenceIdIndia,
  );
}

function paymentSettingsProblem(value: unknown): string | readonly PayloadIssue[] {
  if (!Array.isArray(value)) return 'must be an array';
  return itemsOf(value).flatMap(({ type }, index) =>
    PAYMENT_SETTINGS.includes(type as string)
      ? []
      : [{ path: `[${index}].type`, message: `must be one of ${PAYMENT_SETTINGS.join(', ')}` }],
  );
}

/** An order that is not complete is refused for that alone. */
function totalProblem(value: unknown, { order }: Members): string | undefined {
  const total = amountIn(value);
  if (total <= 0) return 'must be more than 0';
  const { subtotal, tax, shipping, discount } = membersOf(order);
  const sum = amountIn(subtotal) + amountIn(tax) + amountIn(shipping, 0) - amountIn(discount, 0);
  return Number.isNaN(sum) || sum === total ? undefined : 'must be subtotal + tax + shipping - discount';
}

function amountIn(amount: unknown, missing = NaN): number {
  return amount == null ? missing : Number(membersOf(amount)['value']);
}
