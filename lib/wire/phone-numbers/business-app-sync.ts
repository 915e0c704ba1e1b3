import type { Open } from '../inbound/common';

/** What is fetched from the WhatsApp Business app: contacts, or messages. */
export type BusinessAppSyncType = Open<'smb_app_state_sync' | 'history'>;

/** Meta's answer to it. */
export interface BusinessAppSyncResponse {
  messaging_product?: 'whatsapp';
  request_id?: string;
  [field: string]: unknown;
}
