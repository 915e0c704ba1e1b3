import { PayloadValidationError } from '../errors/payload-validation.error';
import type { IndividualRecipient } from '../validation/recipient';

/**
 * A `call.*` event, or anything of its shape: events read back from a queue or a database will do.
 * @publicApi
 */
export interface CallEventLike {
  readonly name: string;
  /** The number that the call is on. */
  readonly phoneNumberId?: string | undefined;
  readonly wabaId?: string | undefined;
  /** Meta's time of the event, milliseconds since the Unix epoch. */
  readonly timestamp?: number | undefined;
  /** When it was received, milliseconds since the Unix epoch. */
  readonly receivedAt?: number | undefined;
  readonly payload: unknown;
}

/** Who called. @publicApi */
export type CallDirection = 'user' | 'business';

/** When a call that a user makes must be taken, milliseconds since the Unix epoch. @publicApi */
export interface CallDeadline {
  /** Until then Meta surely waits: 30 seconds after it told of the call. */
  readonly safe: number;
  /** From then on Meta has surely given up: 60 seconds after it told of the call. */
  readonly last: number;
}

const SAFE_MS = 30_000;
const LAST_MS = 60_000;

interface CallPayload {
  readonly id?: unknown;
  readonly event?: unknown;
  readonly direction?: unknown;
  readonly timestamp?: unknown;
  readonly session?: { readonly sdp?: unknown } | null;
  readonly connection?: { readonly webrtc?: { readonly sdp?: unknown } | null } | null;
  readonly from?: unknown;
  readonly from_user_id?: unknown;
  readonly to?: unknown;
  readonly to_user_id?: unknown;
  readonly recipient_id?: unknown;
  readonly recipient_user_id?: unknown;
}

/** The payload of a call event, of which nothing is certain. */
export function callPayload({ payload }: Pick<CallEventLike, 'payload'>): CallPayload {
  return typeof payload === 'object' && payload !== null ? payload : {};
}

/** Id (`wacid.…`) of the call that an event is about, if it is about one. */
export function callIdOf(event: Pick<CallEventLike, 'payload'>): string | undefined {
  return textOf(callPayload(event).id);
}

/** Who called, as far as the event tells. Statuses exist only for calls of the business. */
export function callDirection(event: CallEventLike): CallDirection | undefined {
  const { direction } = callPayload(event);
  if (direction === 'USER_INITIATED') return 'user';
  if (direction === 'BUSINESS_INITIATED' || event.name.startsWith('call.status.')) return 'business';
  return undefined;
}

/**
 * The session description that came with a `call.connect` event: the offer of a user who calls, or the answer to a call
 * of the business. The older form, JSON text in `connection`, is read too.
 * @publicApi
 */
export function callSdp(event: Pick<CallEventLike, 'payload'>): string | undefined {
  const { session, connection } = callPayload(event);
  const sdp = textOf(session?.sdp);
  if (sdp !== undefined) return sdp;
  const legacy = textOf(connection?.webrtc?.sdp);
  if (legacy === undefined || !legacy.startsWith('{')) return legacy;
  try {
    return textOf((JSON.parse(legacy) as { sdp?: unknown }).sdp);
  } catch {
    return undefined;
  }
}

/**
 * When a call must be taken. Meta gives the business 30 to 60 seconds after it told of the call; then the user sees "not
 * answered" and a terminate event comes. Undefined for events that are no call of a user.
 * @example if (Date.now() > (callDeadline(event)?.safe ?? Infinity)) return;
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-initiated-calls
 * @publicApi
 */
export function callDeadline(event: CallEventLike): CallDeadline | undefined {
  if (event.name !== 'call.connect' || callDirection(event) === 'business') return undefined;
  const start = event.timestamp ?? event.receivedAt;
  return start === undefined ? undefined : { safe: start + SAFE_MS, last: start + LAST_MS };
}

/**
 * The user at the other end of a call.
 * @throws PayloadValidationError when the event names nobody
 */
export function callUser(event: CallEventLike): IndividualRecipient {
  const payload = callPayload(event);
  const outward = callDirection(event) === 'business';
  const phone = textOf(outward ? (payload.to ?? payload.recipient_id) : payload.from);
  if (phone !== undefined) return { phone };
  const userId = textOf(outward ? (payload.to_user_id ?? payload.recipient_user_id) : payload.from_user_id);
  if (userId !== undefined) return { userId };
  throw new PayloadValidationError('call', [{ path: 'event', message: 'names no user who could be called' }]);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
