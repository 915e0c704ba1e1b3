import { buttonsOf, rowsOf } from './message-choices';
import type { Choice } from './message-choices';
import { messageText } from './message-text';
import type { SentPayload } from './sent-payload.interface';
import type { UserProfile } from './user-profile.interface';

/** How far a message of the business has come. */
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

const RANK: Readonly<Record<MessageStatus, number>> = {
  accepted: 0,
  sent: 1,
  delivered: 2,
  read: 3,
  played: 4,
  failed: 5,
};

/** The marks that WhatsApp shows beside a message of this status. */
export function ticksOf(status: MessageStatus, errorCode?: number): string {
  switch (status) {
    case 'accepted':
      return '';
    case 'sent':
      return '✓';
    case 'delivered':
      return '✓✓';
    case 'read':
    case 'played':
      return `✓✓ ${status}`;
    case 'failed':
      return errorCode === undefined ? '✗ failed' : `✗ failed (${errorCode})`;
  }
}

/** A message that the application sent. @publicApi */
export class BusinessMessage {
  /** Wire name of the kind, e.g. `text` or `interactive`. */
  readonly type: string;
  /** What a person would read: body, caption, title, emoji. */
  readonly text: string;
  /** Buttons that a user can tap. */
  readonly buttons: readonly Choice[];
  /** Rows that a user can choose. */
  readonly rows: readonly Choice[];
  private state: MessageStatus = 'accepted';
  private failureCode: number | undefined;

  constructor(
    readonly id: string,
    /** Business phone number id that it was sent from. */
    readonly phoneNumberId: string,
    /** The body as the application posted it. */
    readonly payload: SentPayload,
    /** When it was accepted, milliseconds since the Unix epoch. */
    readonly at: number,
    /** The virtual users who get it; empty when the address belongs to none. */
    readonly recipients: readonly UserProfile[],
    /** Digits of the phone number it was addressed to, if it was. */
    readonly waId: string | undefined,
    /** Group it was addressed to. */
    readonly groupId: string | undefined,
  ) {
    this.type = payload.type ?? 'text';
    this.text = messageText(payload);
    this.buttons = buttonsOf(payload);
    this.rows = rowsOf(payload);
  }

  /** How far it has come. */
  get status(): MessageStatus {
    return this.state;
  }

  /** Error code of a failed message. */
  get errorCode(): number | undefined {
    return this.failureCode;
  }

  /** The marks that WhatsApp shows beside it. */
  get ticks(): string {
    return ticksOf(this.state, this.failureCode);
  }

  /** Moves the status forward; an earlier one changes nothing. @internal */
  mark(status: MessageStatus, errorCode?: number): void {
    if (RANK[status] <= RANK[this.state]) return;
    this.state = status;
    this.failureCode = errorCode;
  }
}
