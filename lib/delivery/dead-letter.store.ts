import type { Envelope } from '../events/envelope.interface';
import type { MaybePromise } from '../config/maybe-promise';

/** What a handler threw, as plain JSON. */
export interface DeadLetterError {
  /** Class of the error, e.g. `TypeError`; the type of the value when something else was thrown. */
  readonly name: string;
  readonly message?: string;
  readonly stack?: string;
}

/**
 * An item that one of its handlers could not handle. Plain JSON. Holds the whole item, so treat it like the messages of
 * your users.
 * @publicApi
 */
export interface DeadLetter {
  /** The same for the same item and handler. */
  readonly id: string;
  readonly envelope: Envelope;
  /** Id of the handler: `ClassName.methodName`. */
  readonly handler: string;
  /** The last error. */
  readonly error: DeadLetterError;
  /** How often the handler was tried, replays included. */
  readonly attempts: number;
  /** When it was last tried, milliseconds since the Unix epoch. */
  readonly at: number;
}

/** Keeps dead letters. Implement it to keep them beyond the life of the process. @publicApi */
export interface DeadLetterStore {
  /** Adds a letter, or replaces the one with its id. A store that is full drops its oldest. */
  put(letter: DeadLetter): MaybePromise<void>;
  get(id: string): MaybePromise<DeadLetter | undefined>;
  /** All letters, oldest first. */
  list(): MaybePromise<readonly DeadLetter[]>;
  /** False when there is no such letter. */
  remove(id: string): MaybePromise<boolean>;
}

/** Injection token of the dead letter store. @publicApi */
export const DeadLetterStore = Symbol.for('nestjs-whatsapp-cloud:dead-letter-store');
