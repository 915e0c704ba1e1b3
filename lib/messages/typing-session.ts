import type { Clock, TimerHandle } from '../config/clock';

/** Meta takes the indicator away after 25 seconds. */
const REFRESH_MS = 20_000;

/**
 * Keeps the typing indicator on while `work` runs. The indicator never delays the work and never changes its outcome.
 * @param show sends the indicator once; must not reject
 */
export async function typingWhile<T>(
  clock: Clock,
  show: () => Promise<void>,
  work: () => T | Promise<T>,
): Promise<T> {
  let timer: TimerHandle | undefined;
  let done = false;
  const keepOn = (): void => {
    void show().then(() => {
      if (!done) timer = clock.schedule(keepOn, REFRESH_MS);
    });
  };
  keepOn();
  try {
    return await work();
  } finally {
    done = true;
    timer?.cancel();
  }
}
