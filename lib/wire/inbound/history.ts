import type { WebhookError } from '../error';
import type { Open, WireTimestamp } from './common';

/** An old message. Its content stands in the member that `type` names. */
export interface HistoryChunkMessage {
  id: string;
  timestamp: WireTimestamp;
  /** As in messages, and `media_placeholder`: the media of the last 14 days follow as `history.message`. */
  type: string;
  from?: string;
  from_user_id?: string;
  from_parent_user_id?: string;
  to?: string;
  to_user_id?: string;
  to_parent_user_id?: string;
  /** `status` is also written in lower case. */
  history_context?: {
    status?: Open<'DELIVERED' | 'ERROR' | 'PENDING' | 'PLAYED' | 'READ' | 'SENT'>;
    from_me?: boolean;
  };
  [key: string]: unknown;
}

/** The old messages with one user. */
export interface HistoryThread {
  /** Phone number of the user; absent when hidden. */
  id?: string;
  context?: { wa_id?: string; user_id?: string; parent_user_id?: string; username?: string };
  messages: HistoryChunkMessage[];
}

/**
 * One chunk of the chat history of a WhatsApp Business app. Chunks come in any order.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history
 */
export interface HistoryChunk {
  /** `phase` 0: day 0 to 1, 1: to day 90, 2: to day 180. `progress` 100: done. */
  metadata: { phase: number; chunk_order: number; progress: number };
  threads: HistoryThread[];
}

/** The business did not share its history (2593109). */
export interface HistoryDeclined {
  errors: WebhookError[];
}
