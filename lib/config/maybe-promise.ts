/** A value, or a promise of it: stores in memory answer at once, stores on a network later. */
export type MaybePromise<T> = T | Promise<T>;

/** True for a promise of whatever make. */
export function isPromise<T>(value: MaybePromise<T>): value is Promise<T> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/**
 * Goes on with a value: at once when it is there, later when it is only promised. Every step that need not wait spares the
 * event loop a turn, and there are a dozen between a webhook and its answer.
 */
export function whenDone<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return isPromise(value) ? value.then(next) : next(value);
}

/** Runs an operation and takes what `failed` makes of its error, whether it throws or rejects. */
export function attempt<T, U>(
  operation: () => MaybePromise<T>,
  failed: (error: unknown) => MaybePromise<U>,
): MaybePromise<T | U> {
  try {
    const value = operation();
    return isPromise(value) ? value.then(undefined, failed) : value;
  } catch (error) {
    return failed(error);
  }
}
