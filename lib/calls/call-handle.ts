import type { Clock } from '../config/clock';
import { PayloadValidationError } from '../errors/payload-validation.error';
import type { CallOptions } from '../graph/graph-request.interface';
import type { CallDeadline, CallDirection, CallEventLike } from './call-event';
import { callDeadline, callDirection, callIdOf, callSdp, callUser } from './call-event';
import type { InitiatedCall } from './call-result.interface';
import type { CallPhase } from './call-state';
import type { CallTracker } from './call-tracker';
import type { AcceptCallInput, PreAcceptCallInput } from './dto/answer-call.dto';
import type { InitiateCallInput } from './dto/initiate-call.dto';

/** An input without what the event of the call tells. @publicApi */
export type OnCall<Input> = Omit<Input, 'callId' | 'offer'>;

/** What `CallHandle` needs. */
export interface CallSteps {
  initiate(input: InitiateCallInput, options?: CallOptions): Promise<InitiatedCall>;
  preAccept(input: PreAcceptCallInput, options?: CallOptions): Promise<void>;
  accept(input: AcceptCallInput, options?: CallOptions): Promise<void>;
  reject(callId: string, options?: CallOptions): Promise<void>;
  terminate(callId: string, options?: CallOptions): Promise<void>;
}

/**
 * One call. Its steps go to the number that the call is on. Made by `calls.of(event)`.
 * @publicApi
 */
export class CallHandle {
  /** Id (`wacid.…`) of the call. */
  readonly id: string;
  /** Who called; undefined when the event does not tell. */
  readonly direction: CallDirection | undefined;
  /**
   * The session description of the event: the caller's offer, or the answer to a call of the business. Undefined for
   * events that have none.
   */
  readonly sdp: string | undefined;
  /** When the call must be taken; undefined for events that are no call of a user. */
  readonly deadline: CallDeadline | undefined;

  /** @throws PayloadValidationError when the event is about no call */
  constructor(
    private readonly calls: CallSteps,
    private readonly tracker: Pick<CallTracker, 'stateOf'>,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly event: CallEventLike,
  ) {
    const id = callIdOf(event);
    if (id === undefined)
      throw new PayloadValidationError('call', [{ path: 'event', message: 'has no call id in its payload' }]);
    this.id = id;
    this.direction = callDirection(event);
    this.sdp = callSdp(event);
    this.deadline = callDeadline(event);
  }

  /** Where the call stands, as far as this process has heard. */
  get phase(): CallPhase | undefined {
    return this.tracker.stateOf(this.id)?.phase;
  }

  /** Milliseconds for which Meta surely waits for an answer; 0 when that time is over. */
  get remainingMs(): number | undefined {
    return this.deadline && Math.max(0, this.deadline.safe - this.clock.now());
  }

  /** Opens the media connection before the call is taken. */
  preAccept(input: OnCall<PreAcceptCallInput>, options?: CallOptions): Promise<void> {
    return this.calls.preAccept({ ...input, callId: this.id, offer: this.offer }, this.from(options));
  }

  /**
   * Takes the call. After `preAccept` the session description can be left out. A handler that is tried again after it has
   * taken the call finds `phase` to be `accepted`.
   */
  accept(input: OnCall<AcceptCallInput> = {}, options?: CallOptions): Promise<void> {
    return this.calls.accept({ ...input, callId: this.id, offer: this.offer }, this.from(options));
  }

  /** Refuses the call. */
  reject(options?: CallOptions): Promise<void> {
    return this.calls.reject(this.id, this.from(options));
  }

  /** Ends the call. */
  terminate(options?: CallOptions): Promise<void> {
    return this.calls.terminate(this.id, this.from(options));
  }

  /**
   * Calls the user at the other end anew, e.g. after a `call.terminate` event. Needs the user's permission.
   * @throws PayloadValidationError when the event names no user
   */
  async recall(input: Omit<InitiateCallInput, 'to'>, options?: CallOptions): Promise<InitiatedCall> {
    return this.calls.initiate({ ...input, to: callUser(this.event) }, this.from(options));
  }

  private get offer(): string | undefined {
    return this.direction === 'business' ? undefined : this.sdp;
  }

  /** Steps leave from the number of the event, unless the caller names an account. */
  private from(options: CallOptions = {}): CallOptions {
    if (options.phoneNumberId !== undefined || options.wabaId !== undefined) return options;
    const { phoneNumberId, wabaId } = this.event;
    return { ...options, phoneNumberId, wabaId };
  }
}
