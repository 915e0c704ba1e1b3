import { ANY_TEXT, INTERACTIVE_LIMITS } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { MustBeAbsent } from '../../validation/rules/must-be-absent.decorator';
import { Texts } from '../../validation/rules/texts.decorator';
import { BodyMessageDto } from './interactive-parts.dto';

/** Products of one catalog to swipe through. */
export class SendProductCarouselDto extends BodyMessageDto {
  /** Catalog that is connected to the WhatsApp Business Account. */
  @CodePointLength(ANY_TEXT)
  catalogId!: string;

  /** Content ids (SKU) of 2 to 10 products, shown in this order. */
  @Texts(INTERACTIVE_LIMITS.cards, ANY_TEXT)
  productRetailerIds!: readonly string[];

  @MustBeAbsent('carousels have a body and cards only')
  header?: undefined;

  @MustBeAbsent('carousels have a body and cards only')
  footer?: undefined;
}

/** Input of `sendProductCarousel`. @publicApi */
export type SendProductCarouselInput = SendProductCarouselDto;
