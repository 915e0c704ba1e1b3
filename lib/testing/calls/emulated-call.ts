import type { EmulatorTimer } from '../emulator-clock';
import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { UserProfile } from '../model/user-profile.interface';

/** Where an emulated call stands. */
export type EmulatedCallState = 'ringing' | 'pre-accepted' | 'accepted' | 'ended';

/** What happened to a call, as the user notices it. */
export type CallHappening = 'pre-accepted' | 'accepted' | 'rejected' | 'ended';

/** Members that a call's webhooks repeat. */
export interface CallPayloads {
  readonly cta_payload?: string;
  readonly deeplink_payload?: string;
}

/** A call between a virtual user and a business phone number. */
export class EmulatedCall {
  state: EmulatedCallState = 'ringing';
  /** Session description of the business. */
  businessSdp: string | undefined;
  /** Data of the business, from `connect` or `accept`. */
  correlation: string | undefined;
  acceptedAt: number | undefined;
  endedAt: number | undefined;
  /** Ends it when nobody takes it. */
  timeout: EmulatorTimer | undefined;
  /** What happened, in order. */
  readonly happenings: CallHappening[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(
    /** `wacid.…`. */
    readonly id: string,
    readonly direction: 'USER_INITIATED' | 'BUSINESS_INITIATED',
    readonly number: EmulatedNumber,
    readonly user: UserProfile,
    readonly startedAt: number,
    /** Session description of Meta's side. */
    readonly metaSdp: string,
    readonly payloads: CallPayloads = {},
  ) {}

  happens(what: CallHappening): void {
    this.happenings.push(what);
    for (const listener of this.listeners) listener();
  }

  /** Calls `listener` whenever something happens, until the returned function is called. */
  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
