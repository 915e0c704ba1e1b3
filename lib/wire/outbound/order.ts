/** Minor units: `{ value: 1050, offset: 100 }` is 10.50. */
export interface OutboundAmount {
  value: number;
  offset: 100;
}

export interface OutboundOrderItem {
  /** Required in Brazil. */
  retailer_id?: string;
  name: string;
  image?: { link: string };
  amount: OutboundAmount;
  sale_amount?: OutboundAmount;
  quantity: number;
  country_of_origin?: string;
  importer_name?: string;
  importer_address?: {
    address_line1: string;
    address_line2?: string;
    city: string;
    zone_code?: string;
    postal_code: string;
    country_code: string;
  };
}

export interface OutboundOrder {
  status: 'pending';
  type?: 'quick_pay';
  catalog_id?: string;
  /** `timestamp`: seconds since the Unix epoch as text, at least 300 ahead. */
  expiration?: { timestamp: string; description: string };
  items: OutboundOrderItem[];
  subtotal: OutboundAmount;
  tax: OutboundAmount & { description?: string };
  shipping?: OutboundAmount & { description?: string };
  discount?: OutboundAmount & { description?: string; discount_program_name?: string };
}

/** How the user can pay. Each kind has its settings under a member of its own name. */
export type OutboundPaymentSetting =
  | {
      type: 'payment_gateway';
      payment_gateway: {
        type: OutboundPaymentGateway;
        configuration_name: string;
        [setting: string]: unknown;
      };
    }
  | { type: 'upi_intent_link'; upi_intent_link: { link: string } }
  | { type: 'payment_link'; payment_link: { uri: string; success_url?: string; cancel_url?: string } }
  | {
      type: 'pix_dynamic_code';
      pix_dynamic_code: {
        code: string;
        merchant_name: string;
        key: string;
        key_type: 'CPF' | 'CNPJ' | 'EMAIL' | 'PHONE' | 'EVP';
      };
    }
  | { type: 'boleto'; boleto: { digitable_line: string } }
  | { type: 'offsite_card_pay'; offsite_card_pay: { last_four_digits: string; credential_id: string } };

export type OutboundPaymentGateway = 'razorpay' | 'payu' | 'billdesk' | 'zaakpay' | (string & {});

export interface OutboundBeneficiary {
  name: string;
  address_line1: string;
  address_line2?: string;
  city: string;
  state: string;
  country: string;
  postal_code: string;
}

/**
 * An order to pay for (India, Brazil); also the `order_details` action of a template button.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg
 */
export interface OutboundOrderDetails {
  /** Unique for each order; letters, digits, `_`, `-`, `.`; up to 35 (India) or 60 (Brazil). */
  reference_id: string;
  type: 'digital-goods' | 'physical-goods';
  payment_type?: 'upi' | 'br' | (string & {});
  payment_configuration?: string;
  payment_settings?: OutboundPaymentSetting[];
  preferred_payment_methods?: { method: string }[];
  currency: 'INR' | 'BRL';
  total_amount: OutboundAmount;
  beneficiaries?: OutboundBeneficiary[];
  shipping_info?: { country: string; addresses: Record<string, unknown>[] };
  order: OutboundOrder;
}

export type OutboundOrderState =
  'pending' | 'processing' | 'partially_shipped' | 'shipped' | 'completed' | 'canceled';

/** Progress of an order; also the parameter of an order status template. */
export interface OutboundOrderStatus {
  reference_id: string;
  order: { status: OutboundOrderState; description?: string };
  /** Brazil. */
  payment?: { status: 'pending' | 'captured' | 'failed'; timestamp?: number };
}
