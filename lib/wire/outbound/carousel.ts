import type { OutboundMediaReference } from './media';

export interface OutboundQuickReply {
  type: 'quick_reply';
  quick_reply: { id: string; title: string };
}

/** `type` stays `cta_url` for cards with quick replies too. @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages */
export interface OutboundMediaCard {
  card_index: number;
  type: 'cta_url';
  header: { type: 'image'; image: OutboundMediaReference } | { type: 'video'; video: OutboundMediaReference };
  body?: { text: string };
  action:
    | { name: 'cta_url'; parameters: { display_text: string; url: string } }
    | { buttons: OutboundQuickReply[] };
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-product-carousel-messages */
export interface OutboundProductCard {
  card_index: number;
  type: 'product';
  action: { product_retailer_id: string; catalog_id: string };
}
