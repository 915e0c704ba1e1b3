import { userKey } from '../config/user-key';

/**
 * An event of a user, or anything of its shape: events read back from a queue or a database will do.
 */
export interface WindowEventLike {
  readonly name: string;
  /** The number that the user wrote to or called. */
  readonly phoneNumberId?: string | undefined;
  readonly chat?: { readonly type: 'individual' | 'group' } | undefined;
  readonly contact?:
    | {
        readonly wa_id?: string | undefined;
        readonly user_id?: string | undefined;
        readonly parent_user_id?: string | undefined;
      }
    | undefined;
  /** Meta's time of the event, milliseconds since the Unix epoch. */
  readonly timestamp?: number | undefined;
  /** When it was received, milliseconds since the Unix epoch. */
  readonly receivedAt: number;
  readonly payload: unknown;
}

interface Sender {
  readonly from?: unknown;
  readonly from_user_id?: unknown;
  readonly from_parent_user_id?: unknown;
  readonly group_id?: unknown;
  readonly direction?: unknown;
}

/**
 * Whether an event opens the window of its user: a message, or a call of the user whether it is taken or not. Notices of
 * WhatsApp itself do not, nor does what is written in groups, whatever the business sends, and history.
 */
export function opensWindow(event: WindowEventLike): boolean {
  const { name, chat } = event;
  if (name === 'call.connect') return senderOf(event).direction === 'USER_INITIATED';
  const message = name.startsWith('message.') && !name.startsWith('message.system.');
  const inGroup = chat?.type === 'group' || senderOf(event).group_id != null;
  return (message || name === 'standby.message') && !inGroup;
}

/** All keys that the user of an event goes by: phone number, user id and parent id, as far as Meta tells them. */
export function userKeysOf(event: WindowEventLike): string[] {
  const { from, from_user_id: userId, from_parent_user_id: parentId } = senderOf(event);
  const { contact } = event;
  const ids = [from, userId, parentId, contact?.wa_id, contact?.user_id, contact?.parent_user_id];
  return [...new Set(ids.filter((id): id is string => typeof id === 'string' && id !== '').map(userKey))];
}

function senderOf({ payload }: WindowEventLike): Sender {
  return typeof payload === 'object' && payload !== null ? payload : {};
}
