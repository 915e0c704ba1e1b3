import type { Clock } from '../../config/clock';

/** Nobody waits for the answer any more. @publicApi */
export class FlowDeadlineError extends Error {
  constructor(timeoutMs: number) {
    super(`The flow request was not answered within ${timeoutMs} ms.`);
    this.name = 'FlowDeadlineError';
  }
}

/**
 * Runs `work` with a signal that aborts after `timeoutMs`, and waits no longer than that: what does not heed the signal
 * goes on without anybody listening.
 * @throws FlowDeadlineError
 */
export async function withDeadline<T>(
  clock: Clock,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const running = work(controller.signal);
  // Its failure after the deadline is nobody's business.
  running.catch(() => undefined);
  let stop: () => void = () => undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    const timer = clock.schedule(() => {
      const error = new FlowDeadlineError(timeoutMs);
      controller.abort(error);
      reject(error);
    }, timeoutMs);
    stop = () => timer.cancel();
  });
  try {
    return await Promise.race([running, deadline]);
  } finally {
    stop();
  }
}
