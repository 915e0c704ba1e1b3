import type { OutboundMediaCard } from '../../wire/outbound/carousel';
import type { MediaCardDto, SendMediaCarouselInput } from '../dto/media-carousel.dto';
import type { SendProductCarouselInput } from '../dto/product-carousel.dto';
import type { InteractiveMessage } from './interactive.builder';
import { body, interactiveMessage, optionalBody } from './interactive.builder';
import { mediaReference } from './media.builder';

/** Cards with media. */
export function buildMediaCarousel(input: SendMediaCarouselInput): InteractiveMessage {
  return interactiveMessage(input, {
    type: 'carousel',
    ...body(input.body),
    action: { cards: input.cards.map(mediaCard) },
  });
}

/** Cards with products. */
export function buildProductCarousel(input: SendProductCarouselInput): InteractiveMessage {
  const cards = input.productRetailerIds.map((id, index) => ({
    card_index: index,
    type: 'product' as const,
    action: { product_retailer_id: id, catalog_id: input.catalogId },
  }));
  return interactiveMessage(input, { type: 'carousel', ...body(input.body), action: { cards } });
}

/** Meta wants `cta_url` as the type of cards with quick replies too. */
function mediaCard(card: MediaCardDto, index: number): OutboundMediaCard {
  return {
    card_index: index,
    type: 'cta_url',
    header: cardHeader(card),
    ...optionalBody(card.body),
    action: cardAction(card),
  };
}

function cardHeader({ image, video }: MediaCardDto): OutboundMediaCard['header'] {
  if (video != null) return { type: 'video', video: mediaReference(video) };
  return { type: 'image', image: mediaReference(image ?? {}) };
}

function cardAction({ urlButton, quickReplies }: MediaCardDto): OutboundMediaCard['action'] {
  if (urlButton != null) {
    return { name: 'cta_url', parameters: { display_text: urlButton.displayText, url: urlButton.url } };
  }
  const replies = quickReplies ?? [];
  return { buttons: replies.map(({ id, title }) => ({ type: 'quick_reply', quick_reply: { id, title } })) };
}
