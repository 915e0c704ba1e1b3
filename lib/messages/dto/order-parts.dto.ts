import { Equals, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT, COMMERCE_LIMITS } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { IsHttpUrl } from '../../validation/rules/is-http-url.decorator';
import { ItemCount } from '../../validation/rules/item-count.decorator';
import { Nested, NestedList } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { Members } from '../../validation/shape';
import { itemsOf, membersOf } from '../../validation/shape';

/** Money in minor units: `{ value: 1050, offset: 100 }` is 10.50. */
export class AmountDto extends InputDto {
  @IsInt()
  value!: number;

  @Equals(100, { message: '$property must be 100' })
  offset!: 100;
}

/** Money with a word on what it is for. */
export class DescribedAmountDto extends AmountDto {
  /** Up to 60 characters. */
  @OptionalText(COMMERCE_LIMITS.amountDescription)
  description?: string;
}

/** Money off. */
export class DiscountDto extends DescribedAmountDto {
  /** Up to 60 characters. */
  @OptionalText(COMMERCE_LIMITS.amountDescription)
  discount_program_name?: string;
}

/** Picture of an item that is in no catalog. */
export class ItemImageDto extends InputDto {
  @IsHttpUrl()
  link!: string;
}

/** One line of an order. */
export class OrderItemDto extends InputDto {
  /** Required in Brazil. */
  @OptionalText()
  retailer_id?: string;

  /** Up to 60 characters. */
  @CodePointLength(COMMERCE_LIMITS.itemName)
  name!: string;

  /** For items that are in no catalog. */
  @IsOptional()
  @Nested(() => ItemImageDto)
  @Rule('imageOrCatalog', (_value, { retailer_id }) =>
    retailer_id == null ? undefined : 'must be left out beside retailer_id',
  )
  image?: ItemImageDto;

  /** Price of one. */
  @Nested(() => AmountDto)
  amount!: AmountDto;

  /** Reduced price of one, less than `amount`. */
  @IsOptional()
  @Nested(() => AmountDto)
  @Rule('reduced', (value, { amount }) =>
    Number(membersOf(value)['value']) >= Number(membersOf(amount)['value'])
      ? 'must be less than amount'
      : undefined,
  )
  sale_amount?: AmountDto;

  /** At least 1. */
  @IsInt()
  @Min(1)
  quantity!: number;

  /** Up to 100 characters. */
  @OptionalText(COMMERCE_LIMITS.addressLine)
  country_of_origin?: string;

  /** Up to 200 characters. */
  @OptionalText(COMMERCE_LIMITS.importerName)
  importer_name?: string;
}

/** Until when an order can be paid. */
export class OrderExpirationDto extends InputDto {
  /** Seconds since the Unix epoch as text, at least 300 ahead. */
  @Rule(
    'expiration',
    (value, _object, context) => {
      const { min } = COMMERCE_LIMITS.expirationLeadSeconds;
      if (typeof value !== 'string' || !/^\d+$/.test(value))
        return 'must be seconds since the Unix epoch as text';
      return Number(value) * 1000 >= context.now() + min * 1000
        ? undefined
        : `must be at least ${min} seconds ahead`;
    },
    { type: 'string' },
  )
  timestamp!: string;

  /** Up to 120 characters. */
  @OptionalText(COMMERCE_LIMITS.orderDescription)
  description!: string;
}

/** What is ordered, with its sums. */
export class OrderDto extends InputDto {
  @IsIn(['pending'])
  status!: 'pending';

  @IsOptional()
  @IsIn(['quick_pay'])
  type?: 'quick_pay';

  @OptionalText()
  catalog_id?: string;

  @IsOptional()
  @Nested(() => OrderExpirationDto)
  expiration?: OrderExpirationDto;

  @NestedList(() => OrderItemDto)
  @ItemCount({ min: 1, max: Infinity })
  @Rule('itemImages', itemImagesProblem)
  items!: OrderItemDto[];

  /** Sum of the items: reduced price, else price, times quantity. */
  @Nested(() => AmountDto)
  @Rule('subtotal', (value, { items }, context) => {
    const subtotal = membersOf(value)['value'];
    if (subtotal === sumOf(items, true)) return undefined;
    if (subtotal !== sumOf(items, false))
      return 'must be the sum over the items of sale_amount, or else amount, times quantity';
    context.warn('is the sum of the full prices though there are reduced ones');
    return undefined;
  })
  subtotal!: AmountDto;

  /** Required; its value may be 0. */
  @Nested(() => DescribedAmountDto)
  tax!: DescribedAmountDto;

  @IsOptional()
  @Nested(() => DescribedAmountDto)
  shipping?: DescribedAmountDto;

  @IsOptional()
  @Nested(() => DiscountDto)
  discount?: DiscountDto;
}

/** Who receives the goods (India). */
export class BeneficiaryDto extends InputDto {
  /** Up to 200 characters. */
  @CodePointLength(COMMERCE_LIMITS.beneficiaryName)
  name!: string;

  /** Up to 100 characters. */
  @CodePointLength(COMMERCE_LIMITS.addressLine)
  address_line1!: string;

  /** Up to 100 characters. */
  @OptionalText(COMMERCE_LIMITS.addressLine)
  address_line2?: string;

  @CodePointLength(ANY_TEXT)
  city!: string;

  @CodePointLength(ANY_TEXT)
  state!: string;

  @CodePointLength(ANY_TEXT)
  country!: string;

  @CodePointLength(ANY_TEXT)
  postal_code!: string;
}

/** Sum over the items; the reduced price counts first when `reduced` is set. */
function sumOf(items: unknown, reduced: boolean): number {
  return itemsOf(items).reduce((sum, { amount, sale_amount: sale, quantity }) => {
    const price = membersOf((reduced ? sale : undefined) ?? amount)['value'];
    return sum + Number(price) * Number(quantity);
  }, 0);
}

function itemImagesProblem(value: unknown, { catalog_id }: Members): readonly PayloadIssue[] | string {
  const items = itemsOf(value);
  const pictured = items.flatMap(({ image }, index) => (image == null ? [] : [index]));
  if (pictured.length === 0) return [];
  if (catalog_id != null)
    return pictured.map((index) => ({
      path: `[${index}].image`,
      message: 'must be left out beside catalog_id',
    }));
  const { max } = COMMERCE_LIMITS.itemsWithImage;
  return items.length > max
    ? `must have at most ${max} items when they have images, has ${items.length}`
    : [];
}
