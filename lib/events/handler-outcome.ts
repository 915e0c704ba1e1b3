import { isObservable, lastValueFrom } from 'rxjs';
import type { MaybePromise } from '../config/maybe-promise';
import { ContinueHandling } from './continue-handling.error';
import type { EventHandlerOutcome } from './handler-record.interface';
import { StopHandling } from './stop-handling.error';

/** Runs an observable or a generator that a handler gave back to its end, and drops its values. */
export function finish(value: unknown): MaybePromise<'completed'> {
  if (typeof value !== 'object' || value === null) return 'completed';
  if (isObservable(value)) return lastValueFrom(value, { defaultValue: undefined }).then(() => 'completed');
  return isGenerator(value) ? exhaust(value) : 'completed';
}

async function exhaust(generator: Generator | AsyncGenerator): Promise<'completed'> {
  while (!(await generator.next()).done);
  return 'completed';
}

/** What a handler says by throwing. Throws everything else on. */
export function outcomeOfThrown(error: unknown): EventHandlerOutcome {
  if (error instanceof StopHandling) return 'stop';
  if (error instanceof ContinueHandling) return 'continue';
  throw error;
}

/** True for what `StopHandling` and `ContinueHandling` are: signals to the dispatcher, no business of filters. */
export function isSignal(error: unknown): boolean {
  return error instanceof StopHandling || error instanceof ContinueHandling;
}

function isGenerator(value: object): value is Generator | AsyncGenerator {
  const tag = Object.prototype.toString.call(value);
  return tag === '[object AsyncGenerator]' || tag === '[object Generator]';
}
