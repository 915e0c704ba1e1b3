import { CallInbox } from '../calls/call-inbox';
import { Inbox } from './inbox';
import type { UserMessage } from './user-message';
import type { UserProfile } from './user-profile.interface';

/** A virtual user as the server sees it. */
export class Person {
  readonly inbox: Inbox;
  /** Calls of the business. */
  readonly calls: CallInbox;
  /** What the user sent, in order. */
  readonly sent: UserMessage[] = [];
  /** Until when the user sees the business type, milliseconds since the Unix epoch. */
  typingUntil = 0;

  constructor(readonly profile: UserProfile) {
    this.inbox = new Inbox(profile.name);
    this.calls = new CallInbox(profile.name);
  }
}
