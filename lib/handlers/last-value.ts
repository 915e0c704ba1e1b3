import { isObservable, lastValueFrom } from 'rxjs';

/** The last value of an observable, `undefined` when it ends without one; anything else as it is. */
export function lastValue(value: unknown): Promise<unknown> {
  return isObservable(value) ? lastValueFrom(value, { defaultValue: undefined }) : Promise.resolve(value);
}
