/** How updates travel from the webhook to the handlers. */
export interface DeliveryOptions {
  /**
   * When Meta gets its 200. `after-handlers`: once the handlers have settled, so that a crash or a deploy before that
   * makes Meta deliver again. `immediate`: at once; what is in memory is lost with the process.
   * @default 'after-handlers'
   */
  ack?: 'after-handlers' | 'immediate';
  /**
   * Longest time until Meta gets an answer, milliseconds. Past it the answer is 503 and the work goes on; Meta's repeat
   * joins it or finds it done.
   * @default 8000
   */
  deadlineMs?: number;
  /**
   * Attempts for a handler that throws, the first included. The item holds its lane meanwhile.
   * @default 3
   */
  attempts?: number;
  /**
   * Wait before attempt `n + 1`, milliseconds, doubled each time, at most 5000.
   * @default 200
   */
  retryDelayMs?: number;
  /**
   * When the attempts are used up. `dead-letter`: keep the item in `DeadLetters` and let Meta forget it.
   * `redeliver`: answer 500 and let Meta deliver it again, for up to 7 days.
   * @default 'dead-letter'
   */
  onExhausted?: 'dead-letter' | 'redeliver';
  /**
   * How long finished items are remembered for deduplication, milliseconds. Meta repeats for up to 7 days.
   * @default 604800000
   */
  dedupeTtlMs?: number;
  /**
   * Finished items remembered at most; the oldest are forgotten first.
   * @default 100000
   */
  dedupeMaxItems?: number;
  /**
   * How long the claim on an item lasts without renewal, milliseconds. The engine renews it while it works.
   * @default 60000
   */
  leaseMs?: number;
  /**
   * Dead letters kept in memory at most; the oldest are dropped first, with a log line.
   * @default 1000
   */
  deadLetterMaxItems?: number;
  /**
   * Longest wait for running work when the application shuts down, milliseconds.
   * @default 10000
   */
  drainTimeoutMs?: number;
}
