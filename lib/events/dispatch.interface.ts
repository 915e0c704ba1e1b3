import type { MaybePromise } from '../config/maybe-promise';
import type { Envelope } from './envelope.interface';

/** A handler that threw. */
export interface HandlerFailure {
  /** Stable id of the handler: `ClassName.methodName`, with `#2` and so on where a class occurs more than once. */
  readonly handler: string;
  readonly error: unknown;
}

/** What one pass over the handlers of an event gave. */
export interface DispatchReport {
  /** Ids of the handlers that need no further pass: completed, filtered out, or cut off by a stop. */
  readonly settled: readonly string[];
  /** Handlers that threw; they are run again by the next pass. */
  readonly failures: readonly HandlerFailure[];
}

/**
 * Hands an event to its handlers, one after the other in priority order. Never throws or rejects; the report is there at
 * once when no handler had to wait.
 * `settled` holds ids of earlier passes, which are not run again.
 */
export interface EventDispatch {
  dispatch(envelope: Envelope, settled?: ReadonlySet<string>): MaybePromise<DispatchReport>;
  /** Runs one handler only (replay of a dead letter). Rejects with the handler's error, or when there is no such handler. */
  dispatchTo(handler: string, envelope: Envelope): Promise<void>;
}

/** Injection token of the dispatcher. @internal */
export const EventDispatch = Symbol.for('nestjs-whatsapp-cloud:event-dispatch');
