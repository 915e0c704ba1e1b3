import type { CallDirection } from './call-event';

/**
 * Where a call stands. `ringing`: the user calls and nobody has taken it, or the user's phone rings. `dialing`: asked
 * for, before it rings. `pre-accepted`: the media connection is open, the call is not taken. `accepted`: both talk.
 * `rejected`: the user refused, the end follows. `ending`: this side has refused or ended it. `ended`: it is over.
 * @publicApi
 */
export type CallPhase = 'dialing' | 'ringing' | 'pre-accepted' | 'accepted' | 'rejected' | 'ending' | 'ended';

/** What an application can do with a call, in Meta's names. @publicApi */
export type CallStep = 'pre_accept' | 'accept' | 'reject' | 'terminate';

/** What Meta tells of a call, in our names of events. */
export type CallSignal = 'connect' | 'created' | 'ringing' | 'accepted' | 'rejected' | 'terminate';

/** What is known of a call. @publicApi */
export interface CallState {
  /** Undefined as long as no event has told it. */
  readonly direction: CallDirection | undefined;
  readonly phase: CallPhase;
  /** Signalled by SIP: the call endpoints do not reach it. */
  readonly sip: boolean;
}

/** Something that happens to a call. */
export type CallChange =
  | { readonly signal: CallSignal; readonly direction: CallDirection | undefined }
  | { readonly step: CallStep };

/** A step that is not possible now, in words that follow `the call`. */
export interface StepRefusal {
  readonly refused: string;
}

const ORDER: readonly CallPhase[] = [
  'dialing',
  'ringing',
  'pre-accepted',
  'accepted',
  'rejected',
  'ending',
  'ended',
];

const SIGNALLED: Readonly<Record<Exclude<CallSignal, 'connect' | 'created'>, CallPhase>> = {
  ringing: 'ringing',
  accepted: 'accepted',
  rejected: 'rejected',
  terminate: 'ended',
};

const STEPPED: Readonly<Record<CallStep, CallPhase>> = {
  pre_accept: 'pre-accepted',
  accept: 'accepted',
  reject: 'ending',
  terminate: 'ending',
};

const OVER: Readonly<Partial<Record<CallPhase, string>>> = {
  rejected: 'was refused by the user',
  ending: 'is being ended by this application',
  ended: 'is over',
};

/**
 * Follows a call. Signals never lead back, in whatever order they come and however often; an unknown call allows every
 * step, since another process may know it.
 */
export function reduceCall(state: CallState | undefined, change: CallChange): CallState | StepRefusal {
  return 'step' in change ? stepped(state, change.step) : signalled(state, change.signal, change.direction);
}

function signalled(
  state: CallState | undefined,
  signal: CallSignal,
  told: CallDirection | undefined,
): CallState {
  const direction = told ?? state?.direction;
  const sip = signal === 'created' || (state?.sip ?? false);
  const phase = signal === 'connect' || signal === 'created' ? firstPhase(direction) : SIGNALLED[signal];
  const later = state && ORDER.indexOf(state.phase) > ORDER.indexOf(phase) ? state.phase : phase;
  if (state && later === state.phase && direction === state.direction && sip === state.sip) return state;
  return { direction, phase: later, sip };
}

/** A user's call rings here; one of ours is being connected, its ringing is told separately. */
function firstPhase(direction: CallDirection | undefined): CallPhase {
  return direction === 'business' ? 'dialing' : 'ringing';
}

function stepped(state: CallState | undefined, step: CallStep): CallState | StepRefusal {
  const refused = state && refusal(state, step);
  if (refused !== undefined) return { refused };
  return {
    direction: state?.direction ?? (step === 'terminate' ? undefined : 'user'),
    phase: STEPPED[step],
    sip: false,
  };
}

function refusal({ direction, phase, sip }: CallState, step: CallStep): string | undefined {
  if (sip) return 'is signalled by SIP, where the call endpoints do not reach';
  const over = OVER[phase];
  if (over !== undefined) return over;
  if (step === 'terminate') return undefined;
  if (direction === 'business') return 'was made by the business: the user takes or refuses it';
  if (phase === 'accepted') {
    return step === 'reject' ? 'was taken already: end it with terminate' : 'was taken already';
  }
  return phase === 'pre-accepted' && step === 'pre_accept' ? 'was pre-accepted already' : undefined;
}
