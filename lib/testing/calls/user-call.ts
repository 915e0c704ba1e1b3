import { EmulatorError } from '../emulator.error';
import type { Delivery } from '../webhooks/delivery';
import type { CallExchange } from './call-exchange';
import type { CallFailure } from './call-webhooks';
import type { CallHappening, EmulatedCall, EmulatedCallState } from './emulated-call';

/** How long to wait for the application. @publicApi */
export interface ExpectCallOptions {
  /** Longest wait, milliseconds of real time. @default 2000 */
  timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 2000;

/**
 * A call as a virtual user sees it: one that the user makes (`user.calls()`) or one of the business
 * (`user.expectCall()`). Signalling only, there is no audio.
 * @publicApi
 */
export class UserCall {
  constructor(
    private readonly call: EmulatedCall,
    private readonly exchange: CallExchange,
    private readonly explain: () => string,
  ) {}

  /** Id (`wacid.…`) of the call. */
  get id(): string {
    return this.call.id;
  }

  /** Where the call stands. */
  get state(): EmulatedCallState {
    return this.call.state;
  }

  /** The session description of the application: its offer, or its answer once it has given one. */
  get businessSdp(): string | undefined {
    return this.call.businessSdp;
  }

  /** The session description of WhatsApp: the offer of a user's call, the answer to one of the business. */
  get whatsAppSdp(): string {
    return this.call.metaSdp;
  }

  /** The application's own data, from `connect` or `accept`. */
  get correlation(): string | undefined {
    return this.call.correlation;
  }

  /**
   * Waits until the application opens the media connection.
   * @throws EmulatorError when it does not in time, or ends the call
   */
  expectPreAccept(options?: ExpectCallOptions): Promise<void> {
    return this.expect('pre-accepted', options);
  }

  /**
   * Waits until the application takes the call.
   * @throws EmulatorError when it does not in time, or ends the call
   */
  expectAnswer(options?: ExpectCallOptions): Promise<void> {
    return this.expect('accepted', options);
  }

  /** Waits until the application refuses the call. */
  expectRejection(options?: ExpectCallOptions): Promise<void> {
    return this.expect('rejected', options);
  }

  /** Waits until the call is over, whoever ends it. */
  expectEnd(options?: ExpectCallOptions): Promise<void> {
    return this.expect('ended', options);
  }

  /**
   * The user takes a call of the business.
   * @throws EmulatorError when it is not one, or does not ring
   */
  async accepts(): Promise<Delivery> {
    this.mustRing('accept');
    return this.exchange.userAccepts(this.call);
  }

  /**
   * The user refuses a call of the business.
   * @throws EmulatorError when it is not one, or does not ring
   */
  async rejects(): Promise<Delivery> {
    this.mustRing('reject');
    return this.exchange.userRejects(this.call);
  }

  /**
   * The user hangs up, or gives up.
   * @throws EmulatorError when the call is over
   */
  async hangsUp(): Promise<Delivery> {
    this.mustLive();
    return this.exchange.userEnds(this.call);
  }

  /**
   * The call breaks, e.g. with code 138021 when no media came.
   * @throws EmulatorError when the call is over
   */
  async fails(failure: CallFailure): Promise<Delivery> {
    this.mustLive();
    return this.exchange.userEnds(this.call, failure);
  }

  private mustLive(): void {
    if (this.call.state === 'ended') throw new EmulatorError(`The call of ${this.call.user.name} is over.`);
  }

  private mustRing(action: string): void {
    const { direction, state, user } = this.call;
    if (direction === 'USER_INITIATED')
      throw new EmulatorError(
        `${user.name} cannot ${action} a call of their own: the application does that.`,
      );
    if (state !== 'ringing')
      throw new EmulatorError(`${user.name} cannot ${action} the call: it is ${state}.`);
  }

  private expect(
    wanted: CallHappening,
    { timeoutMs = DEFAULT_TIMEOUT_MS }: ExpectCallOptions = {},
  ): Promise<void> {
    const { call } = this;
    const settled = (): boolean => call.happenings.includes(wanted);
    const hopeless = (): boolean => call.happenings.includes('ended');
    if (settled()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        if (!settled() && !hopeless()) return;
        clearTimeout(timer);
        unwatch();
        if (settled()) resolve();
        else reject(this.failure(wanted, 'before it ended'));
      };
      const timer = setTimeout(() => {
        unwatch();
        reject(this.failure(wanted, `within ${timeoutMs} ms`));
      }, timeoutMs);
      const unwatch = call.watch(finish);
      finish();
    });
  }

  private failure(wanted: CallHappening, when: string): EmulatorError {
    const { user, happenings } = this.call;
    const seen = happenings.join(', ') || 'nothing';
    return new EmulatorError(
      `The call of ${user.name} was to be ${wanted} ${when}. What happened: ${seen}.${this.explain()}`,
    );
  }
}
