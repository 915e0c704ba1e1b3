import type { WebhookError } from '../error';
import type { Open, WireTimestamp } from './common';
import type { StatusRecipient } from './status';

/** Amount in the smallest unit: `value / offset` in the currency. */
export interface PaymentAmount {
  value: number;
  offset: number;
}

/** One attempt to pay. */
export interface PaymentTransaction {
  id: string;
  pg_transaction_id?: string;
  /** Payment gateway. */
  type?: Open<'billdesk' | 'razorpay' | 'payu' | 'zaakpay' | 'cashfree' | 'ccavenue' | 'upi_vpa'>;
  status: Open<'pending' | 'success' | 'failed'>;
  created_timestamp?: WireTimestamp;
  updated_timestamp?: WireTimestamp;
  method?: { type?: Open<'upi' | 'card' | 'netbanking' | 'wallet'> };
  error?: { code?: string; reason?: string };
}

/** A refund of a payment. */
export interface PaymentRefund {
  id: string;
  amount: PaymentAmount;
  speed_processed?: Open<'instant' | 'normal'>;
  status: Open<'pending' | 'success' | 'failed'>;
  created_timestamp?: WireTimestamp;
  updated_timestamp?: WireTimestamp;
}

/** The payment itself. Further members depend on the gateway (`receipt`, `notes`, `udf1`, `additional_info1`, …). */
export interface PaymentDetails {
  reference_id: string;
  amount?: PaymentAmount;
  currency?: string;
  transaction?: PaymentTransaction;
  refunds?: PaymentRefund[];
  receipt?: string;
  notes?: Record<string, unknown>;
  [key: string]: unknown;
}

/** Members of every payment status. */
export interface PaymentStatusBase extends StatusRecipient {
  id: string;
  timestamp: WireTimestamp;
  type: 'payment';
  payment: PaymentDetails;
  errors?: WebhookError[];
}

interface PaymentStatus<Status extends string> extends PaymentStatusBase {
  status: Status;
}

/**
 * The payment was made; `payment.refunds` tells later refunds.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg
 */
export type CapturedPayment = PaymentStatus<'captured'>;
/** The payment is open; a failed attempt also comes as pending, with its error in `payment.transaction`. */
export type PendingPayment = PaymentStatus<'pending'>;
/** The payment failed for good. */
export type FailedPayment = PaymentStatus<'failed'>;

/** A payment status that this release does not know. */
export interface UnknownPayment extends PaymentStatusBase {
  status?: string;
  [key: string]: unknown;
}
