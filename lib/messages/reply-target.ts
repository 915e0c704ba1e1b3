import type { CallOptions } from '../graph/graph-request.interface';
import { PayloadValidationError } from '../errors/payload-validation.error';
import type { Recipient } from '../validation/recipient';
import { isUserId } from '../validation/recipient';

/**
 * Something that can be answered: every `message.*` event, and any event that knows its chat. Taken by its shape, so
 * that events read back from a queue or a database will do.
 */
export interface ReplyTarget {
  /** The number that the event came to; answers leave from it. */
  readonly phoneNumberId?: string | undefined;
  readonly wabaId?: string | undefined;
  readonly chat?: { readonly type: 'individual' | 'group'; readonly id: string } | undefined;
  readonly contact?:
    { readonly wa_id?: string | undefined; readonly user_id?: string | undefined } | undefined;
  readonly payload: unknown;
}

interface PayloadIds {
  readonly id?: string;
  readonly from?: string;
  readonly from_user_id?: string;
  readonly group_id?: string;
}

/**
 * Who an answer goes to: the group for a message of a group, else the user, by phone number or, when that is hidden, by
 * business-scoped user id.
 * @throws PayloadValidationError when the event belongs to no chat
 */
export function replyRecipient(target: ReplyTarget): Recipient {
  const { chat, contact } = target;
  const payload = idsOf(target);
  if (chat?.type === 'group' && chat.id) return { group: chat.id };
  if (!chat && payload.group_id) return { group: payload.group_id };
  const phone = chat?.id || payload.from || contact?.wa_id;
  if (phone) return isUserId(phone) ? { userId: phone } : { phone };
  const userId = payload.from_user_id || contact?.user_id;
  if (userId) return { userId };
  throw refusal('belongs to no chat that could be answered');
}

/**
 * Id of the message that the event is about.
 * @throws PayloadValidationError when it is about none
 */
export function targetMessageId(target: ReplyTarget): string {
  const { id } = idsOf(target);
  if (typeof id === 'string' && id.length > 0) return id;
  throw refusal('has no message id in its payload');
}

/** The caller's options; the answer leaves from the number that the event came to unless they name an account. */
export function replyOptions(target: ReplyTarget, options: CallOptions = {}): CallOptions {
  if (options.phoneNumberId !== undefined || options.wabaId !== undefined) return options;
  return { ...options, phoneNumberId: target.phoneNumberId, wabaId: target.wabaId };
}

function idsOf({ payload }: ReplyTarget): PayloadIds {
  return payload ?? {};
}

function refusal(message: string): PayloadValidationError {
  return new PayloadValidationError('reply', [{ path: 'event', message }]);
}
