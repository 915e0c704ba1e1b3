import type { JsonObject } from './json';
import { messageText } from './message-text';
import type { UserProfile } from './user-profile.interface';
import type { Delivery } from '../webhooks/delivery';

/** A message that a virtual user sent to the application. @publicApi */
export class UserMessage {
  /** Wire name of the kind, e.g. `text` or `interactive`. */
  readonly type: string;
  /** What a person would read: body, caption, title, emoji. */
  readonly text: string;
  private readMark = false;

  constructor(
    readonly id: string,
    /** Business phone number id that it was sent to. */
    readonly phoneNumberId: string,
    /** The item of the webhook, in Meta's shape. */
    readonly payload: Readonly<JsonObject>,
    /** When it was sent, milliseconds since the Unix epoch. */
    readonly at: number,
    readonly from: UserProfile,
    /** The webhook that carried it. */
    readonly delivery: Delivery,
  ) {
    this.type = typeof payload['type'] === 'string' ? payload['type'] : 'unknown';
    this.text = messageText(payload);
  }

  /** HTTP status of the application's last answer; undefined until it answered, or when it could not be reached. */
  get status(): number | undefined {
    return this.delivery.status;
  }

  /** How often the webhook was posted. */
  get attempts(): number {
    return this.delivery.attempts.length;
  }

  /** Whether the application marked it as read. */
  get read(): boolean {
    return this.readMark;
  }

  /** The marks that the user sees beside it. */
  get ticks(): string {
    if (this.readMark) return '✓✓ read';
    return this.delivery.ok ? '✓✓' : '✓';
  }

  /** @internal */
  markRead(): void {
    this.readMark = true;
  }
}
