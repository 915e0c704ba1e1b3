import type { Open } from '../inbound/common';
import type { WireBusiness } from './business-account';

/** What a user may do with a WABA. */
export type WabaTask = Open<
  | 'DEVELOP'
  | 'MANAGE'
  | 'MANAGE_EXTENSIONS'
  | 'MANAGE_PHONE'
  | 'MANAGE_PHONE_ASSETS'
  | 'MANAGE_TEMPLATES'
  | 'MESSAGING'
  | 'VIEW_COST'
  | 'VIEW_PHONE_ASSETS'
  | 'VIEW_TEMPLATES'
  | 'VIEW_INSIGHTS'
  | 'RECEIVE_INCOMING_MESSAGES'
  | 'MANAGE_BILLING'
  | 'MANAGE_USERS'
  | 'FULL_CONTROL'
>;

/** Entry of `GET /{waba id}/assigned_users`. */
export interface AssignedUser {
  id: string;
  name?: string;
  tasks?: WabaTask[];
  business?: WireBusiness;
  user_type?: Open<'BUSINESS_USER' | 'SYSTEM_USER' | 'PERSONAL_USER'>;
}
