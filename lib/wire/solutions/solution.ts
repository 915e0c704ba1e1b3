import type { Open } from '../inbound/common';

/** What a side of a solution may do with the assets of customers. */
export type SolutionPermission = Open<'MESSAGING'>;

/**
 * A multi-partner solution, in Meta's names.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/multi-partner-solutions
 */
export interface Solution {
  id: string;
  name?: string;
  status?: Open<'DRAFT' | 'INITIATED' | 'ACTIVE' | 'REJECTED' | 'DEACTIVATED'>;
  status_for_pending_request?: Open<'PENDING_ACTIVATION' | 'PENDING_DEACTIVATION' | 'NONE'>;
  owner_app?: { id: string; name?: string };
  owner_permissions?: SolutionPermission[];
  [field: string]: unknown;
}

/** Fields of a solution that can be read. */
export type SolutionField = Open<
  'id' | 'name' | 'status' | 'status_for_pending_request' | 'owner_app' | 'owner_permissions'
>;

/** Body of `POST /{app id}/whatsapp_business_solution`. */
export interface OutboundSolution {
  solution_name: string;
  partner_app_id: string;
  owner_permissions: readonly SolutionPermission[];
  partner_permissions: readonly SolutionPermission[];
}

/** Answer of `GET /{solution id}/access_token`. */
export interface SolutionTokenAnswer {
  access_token?: string;
  /** Seconds since the Unix epoch, or a date as text. */
  expires_at?: number | string;
}
