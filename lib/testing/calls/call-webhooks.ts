import { errorKind } from '../model/error-kinds';
import type { JsonObject } from '../model/json';
import { contactOf, timestamp } from '../webhooks/webhook-builders';
import type { WebhookItem } from '../webhooks/webhook-items';
import type { EmulatedCall } from './emulated-call';

function itemOf(call: EmulatedCall, collection: 'calls' | 'statuses', item: JsonObject): WebhookItem {
  const { number } = call;
  return {
    entryId: number.wabaId,
    field: 'calls',
    shared: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: number.displayPhoneNumber, phone_number_id: number.phoneNumberId },
    },
    contacts: [contactOf(call.user)],
    collection,
    item,
  };
}

/** The members that every event of a call has. Numbers that the user hides are left out. */
function eventOf(call: EmulatedCall, event: string, at: number): JsonObject {
  const { phone, userId, parentUserId } = call.user;
  const business = call.number.displayPhoneNumber;
  const parties =
    call.direction === 'USER_INITIATED'
      ? {
          to: business,
          ...(phone && { from: phone }),
          from_user_id: userId,
          ...(parentUserId && { from_parent_user_id: parentUserId }),
        }
      : {
          ...(phone && { to: phone }),
          from: business,
          to_user_id: userId,
          ...(parentUserId && { to_parent_user_id: parentUserId }),
        };
  return {
    id: call.id,
    ...parties,
    event,
    timestamp: timestamp(at),
    direction: call.direction,
    ...call.payloads,
  };
}

/** A call to answer, or the answer to a call of the business. */
export function connectItem(call: EmulatedCall): WebhookItem {
  const isOffer = call.direction === 'USER_INITIATED';
  return itemOf(call, 'calls', {
    ...eventOf(call, 'connect', call.startedAt),
    ...(!isOffer && call.correlation !== undefined && { biz_opaque_callback_data: call.correlation }),
    session: { sdp_type: isOffer ? 'offer' : 'answer', sdp: call.metaSdp },
  });
}

/** Why a call failed. */
export interface CallFailure {
  readonly code: number;
  readonly details?: string | undefined;
}

/** The call is over. Meta explains failures beside the call. */
export function terminateItem(call: EmulatedCall, at: number, failure?: CallFailure): WebhookItem {
  const { acceptedAt, correlation } = call;
  const item = itemOf(call, 'calls', {
    ...eventOf(call, 'terminate', at),
    ...(correlation !== undefined && { biz_opaque_callback_data: correlation }),
    status: failure ? 'FAILED' : 'COMPLETED',
    ...(acceptedAt !== undefined && {
      start_time: timestamp(acceptedAt),
      end_time: timestamp(at),
      duration: Math.floor(at / 1000) - Math.floor(acceptedAt / 1000),
    }),
  });
  return failure ? { ...item, shared: { ...item.shared, errors: [failureOf(failure)] } } : item;
}

/** How a call of the business goes at the user's end. */
export function callStatusItem(
  call: EmulatedCall,
  status: 'RINGING' | 'ACCEPTED' | 'REJECTED',
  at: number,
): WebhookItem {
  const { phone, userId, parentUserId } = call.user;
  return itemOf(call, 'statuses', {
    id: call.id,
    timestamp: timestamp(at),
    type: 'call',
    status,
    ...(phone && { recipient_id: phone }),
    recipient_user_id: userId,
    ...(parentUserId && { recipient_parent_user_id: parentUserId }),
    ...(call.correlation !== undefined && { biz_opaque_callback_data: call.correlation }),
  });
}

function failureOf({ code, details }: CallFailure): JsonObject {
  const { title } = errorKind(code);
  return {
    code,
    title,
    message: title,
    error_data: { details: details ?? title },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}
