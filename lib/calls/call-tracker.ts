import { Inject, Injectable, Optional } from '@nestjs/common';
import { Clock } from '../config/clock';
import type { CallEventLike } from './call-event';
import { callDirection, callIdOf, callSdp } from './call-event';
import type { CallChange, CallSignal, CallState, CallStep } from './call-state';
import { reduceCall } from './call-state';
import { CallStateError } from './errors/call-state.error';

/** How much a `CallTracker` remembers. @publicApi */
export interface CallTrackerLimits {
  /** Calls remembered at most; those without news for longest are forgotten first. @default 10000 */
  readonly maxCalls?: number;
  /** How long a call without news is remembered, milliseconds. @default 21600000 (6 hours) */
  readonly ttlMs?: number;
}

/** Injection token of other limits for the `CallTracker`. @publicApi */
export const CallTrackerLimits = Symbol.for('nestjs-whatsapp-cloud:call-tracker-limits');

interface Tracked {
  readonly state: CallState;
  /** The caller's offer, until the call is taken. */
  readonly offer?: string | undefined;
  /** What this side has pre-accepted the call with, until it is taken. */
  readonly preAccepted?: string | undefined;
  readonly expiresAt: number;
}

const SIGNALS: Readonly<Record<string, CallSignal>> = {
  'call.connect': 'connect',
  'call.created': 'created',
  'call.terminate': 'terminate',
  'call.status.ringing': 'ringing',
  'call.status.accepted': 'accepted',
  'call.status.rejected': 'rejected',
};

/**
 * Knows where the calls stand that this process has heard of, so that steps which cannot work are refused before they
 * leave. It is fed by the call events and by `CallsService`; what it does not know, it allows.
 * @publicApi
 */
@Injectable()
export class CallTracker {
  /** In the order of their last news. */
  private readonly calls = new Map<string, Tracked>();
  private readonly maxCalls: number;
  private readonly ttlMs: number;

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(CallTrackerLimits) limits?: CallTrackerLimits,
  ) {
    this.maxCalls = limits?.maxCalls ?? 10_000;
    this.ttlMs = limits?.ttlMs ?? 6 * 60 * 60 * 1000;
  }

  /** Takes note of a call event; harmless for any other, and when it is told twice or late. */
  observe(event: CallEventLike): void {
    const signal = SIGNALS[event.name];
    const callId = callIdOf(event);
    if (signal === undefined || callId === undefined) return;
    const direction = callDirection(event);
    this.apply(callId, { signal, direction });
    const tracked = this.calls.get(callId);
    const offer = signal === 'connect' && direction !== 'business' ? callSdp(event) : undefined;
    if (tracked && offer !== undefined && awaitsAnswer(tracked.state)) {
      this.calls.set(callId, { ...tracked, offer });
    }
  }

  /** Takes note of a call that the business makes. */
  initiated(callId: string): void {
    this.apply(callId, { signal: 'connect', direction: 'business' });
  }

  /** Where a call stands; undefined when nothing is known of it. */
  stateOf(callId: string): CallState | undefined {
    return this.find(callId)?.state;
  }

  /** The caller's offer, as long as the call has not been taken. */
  offerOf(callId: string): string | undefined {
    return this.find(callId)?.offer;
  }

  /** The session description that the call was pre-accepted with, as long as it has not been taken. */
  preAcceptedSdp(callId: string): string | undefined {
    return this.find(callId)?.preAccepted;
  }

  /**
   * Takes note of a step before it is sent, so that the same step cannot be begun twice.
   * @returns Takes it back, for a step that has failed.
   * @throws CallStateError when the step is not possible
   */
  begin(callId: string, step: CallStep, sdp?: string): () => void {
    const before = this.find(callId);
    const after = this.apply(callId, { step });
    if (step === 'pre_accept') this.calls.set(callId, { ...after, preAccepted: sdp });
    const begun = this.calls.get(callId);
    return () => {
      if (this.calls.get(callId) !== begun) return;
      if (before) this.calls.set(callId, before);
      else this.calls.delete(callId);
    };
  }

  private apply(callId: string, change: CallChange): Tracked {
    const tracked = this.find(callId);
    const state = reduceCall(tracked?.state, change);
    if ('refused' in state) {
      const { step } = change as { readonly step: CallStep };
      throw new CallStateError(step, tracked?.state.phase ?? 'ended', state.refused);
    }
    if (tracked && state === tracked.state) return tracked;
    const kept = awaitsAnswer(state) ? { offer: tracked?.offer, preAccepted: tracked?.preAccepted } : {};
    const next = { ...kept, state, expiresAt: this.clock.now() + this.ttlMs };
    this.calls.delete(callId);
    this.calls.set(callId, next);
    this.forgetOldest();
    return next;
  }

  private find(callId: string): Tracked | undefined {
    const tracked = this.calls.get(callId);
    if (!tracked || tracked.expiresAt > this.clock.now()) return tracked;
    this.calls.delete(callId);
    return undefined;
  }

  private forgetOldest(): void {
    const now = this.clock.now();
    for (const [callId, { expiresAt }] of this.calls) {
      if (expiresAt > now && this.calls.size <= this.maxCalls) return;
      this.calls.delete(callId);
    }
  }
}

function awaitsAnswer({ phase }: CallState): boolean {
  return phase === 'ringing' || phase === 'pre-accepted';
}
