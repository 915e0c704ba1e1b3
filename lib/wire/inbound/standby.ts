import type { WireTimestamp } from './common';
import type { MessageStatusBase } from './status';

/** What the app that has the conversation sent. */
export interface StandbyMessageEcho {
  id: string;
  timestamp: WireTimestamp;
  /** Body of the other app's send request. */
  message?: {
    to?: string;
    recipient?: string;
    recipient_type?: string;
    type?: string;
    [key: string]: unknown;
  };
  /** Definition of the template that was sent. */
  template?: { id?: string; name?: string; language?: string; category?: string; components?: unknown[] };
  /** The flow that was sent. */
  flow?: { id?: string; name?: string; status?: string; categories?: string[] };
  [key: string]: unknown;
}

/** Status of a message of the other app. */
export interface StandbyStatus extends MessageStatusBase {
  status?: string;
  [key: string]: unknown;
}

/** A standby notice without items. */
export interface StandbyUpdate {
  messaging_product?: 'whatsapp';
  [key: string]: unknown;
}
