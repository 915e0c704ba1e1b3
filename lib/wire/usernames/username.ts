import type { Open } from '../inbound/common';

/** `approved`: visible. `reserved`: held until usernames come to the country. */
export type UsernameStatus = Open<'approved' | 'reserved'>;

/** Meta's answer about the username of a number. */
export interface WireUsername {
  /** Absent when there is none, and in answers to changes. */
  username?: string;
  status?: UsernameStatus;
  [field: string]: unknown;
}

/** Meta's answer with the names that are held for the business. */
export interface UsernameSuggestionsResponse {
  data?: readonly { username_suggestions?: readonly string[] }[];
}
