import type { SendResponse } from '../wire/outbound/send-response';

/** What Meta did with a message. Delivery is told later, by status webhooks. */
export type SendStatus = 'accepted' | 'held_for_quality_assessment' | 'paused' | (string & {});

/** Who a message went to. */
export interface SentRecipient {
  /** The recipient as Meta repeats it. */
  readonly input: string;
  /** Phone number as WhatsApp knows it; differs from the one given in some countries. Absent when the user hides it. */
  readonly waId?: string;
  /** Business-scoped user id. */
  readonly userId?: string;
}

/**
 * Meta's answer to a send. `accepted` is not `sent`: whether a message was sent, delivered or failed comes by webhook.
 * @publicApi
 */
export interface SendResult {
  /** Id (`wamid.…`) of the message; status webhooks carry it. */
  readonly messageId: string;
  readonly recipient: SentRecipient;
  readonly status: SendStatus;
  /** Present when the template of `outsideWindow` went out in place of the message. */
  readonly fallback?: true;
  /**
   * Id of the media, when a raw `file` was uploaded for this message or its header; good for 30 days on the same number.
   */
  readonly mediaId?: string;
  /** As `mediaId`, for the cards of a carousel: by their place, undefined for those that had no raw `file`. */
  readonly cardMediaIds?: readonly (string | undefined)[];
  /** Meta's answer, untouched. */
  readonly raw: SendResponse;
}

/** Result of `sendText`; of its first message when the text was split. */
export interface SendTextResult extends SendResult {
  /** Results of all messages in order, when the text was split. */
  readonly parts?: readonly SendResult[];
}
