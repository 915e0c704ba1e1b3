import type { BusinessMessage, MessageStatus } from '../model/business-message';
import type { UserMessage } from '../model/user-message';

/** Something that happened in a chat. Entries hold the live messages, whose ticks stay up to date. @publicApi */
export type TranscriptEntry =
  | {
      readonly kind: 'user-message';
      readonly at: number;
      /** The user's name. */
      readonly who: string;
      readonly message: UserMessage;
      /** Subject of the group it was written in. */
      readonly group?: string;
    }
  | {
      readonly kind: 'business-message';
      readonly at: number;
      /** Names of the users it went to, or the address when it belongs to none. */
      readonly to: string;
      readonly message: BusinessMessage;
      /** Subject of the group it was sent to. */
      readonly group?: string;
    }
  | {
      readonly kind: 'status';
      readonly at: number;
      readonly message: BusinessMessage;
      readonly status: MessageStatus;
    }
  /** The application marked a user's message as read. */
  | { readonly kind: 'read'; readonly at: number; readonly message: UserMessage }
  /** The application shows that it types. */
  | { readonly kind: 'typing'; readonly at: number; readonly to: string }
  /** Something happened to a call. `who`: the user's name, absent when the business did it. */
  | { readonly kind: 'call'; readonly at: number; readonly who?: string; readonly text: string }
  /** The API refused a request of the application. */
  | {
      readonly kind: 'refused';
      readonly at: number;
      readonly request: string;
      readonly code: number;
      readonly reason: string;
    };

/** Log of all that happened in the chats, in order. */
export class Transcript {
  private readonly log: TranscriptEntry[] = [];

  constructor(private readonly onEntry: (entry: TranscriptEntry) => void) {}

  get entries(): readonly TranscriptEntry[] {
    return this.log;
  }

  add(entry: TranscriptEntry): void {
    this.log.push(entry);
    this.onEntry(entry);
  }

  clear(): void {
    this.log.length = 0;
  }
}
