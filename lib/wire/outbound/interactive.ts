import type { OutboundAddressAction } from './address';
import type { OutboundMediaCard, OutboundProductCard } from './carousel';
import type { OutboundMediaReference } from './media';
import type { OutboundOrderDetails, OutboundOrderStatus } from './order';

export type OutboundHeader =
  | { type: 'text'; text: string; sub_text?: string }
  | { type: 'image'; image: OutboundMediaReference & { provider?: { name: string } } }
  | { type: 'video'; video: OutboundMediaReference }
  | { type: 'document'; document: OutboundMediaReference & { filename?: string } };

export interface OutboundReplyButton {
  type: 'reply';
  reply: { id: string; title: string };
}

export interface OutboundListSection {
  title?: string;
  rows: { id: string; title: string; description?: string }[];
}

export interface OutboundProductSection {
  title?: string;
  product_items: { product_retailer_id: string }[];
}

export interface OutboundFlowParameters {
  flow_message_version: '3';
  flow_id?: string;
  flow_name?: string;
  flow_cta: string;
  /** Meta fills in `unused`. */
  flow_token?: string;
  mode?: 'published' | 'draft';
  flow_action?: 'navigate' | 'data_exchange';
  flow_action_payload?: { screen?: string; data?: Record<string, unknown> };
}

interface WithBody {
  body: { text: string };
}
interface WithFooter {
  footer?: { text: string };
}
interface WithHeader {
  header?: OutboundHeader;
}

export interface OutboundButtons extends WithHeader, WithBody, WithFooter {
  type: 'button';
  action: { buttons: OutboundReplyButton[] };
}

export interface OutboundList extends WithBody, WithFooter {
  type: 'list';
  header?: { type: 'text'; text: string };
  action: { button: string; sections: OutboundListSection[] };
}

export interface OutboundCtaUrl extends WithHeader, WithBody, WithFooter {
  type: 'cta_url';
  action: {
    name: 'cta_url';
    parameters: { display_text: string; url: string; payment_link_preview?: boolean };
  };
}

export interface OutboundFlow extends WithHeader, WithBody, WithFooter {
  type: 'flow';
  action: { name: 'flow'; parameters: OutboundFlowParameters };
}

export interface OutboundProduct extends Partial<WithBody>, WithFooter {
  type: 'product';
  action: { catalog_id: string; product_retailer_id: string };
}

export interface OutboundProductList extends WithBody, WithFooter {
  type: 'product_list';
  header: { type: 'text'; text: string };
  action: { catalog_id: string; sections: OutboundProductSection[] };
}

export interface OutboundCatalog extends WithBody, WithFooter {
  type: 'catalog_message';
  action: { name: 'catalog_message'; parameters?: { thumbnail_product_retailer_id?: string } };
}

export interface OutboundLocationRequest extends WithBody {
  type: 'location_request_message';
  action: { name: 'send_location' };
}

export interface OutboundAddressRequest extends WithHeader, WithBody, WithFooter {
  type: 'address_message';
  action: OutboundAddressAction;
}

export interface OutboundCallPermissionRequest extends Partial<WithBody> {
  type: 'call_permission_request';
  action: { name: 'call_permission_request' };
}

export interface OutboundVoiceCallButton extends WithBody {
  type: 'voice_call';
  action: {
    name: 'voice_call';
    parameters?: { display_text?: string; ttl_minutes?: number; payload?: string };
  };
}

export interface OutboundContactInfoRequest extends WithBody {
  type: 'request_contact_info';
  action: { name: 'request_contact_info' };
}

export interface OutboundCarousel extends WithBody {
  type: 'carousel';
  action: { cards: OutboundMediaCard[] } | { cards: OutboundProductCard[] };
}

export interface OutboundOrderDetailsMessage extends WithHeader, WithBody, WithFooter {
  type: 'order_details';
  action: { name: 'review_and_pay'; parameters: OutboundOrderDetails };
}

export interface OutboundOrderStatusMessage extends WithBody, WithFooter {
  type: 'order_status';
  action: { name: 'review_order'; parameters: OutboundOrderStatus };
}

/** Discriminated by `type`. @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
export type OutboundInteractive =
  | OutboundButtons
  | OutboundList
  | OutboundCtaUrl
  | OutboundFlow
  | OutboundProduct
  | OutboundProductList
  | OutboundCatalog
  | OutboundLocationRequest
  | OutboundAddressRequest
  | OutboundCallPermissionRequest
  | OutboundVoiceCallButton
  | OutboundContactInfoRequest
  | OutboundCarousel
  | OutboundOrderDetailsMessage
  | OutboundOrderStatusMessage;

export interface OutboundInteractiveContent {
  type: 'interactive';
  interactive: OutboundInteractive;
}
