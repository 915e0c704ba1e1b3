import type { Open } from '../inbound/common';

/** Whether messages can be sent. */
export type Sendability = Open<'AVAILABLE' | 'LIMITED' | 'BLOCKED'>;

/** Why an entity blocks messages. The members have names of their own, unlike those of other errors. */
export interface HealthError {
  error_code: number;
  error_description?: string;
  possible_solution?: string;
}

/** One link of the chain that a message depends on. */
export interface HealthEntity {
  entity_type: Open<'PHONE_NUMBER' | 'MESSAGE_TEMPLATE' | 'FLOW' | 'WABA' | 'BUSINESS' | 'APP'>;
  id: string;
  can_send_message: Sendability;
  /** Numbers with SIP only. */
  can_receive_call_sip?: Sendability;
  /** Comes with `LIMITED`. */
  additional_info?: readonly string[];
  /** Comes with `BLOCKED`. */
  errors?: readonly HealthError[];
  [field: string]: unknown;
}

/**
 * Whether messages can be sent, and what stands in the way. The worst entity decides.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status
 */
export interface HealthStatus {
  can_send_message: Sendability;
  entities: readonly HealthEntity[];
}
