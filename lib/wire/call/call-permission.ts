import type { Open, WireTimestamp } from '../inbound/common';

/** How often an action may be done within a period. */
export interface WireCallPermissionLimit {
  /** ISO 8601 duration, e.g. `PT24H` or `P7D`. */
  time_period: string;
  max_allowed: number;
  current_usage: number;
  /** Present when the limit is reached. */
  limit_expiration_time?: WireTimestamp;
}

/** Something that the business may do, or may not do for now. */
export interface WireCallPermissionAction {
  action_name: Open<'send_call_permission_request' | 'start_call'>;
  can_perform_action: boolean;
  limits?: WireCallPermissionLimit[] | null;
}

/**
 * Answer of `GET /{phone number id}/call_permissions`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions
 */
export interface CallPermissionsResponse {
  messaging_product?: 'whatsapp';
  permission?: {
    status?: Open<'no_permission' | 'temporary' | 'permanent'>;
    expiration_time?: WireTimestamp;
    /** Name of the same member in the field table of Meta's page. */
    expiration?: WireTimestamp;
  };
  actions?: WireCallPermissionAction[] | null;
}
