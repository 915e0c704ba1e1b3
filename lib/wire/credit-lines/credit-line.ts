import type { Open } from '../inbound/common';

/** Currency that a WABA can be billed in. */
export type WabaCurrency = Open<'AUD' | 'EUR' | 'GBP' | 'IDR' | 'INR' | 'USD'>;

/** Entry of `GET /{business id}/extendedcredits`. */
export interface CreditLine {
  id: string;
  legal_entity_name?: string;
  [field: string]: unknown;
}

/** How a customer shares a credit line. */
export interface CreditAllocation {
  id: string;
  receiving_business?: { id: string; name?: string };
  /** Equal to `primary_funding_id` of the WABA that the line is attached to. */
  receiving_credential?: { id: string };
  /** `DELETED` after the line was revoked. */
  request_status?: Open<'DELETED'>;
  [field: string]: unknown;
}

/** Answer to the sharing or attaching of a credit line. */
export interface CreditShareAnswer {
  allocation_config_id?: string;
  waba_id?: string;
  success?: boolean;
  [field: string]: unknown;
}
