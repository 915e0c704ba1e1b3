import type { BusinessMessage, MessageStatus } from '../model/business-message';
import { errorKind } from '../model/error-kinds';
import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { JsonObject } from '../model/json';
import type { UserProfile } from '../model/user-profile.interface';
import type { WebhookItem } from './webhook-items';

/** Meta writes times as text: Unix seconds. */
export function timestamp(ms: number): string {
  return String(Math.floor(ms / 1000));
}

/** A user as webhooks name them. */
export function contactOf({ name, username, phone, userId, parentUserId }: UserProfile): JsonObject {
  return {
    profile: { name, ...(username && { username }) },
    ...(phone && { wa_id: phone }),
    user_id: userId,
    ...(parentUserId && { parent_user_id: parentUserId }),
  };
}

/** The members of a message that say who wrote it. */
export function senderOf({ phone, userId, parentUserId }: UserProfile): JsonObject {
  return {
    ...(phone && { from: phone }),
    from_user_id: userId,
    ...(parentUserId && { from_parent_user_id: parentUserId }),
  };
}

function itemOf(
  number: EmulatedNumber,
  contacts: readonly UserProfile[],
  collection: string,
  item: JsonObject,
): WebhookItem {
  return {
    entryId: number.wabaId,
    field: 'messages',
    shared: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: number.displayPhoneNumber, phone_number_id: number.phoneNumberId },
    },
    contacts: contacts.map(contactOf),
    collection,
    item,
  };
}

/** A message of a user. */
export function messageItem(number: EmulatedNumber, from: UserProfile, message: JsonObject): WebhookItem {
  return itemOf(number, [from], 'messages', message);
}

/** Error of a failed message. */
export interface StatusFailure {
  readonly code: number;
  readonly title?: string | undefined;
  readonly details?: string | undefined;
}

/** What a status report says. */
export interface StatusReport {
  readonly message: BusinessMessage;
  readonly status: MessageStatus;
  readonly at: number;
  /** The participant of a group that it is about. */
  readonly participant?: UserProfile | undefined;
  readonly failure?: StatusFailure | undefined;
}

function failureOf({ code, title = errorKind(code).title, details = title }: StatusFailure): JsonObject {
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}

function recipientOf({ message, participant }: StatusReport): JsonObject {
  if (message.groupId !== undefined) {
    return {
      recipient_id: message.groupId,
      recipient_type: 'group',
      ...(participant?.phone && { recipient_participant_id: participant.phone }),
      ...(participant && { recipient_participant_user_id: participant.userId }),
    };
  }
  const user = message.recipients[0];
  const phone = message.waId ?? user?.phone;
  const userId = user?.userId ?? message.payload.recipient;
  return { ...(phone && { recipient_id: phone }), ...(userId && { recipient_user_id: userId }) };
}

/** How far a message of the business has come. Failures carry no contact, as at Meta. */
export function statusItem(number: EmulatedNumber, report: StatusReport): WebhookItem {
  const { message, status, at, participant, failure } = report;
  const about = message.groupId === undefined ? message.recipients[0] : participant;
  const correlation = message.payload.biz_opaque_callback_data;
  return itemOf(number, about && status !== 'failed' ? [about] : [], 'statuses', {
    id: message.id,
    status,
    timestamp: timestamp(at),
    ...recipientOf(report),
    ...(correlation && { biz_opaque_callback_data: correlation }),
    ...(failure && { errors: [failureOf(failure)] }),
  });
}
