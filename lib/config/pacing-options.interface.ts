import type { SendPacer } from './send-pacer.interface';

/** How sends are kept within the limits of a number. `{}` switches pacing on. */
export interface PacingOptions {
  /**
   * Messages that each number may send in a second. Meta counts received messages too.
   * @default what Meta says of the number: 80, 20 for numbers of the Business app, 1000 after the upgrade
   */
  messagesPerSecond?: number;
  /**
   * Keep to the limit of messages from one number to one user: 1 in 6 seconds, with bursts of up to 45 that are paid back
   * by waiting. Users for whom Meta refused a message with 131056 are paced in any case.
   * @default false
   */
  pairs?: boolean;
  /**
   * Messages of one number that wait at most; further ones are refused with `SendRejectedError`.
   * @default 10000
   */
  maxQueue?: number;
  /**
   * Longest wait of a message, milliseconds; then it is refused with `SendRejectedError`. `timeoutMs` of the call
   * begins when it leaves.
   * @default 30000
   */
  maxWaitMs?: number;
  /** A pacer of your own, such as one that many processes share; the other options are then not used. @default in the process */
  pacer?: SendPacer;
}
