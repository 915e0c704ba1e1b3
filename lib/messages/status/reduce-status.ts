import type { WebhookError } from '../../wire/error';

/** What a status webhook says about a message, in Meta's names; the payload of every `status.*` event fits. */
export interface StatusUpdate {
  readonly status?: string | undefined;
  /** Seconds since the Unix epoch. */
  readonly timestamp?: string | number | undefined;
  /** `payment` for the statuses of payments, which say nothing about the message. */
  readonly type?: string | undefined;
  readonly errors?: readonly WebhookError[] | undefined;
  readonly recipient_type?: string | undefined;
  readonly recipient_participant_id?: string | undefined;
  readonly recipient_participant_user_id?: string | undefined;
  readonly participant_recipient_id?: string | undefined;
}

/** How far a message has come. */
export type DeliveryState = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** What is known about the delivery to one recipient. Plain JSON. */
export interface DeliveryProgress {
  /** The furthest state; `failed` only while nothing better is known. Absent before the first status. */
  readonly status?: DeliveryState;
  /** When each state was reached, milliseconds since the Unix epoch. */
  readonly at: { readonly [State in DeliveryState]?: number };
  /** Why it failed, or failed on one of the recipient's devices. Kept when later statuses have no errors. */
  readonly errors?: readonly WebhookError[];
}

/** A member of the group that a message went to. */
export interface ParticipantProgress extends DeliveryProgress {
  readonly phone?: string;
  readonly userId?: string;
}

/** What is known about the delivery of a message. Plain JSON. */
export interface MessageProgress extends DeliveryProgress {
  /** Members of the group, for messages to groups; `status` is then that of the message as a whole. */
  readonly participants?: readonly ParticipantProgress[];
  /** Whether the last update came late: it said less than was known. Nothing was lost. */
  readonly isRegression: boolean;
}

const RANK: Readonly<Record<DeliveryState, number>> = {
  failed: 0,
  sent: 1,
  delivered: 2,
  read: 3,
  played: 4,
};

/**
 * Takes one status into account. Statuses come late, twice and in any order; what is known in the end does not depend on
 * it. A message that reached the user stays so when another device of the user reports a failure.
 * @param previous what was known, `undefined` at first
 * @example const progress = reduceStatus(stored, event.payload);
 * @publicApi
 */
export function reduceStatus(previous: MessageProgress | undefined, update: StatusUpdate): MessageProgress {
  const before: MessageProgress = previous ?? { at: {}, isRegression: false };
  const state = update.status as DeliveryState;
  if (update.type === 'payment' || !Object.hasOwn(RANK, state)) return { ...before, isRegression: false };

  const phone = update.recipient_participant_id ?? update.participant_recipient_id;
  const userId = update.recipient_participant_user_id;
  if (phone === undefined && userId === undefined) {
    return { ...before, ...advance(before, state, update), isRegression: isLate(before.status, state) };
  }
  const participants = [...(before.participants ?? [])];
  const index = participants.findIndex(
    (known) =>
      (phone !== undefined && known.phone === phone) || (userId !== undefined && known.userId === userId),
  );
  const known: ParticipantProgress = participants[index] ?? { at: {} };
  const names = { ...(phone !== undefined && { phone }), ...(userId !== undefined && { userId }) };
  participants[index < 0 ? participants.length : index] = {
    ...known,
    ...names,
    ...advance(known, state, update),
  };
  return { ...before, participants, isRegression: isLate(known.status, state) };
}

function advance(
  known: DeliveryProgress,
  state: DeliveryState,
  { timestamp, errors }: StatusUpdate,
): DeliveryProgress {
  const time = Number(timestamp) * 1000;
  const earlier = known.at[state];
  const at =
    Number.isFinite(time) && (earlier === undefined || time < earlier)
      ? { ...known.at, [state]: time }
      : known.at;
  const kept = known.errors ?? (errors && errors.length > 0 ? errors : undefined);
  return { status: furthest(known.status, state), at, ...(kept && { errors: kept }) };
}

/** `failed` is final unless the message has reached the user; `sent` does not undo it. */
function furthest(known: DeliveryState | undefined, state: DeliveryState): DeliveryState {
  if (known === undefined) return state;
  if (known === 'failed') return RANK[state] >= RANK.delivered ? state : known;
  if (state === 'failed') return known === 'sent' ? state : known;
  return RANK[state] > RANK[known] ? state : known;
}

function isLate(known: DeliveryState | undefined, state: DeliveryState): boolean {
  return known !== undefined && known !== state && furthest(known, state) === known;
}
