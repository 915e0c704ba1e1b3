import type { Open } from '../inbound/common';

/** What happened to a WABA. */
export type WabaActivityType = Open<
  | 'ACCOUNT_CREATED'
  | 'ACCOUNT_UPDATED'
  | 'ACCOUNT_DELETED'
  | 'PHONE_NUMBER_ADDED'
  | 'PHONE_NUMBER_REMOVED'
  | 'PHONE_NUMBER_VERIFIED'
  | 'USER_ADDED'
  | 'USER_REMOVED'
  | 'USER_ROLE_CHANGED'
  | 'PERMISSION_GRANTED'
  | 'PERMISSION_REVOKED'
  | 'TEMPLATE_CREATED'
  | 'TEMPLATE_UPDATED'
  | 'TEMPLATE_DELETED'
  | 'WEBHOOK_CONFIGURED'
  | 'API_ACCESS_GRANTED'
  | 'API_ACCESS_REVOKED'
  | 'BILLING_UPDATED'
  | 'COMPLIANCE_ACTION'
  | 'SECURITY_EVENT'
>;

/** Entry of `GET /{waba id}/activities`. */
export interface WabaActivity {
  id: string;
  activity_type: WabaActivityType;
  /** ISO 8601. */
  timestamp: string;
  actor_type?: Open<'USER' | 'SYSTEM' | 'API' | 'ADMIN' | 'AUTOMATED_PROCESS'>;
  actor_id?: string;
  actor_name?: string;
  description?: string;
  details?: unknown;
  ip_address?: string;
  user_agent?: string;
}
