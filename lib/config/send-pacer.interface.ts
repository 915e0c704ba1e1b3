import type { AccountRef } from './account.interface';
import type { SendPriority } from './send-settings.interface';

/** A message that wants to leave. */
export interface PacedSend {
  /** The number that it leaves from. */
  readonly phoneNumberId: string;
  /** The account that the number belongs to, as the caller named it. */
  readonly account: AccountRef;
  /** Whom it goes to, spelled in one way: see `userKey`. */
  readonly recipient: string;
  readonly priority: SendPriority;
  readonly signal?: AbortSignal | undefined;
}

/** What Meta said to a send, or how it ended. */
export interface PacedOutcome {
  /** Headers of Meta's answer, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What the send, or one attempt of it, failed with. */
  readonly error?: unknown;
}

/**
 * Keeps sends within Meta's limits. The one of this package lives in the process; give another in `pacing.pacer` to
 * share the limits among processes.
 * @publicApi
 */
export interface SendPacer {
  /**
   * Resolves when the message may leave.
   * @throws SendRejectedError when it may not leave in time
   */
  acquire(send: PacedSend): void | Promise<void>;
  /**
   * Learns from each answer to a send that was let through, also from refusals after which it is repeated, and from
   * throttling that webhooks tell of later. Never throws.
   */
  report(send: PacedSend, outcome: PacedOutcome): void;
}

/** Injection token of the pacer in use; nothing when pacing is off. @publicApi */
export const SendPacer = Symbol.for('nestjs-whatsapp-cloud:send-pacer');
