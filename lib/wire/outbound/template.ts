import type { OutboundProductSection } from './interactive';
import type { OutboundLocation } from './location';
import type { OutboundMediaReference } from './media';
import type { OutboundOrderDetails, OutboundOrderStatus } from './order';

/** `parameter_name` is needed for templates with named parameters, and only there. */
export interface OutboundTextParameter {
  type: 'text';
  text: string;
  parameter_name?: string;
}

export type OutboundHeaderParameter =
  | OutboundTextParameter
  | { type: 'image'; image: OutboundMediaReference }
  | { type: 'video'; video: OutboundMediaReference }
  /** Marketing Messages API only. */
  | { type: 'gif'; gif: OutboundMediaReference }
  | { type: 'document'; document: OutboundMediaReference & { filename?: string } }
  | { type: 'location'; location: Required<OutboundLocation> }
  | { type: 'product'; product: { product_retailer_id: string; catalog_id: string } };

export type OutboundBodyParameter =
  | OutboundTextParameter
  /** `amount_1000`: the amount times 1000. */
  | {
      type: 'currency';
      currency: { fallback_value: string; code: string; amount_1000: number };
      parameter_name?: string;
    }
  | {
      type: 'date_time';
      date_time: { fallback_value: string; [legacy: string]: unknown };
      parameter_name?: string;
    }
  | { type: 'group_id'; group_id: string };

export type OutboundButtonParameter =
  | { type: 'payload'; payload: string }
  | { type: 'text'; text: string }
  | { type: 'coupon_code'; coupon_code: string }
  | { type: 'ttl_minutes'; ttl_minutes: number }
  | { type: 'action'; action: OutboundButtonAction };

export interface OutboundButtonAction {
  flow_token?: string;
  flow_action_data?: Record<string, unknown>;
  thumbnail_product_retailer_id?: string;
  sections?: OutboundProductSection[];
  order_details?: OutboundOrderDetails;
}

export interface OutboundTemplateButton {
  type: 'button';
  sub_type:
    | 'quick_reply'
    | 'url'
    | 'copy_code'
    | 'flow'
    | 'catalog'
    | 'mpm'
    | 'voice_call'
    | 'order_details'
    | (string & {});
  /** Zero-based place of the button in the template, 0 to 9. */
  index: number | string;
  parameters?: OutboundButtonParameter[];
}

export interface OutboundTemplateHeader {
  type: 'header';
  parameters: OutboundHeaderParameter[];
}

export interface OutboundTemplateBody {
  type: 'body';
  parameters: OutboundBodyParameter[];
}

export interface OutboundTemplateCard {
  card_index: number;
  components: (OutboundTemplateHeader | OutboundTemplateBody | OutboundTemplateButton)[];
}

export type OutboundTemplateComponent =
  | OutboundTemplateHeader
  | OutboundTemplateBody
  | OutboundTemplateButton
  | { type: 'carousel'; cards: OutboundTemplateCard[] }
  /** `expiration_time_ms`: milliseconds since the Unix epoch. */
  | {
      type: 'limited_time_offer';
      parameters: { type: 'limited_time_offer'; limited_time_offer: { expiration_time_ms: number } }[];
    }
  | {
      type: 'order_status';
      parameters: { type: 'order_status'; order_status: Omit<OutboundOrderStatus, 'payment'> }[];
    }
  | {
      type: 'tap_target_configuration';
      parameters: {
        type: 'tap_target_configuration';
        tap_target_configuration: { url: string; title: string }[];
      }[];
    };

export interface OutboundTemplate {
  name: string;
  language: { code: string; policy?: 'deterministic' };
  components?: OutboundTemplateComponent[];
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview */
export interface OutboundTemplateContent {
  type: 'template';
  template: OutboundTemplate;
}

/** Extra members of the Marketing Messages API. */
export interface OutboundMarketingSettings {
  /** `CLOUD_API_FALLBACK`: goes out through the Cloud API when the number is not onboarded. `STRICT`: fails instead. */
  product_policy?: 'CLOUD_API_FALLBACK' | 'STRICT';
  /** Shares read and click events with Meta. */
  message_activity_sharing?: boolean;
}
