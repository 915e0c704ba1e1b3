import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

/** One line of a cart. Numbers come as strings in some versions. */
export interface OrderProductItem {
  product_retailer_id: string;
  quantity: number | string;
  item_price: number | string;
  currency: string;
}

/** Cart as messages carry it. */
export interface OrderContent {
  type: 'order';
  order: { catalog_id: string; text?: string; product_items: OrderProductItem[] };
}

/** A cart that the user sent. */
export interface InboundOrderMessage extends InboundMessageBase, OrderContent {}

/** A cart in an echo. */
export interface OrderMessageEcho extends MessageEchoBase, OrderContent {}
