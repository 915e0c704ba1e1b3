import type { Open, WireTimestamp } from '../inbound/common';

/** An amount: `value` divided by `offset`, e.g. 1050 and 100 for 10.50. */
export interface PaymentAmount {
  value: number;
  offset: number;
}

/** One refund of a payment. */
export interface PaymentRefundEntry {
  id: string;
  amount?: PaymentAmount;
  speed_processed?: Open<'instant' | 'normal'>;
  status?: Open<'pending' | 'success' | 'failed'>;
  created_timestamp?: WireTimestamp;
  updated_timestamp?: WireTimestamp;
}

/** One attempt to pay. */
export interface PaymentTransaction {
  id: string;
  pg_transaction_id?: string;
  type?: string;
  status?: Open<'pending' | 'success' | 'failed'>;
  created_timestamp?: WireTimestamp;
  updated_timestamp?: WireTimestamp;
  method?: { type?: Open<'upi' | 'card' | 'wallet' | 'netbanking'> };
  error?: { code?: string; reason?: string };
  refunds?: PaymentRefundEntry[];
}

/** A payment. Further members are those that the provider was given. */
export interface Payment {
  reference_id: string;
  status?: Open<'pending' | 'captured'>;
  currency?: string;
  total_amount?: PaymentAmount;
  transactions?: PaymentTransaction[];
  [member: string]: unknown;
}

/** Answer to a refund. */
export interface PaymentRefund {
  id: string;
  status?: Open<'pending' | 'failed' | 'completed'>;
  speed_processed?: Open<'instant' | 'normal'>;
}
