import type { WireTimestamp } from './common';

/** Members of every change of the address book of the WhatsApp Business app. */
export interface AppStateSyncBase {
  type?: 'contact' | (string & {});
  /** Names are absent on `remove`, the phone number when the user hides it. */
  contact?: {
    full_name?: string;
    first_name?: string;
    phone_number?: string;
    user_id?: string;
    parent_user_id?: string;
    username?: string;
  };
  metadata?: { timestamp?: WireTimestamp; version?: number };
}

/**
 * A contact was added or edited.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_app_state_sync
 */
export interface AppStateSyncAdd extends AppStateSyncBase {
  action: 'add';
}

/** A contact was removed. */
export interface AppStateSyncRemove extends AppStateSyncBase {
  action: 'remove';
}

/** A change that this release does not know. */
export interface UnknownAppStateSync extends AppStateSyncBase {
  action?: string;
  [key: string]: unknown;
}
