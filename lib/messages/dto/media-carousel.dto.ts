import type { PayloadIssue } from '../../errors/payload-validation.error';
import { InputDto } from '../../validation/input.dto';
import { INTERACTIVE_LIMITS } from '../../validation/limits';
import { Advise, Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { IsHttpUrl } from '../../validation/rules/is-http-url.decorator';
import { ItemCount } from '../../validation/rules/item-count.decorator';
import { MustBeAbsent } from '../../validation/rules/must-be-absent.decorator';
import { Nested, NestedList } from '../../validation/rules/nested.decorator';
import { OneOfMembers } from '../../validation/rules/one-of-members.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { duplicates } from '../../validation/rules/unique-by.decorator';
import type { Members } from '../../validation/shape';
import { itemsOf, membersOf } from '../../validation/shape';
import { ReplyButtonDto } from './buttons.dto';
import { BodyMessageDto } from './interactive-parts.dto';
import { MediaReferenceDto } from './media-reference.dto';

const MEDIA = ['image', 'video'] as const;
const BUTTONS = ['urlButton', 'quickReplies'] as const;

/** A button that opens a web page. */
export class UrlButtonDto extends InputDto {
  /** Label, up to 20 characters. */
  @CodePointLength(INTERACTIVE_LIMITS.ctaText)
  displayText!: string;

  /** An absolute `http` or `https` URL. */
  @IsHttpUrl()
  url!: string;
}

/** One card: an image or video, a short text, and either a URL button or quick replies. */
export class MediaCardDto extends InputDto {
  /** Documented with `link` only. */
  @OneOfMembers(...MEDIA)
  @Nested(() => MediaReferenceDto)
  @Advise('mediaId', mediaById)
  image?: MediaReferenceDto | undefined;

  /** Documented with `link` only. */
  @OneOfMembers(...MEDIA)
  @Nested(() => MediaReferenceDto)
  @Advise('mediaId', mediaById)
  video?: MediaReferenceDto | undefined;

  /** Up to 160 characters with at most 2 line breaks. */
  @OptionalText(INTERACTIVE_LIMITS.cardBody)
  @Rule('lineBreaks', (value) => {
    const { max } = INTERACTIVE_LIMITS.cardBodyLineBreaks;
    const breaks = typeof value === 'string' ? value.split('\n').length - 1 : 0;
    return breaks > max ? `must have at most ${max} line breaks, has ${breaks}` : undefined;
  })
  body?: string | undefined;

  /** A button that opens a web page. */
  @OneOfMembers(...BUTTONS)
  @Nested(() => UrlButtonDto)
  urlButton?: UrlButtonDto | undefined;

  /** 1 to 3 buttons that answer; ids are unique in the message. */
  @OneOfMembers(...BUTTONS)
  @NestedList(() => ReplyButtonDto)
  @ItemCount(INTERACTIVE_LIMITS.cardQuickReplies)
  @Advise('manyQuickReplies', (value) =>
    Array.isArray(value) && value.length > 3 ? 'has more than 3 items' : undefined,
  )
  quickReplies?: readonly ReplyButtonDto[] | undefined;
}

/** Cards to swipe through. All have the same kind and number of buttons. */
export class SendMediaCarouselDto extends BodyMessageDto {
  /** 2 to 10 cards, shown in this order. */
  @NestedList(() => MediaCardDto)
  @ItemCount(INTERACTIVE_LIMITS.cards)
  @Rule('alikeCards', cardsProblem)
  @Advise('alikeMedia', (value) =>
    new Set(itemsOf(value).map(({ image }) => image == null)).size > 1
      ? 'mixes images and videos, which Meta advises against'
      : undefined,
  )
  cards!: readonly MediaCardDto[];

  @MustBeAbsent('carousels have a body and cards only')
  header?: undefined;

  @MustBeAbsent('carousels have a body and cards only')
  footer?: undefined;
}

/** Input of `sendMediaCarousel`. @publicApi */
export type SendMediaCarouselInput = SendMediaCarouselDto;

function mediaById(value: unknown): string | undefined {
  const { id, file } = membersOf(value);
  return id == null && file == null
    ? undefined
    : 'is given by id or file; Meta documents only links on cards';
}

function cardsProblem(value: unknown): readonly PayloadIssue[] {
  const cards = itemsOf(value);
  const [first = '', ...others] = cards.map(buttonsOf);
  const different = others.flatMap((buttons, index) =>
    buttons === first
      ? []
      : [{ path: `[${index + 1}]`, message: `must have the same buttons as the first card: ${first}` }],
  );
  const ids = cards.flatMap((card, c) =>
    itemsOf(card['quickReplies']).map(({ id }, r) => ({ path: `[${c}].quickReplies[${r}].id`, key: id })),
  );
  return [...different, ...duplicates(ids)];
}

function buttonsOf({ quickReplies }: Members): string {
  return quickReplies == null ? 'a URL button' : `quick replies (${itemsOf(quickReplies).length})`;
}
