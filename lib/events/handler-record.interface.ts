import type { MaybePromise } from '../config/maybe-promise';
import type { Envelope } from './envelope.interface';

/**
 * How a run of a handler ended, if it did not fail.
 * - `completed`: it ran to its end, or an exception filter dealt with what it threw.
 * - `filtered`: a guard refused the event; the handler did not run.
 * - `continue`, `stop`: it threw `ContinueHandling` or `StopHandling`.
 * @publicApi
 */
export type EventHandlerOutcome = 'completed' | 'filtered' | 'continue' | 'stop';

/** Runs a handler with its enhancers. Rejects when it fails. @publicApi */
export type EventHandlerRun = (event: Envelope) => Promise<EventHandlerOutcome>;

/** Runs a handler; there at once when the handler is. Throws or rejects when it fails. */
export type HandlerRun = (event: Envelope) => MaybePromise<EventHandlerOutcome>;

/** A handler as an `EventInvoker` sees it. @publicApi */
export interface EventHandlerInfo {
  /** `ClassName.methodName`, with `#2` and so on where a class occurs more than once; `listener#1` for listeners. */
  readonly id: string;
  /** The patterns it was declared with. */
  readonly patterns: readonly string[];
}

/** The events that one declaration binds a handler to. */
export interface HandlerBinding {
  readonly patterns: readonly string[];
  /** Concrete event names. */
  readonly names: readonly string[];
  readonly priority: number;
  /** Narrows the events further; absent when all are taken. */
  readonly accepts?: ((event: Envelope) => boolean) | undefined;
}

/** A handler in the registry. */
export interface HandlerRecord extends EventHandlerInfo {
  readonly bindings: readonly HandlerBinding[];
  readonly run: HandlerRun;
}

/** A handler's place in the chain of one event name. */
export interface ChainLink {
  readonly handler: HandlerRecord;
  readonly priority: number;
  /** Position among links of equal priority. */
  readonly order: number;
  readonly accepts: ((event: Envelope) => boolean) | undefined;
}
