import type { Open } from '../inbound/common';

/** How far the move of a WABA to another multi-partner solution has come. */
export type MigrationIntentStatus = Open<'INITIATED' | 'ACCEPTED' | 'REJECTED' | 'COMPLETED'>;

/** Answer of `GET /{migration intent id}`. */
export interface MigrationIntent {
  id: string;
  status?: MigrationIntentStatus;
}
