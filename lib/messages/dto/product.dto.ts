import type { PayloadIssue } from '../../errors/payload-validation.error';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT, COMMERCE_LIMITS, INTERACTIVE_LIMITS } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength, lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { ItemCount } from '../../validation/rules/item-count.decorator';
import { NestedList } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { Texts } from '../../validation/rules/texts.decorator';
import { itemsOf } from '../../validation/shape';
import { FooterMessageDto } from './interactive-parts.dto';
import { UserMessageDto } from './message.dto';
import { sectionTitles } from './section-titles.rule';

/** One product of the catalog. */
export class SendProductDto extends UserMessageDto {
  /** Catalog that is connected to the WhatsApp Business Account. */
  @CodePointLength(ANY_TEXT)
  catalogId!: string;

  /** The product's content id (SKU) in the catalog. */
  @CodePointLength(ANY_TEXT)
  productRetailerId!: string;

  /** Text, up to 1024 characters. */
  @OptionalText(INTERACTIVE_LIMITS.body)
  body?: string | undefined;

  /** Small text below, up to 60 characters. */
  @OptionalText(INTERACTIVE_LIMITS.footer)
  footer?: string | undefined;
}

/** Products that belong together. */
export class ProductSectionDto extends InputDto {
  /** Up to 24 characters; needed when there are several sections. */
  @OptionalText(INTERACTIVE_LIMITS.sectionTitle)
  title?: string | undefined;

  /** Content ids (SKU), at least one; at most 30 in all sections together. */
  @Texts({ min: 1, max: Infinity }, ANY_TEXT)
  productRetailerIds!: readonly string[];
}

/** Several products of the catalog. */
export class SendProductListDto extends FooterMessageDto {
  /** Text above the body, up to 60 characters. */
  @CodePointLength(INTERACTIVE_LIMITS.headerText)
  header!: string;

  /** Catalog that is connected to the WhatsApp Business Account. */
  @CodePointLength(ANY_TEXT)
  catalogId!: string;

  /** 1 to 10 sections with 30 products in all. */
  @NestedList(() => ProductSectionDto)
  @ItemCount(COMMERCE_LIMITS.productSections)
  @Rule('products', productsProblem)
  sections!: readonly ProductSectionDto[];
}

/** The whole catalog behind a button. */
export class SendCatalogDto extends FooterMessageDto {
  /** Content id (SKU) of the product shown as the picture. Meta documents it as optional, and has refused messages without it. */
  @Rule(
    'thumbnail',
    (value, _object, context) => {
      if (value != null) return lengthProblem(value, ANY_TEXT);
      context.warn('is missing; Meta has refused catalog messages without it');
      return undefined;
    },
    { type: 'string', required: false },
  )
  thumbnailProductRetailerId?: string | undefined;
}

/** Input of `sendProduct`. @publicApi */
export type SendProductInput = SendProductDto;
/** Input of `sendProductList`. @publicApi */
export type SendProductListInput = SendProductListDto;
/** Input of `sendCatalog`. @publicApi */
export type SendCatalogInput = SendCatalogDto;

function productsProblem(value: unknown): string | readonly PayloadIssue[] {
  const sections = itemsOf(value);
  const products = sections.flatMap(({ productRetailerIds: ids }) =>
    Array.isArray(ids) ? (ids as unknown[]) : [],
  );
  const { max } = COMMERCE_LIMITS.products;
  if (products.length > max)
    return `must have at most ${max} products in all sections together, has ${products.length}`;
  return sectionTitles(sections);
}
