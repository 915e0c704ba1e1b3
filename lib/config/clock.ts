/** Handle of a pending timer. */
export interface TimerHandle {
  /** Cancels the timer; harmless when it has fired. */
  cancel(): void;
}

/**
 * Time as the module sees it. Everything that waits or measures goes through it, so that tests can hold time still.
 * @publicApi
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Calls `callback` once after `delayMs` milliseconds. The timer must not keep the process alive. */
  schedule(callback: () => void, delayMs: number): TimerHandle;
}

/** Injection token of the clock in use. @publicApi */
export const Clock = Symbol.for('nestjs-whatsapp-cloud:clock');

/** The real time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    timer.unref();
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Resolves after `delayMs`, or rejects with the signal's reason when it aborts first. */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const onAbort = (): void => {
      timer.cancel();
      reject(signal?.reason as Error);
    };
    const timer = clock.schedule(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, delayMs);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
