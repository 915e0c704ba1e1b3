import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../config/clock';
import { errorLabel, redactKey } from '../errors/redact';
import { WhatsAppError } from '../errors/whatsapp.error';
import { EventDispatch } from '../events/dispatch.interface';
import type { HandlerFailure } from '../events/dispatch.interface';
import type { Envelope } from '../events/envelope.interface';
import { DeadLetterStore } from './dead-letter.store';
import type { DeadLetter, DeadLetterError } from './dead-letter.store';

/** Called with each new dead letter; Meta gets its answer after the returned promise has settled. */
export type DeadLetterListener = (letter: DeadLetter) => void | Promise<void>;

/**
 * The items that a handler could not handle in all of its attempts.
 * @example
 * const stop = deadLetters.onDeadLetter((letter) => alerts.send(letter.handler, letter.error.name));
 * for (const letter of await deadLetters.list()) await deadLetters.replay(letter.id);
 * @publicApi
 */
@Injectable()
export class DeadLetters {
  private readonly logger = new Logger('DeadLetters');
  private readonly listeners = new Set<DeadLetterListener>();
  private readonly replays = new Map<string, Promise<void>>();

  constructor(
    @Inject(DeadLetterStore) private readonly store: DeadLetterStore,
    @Inject(EventDispatch) private readonly dispatcher: EventDispatch,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** All letters, oldest first. */
  async list(): Promise<readonly DeadLetter[]> {
    return this.store.list();
  }

  /** One letter, if it is still there. */
  async get(id: string): Promise<DeadLetter | undefined> {
    return this.store.get(id);
  }

  /** Forgets a letter. False when there is no such letter. */
  async remove(id: string): Promise<boolean> {
    return this.store.remove(id);
  }

  /** Calls `listener` with each new letter. Returns a function that ends this. */
  onDeadLetter(listener: DeadLetterListener): () => void {
    // A wrapper of its own, so that one function registered twice is called twice and removed once.
    const entry: DeadLetterListener = (letter) => listener(letter);
    this.listeners.add(entry);
    return () => void this.listeners.delete(entry);
  }

  /**
   * Runs the letter's handler again, and only this one, at once: it does not queue behind newer items of its lane.
   * The letter is removed when the handler completes. Concurrent replays of one letter are joined.
   * @throws WhatsAppError when there is no such letter
   * @throws the handler's error; the letter is kept
   */
  replay(id: string): Promise<void> {
    const running = this.replays.get(id);
    if (running) return running;
    const replay = this.run(id).finally(() => this.replays.delete(id));
    this.replays.set(id, replay);
    return replay;
  }

  /**
   * Keeps an item for a handler that failed for good, then calls the listeners. Rejects when the store does.
   * @internal
   */
  async add(envelope: Envelope, failure: HandlerFailure, attempts: number): Promise<void> {
    const { handler } = failure;
    const error = toPlainError(failure.error);
    const id = letterId(envelope.key, handler);
    const letter: DeadLetter = { id, envelope, handler, error, attempts, at: this.clock.now() };
    await this.store.put(letter);
    this.logger.error(
      `${handler} gave up on ${envelope.name} after ${attempts} attempt(s): ${errorLabel(failure.error)}; ` +
        `key ${redactKey(envelope.key)}, dead letter ${id}`,
    );
    await Promise.all(Array.from(this.listeners, (listener) => this.notify(listener, letter)));
  }

  private async run(id: string): Promise<void> {
    const letter = await this.store.get(id);
    if (!letter)
      throw new WhatsAppError(`There is no dead letter ${id}: it was replayed, removed or dropped.`);
    try {
      await this.dispatcher.dispatchTo(letter.handler, letter.envelope);
    } catch (error) {
      await this.keep(letter, error);
      throw error;
    }
    await this.store.remove(id);
  }

  private async keep(letter: DeadLetter, error: unknown): Promise<void> {
    const removedMeanwhile = !(await this.store.get(letter.id));
    if (removedMeanwhile) return;
    const attempts = letter.attempts + 1;
    await this.store.put({ ...letter, error: toPlainError(error), attempts, at: this.clock.now() });
  }

  private async notify(listener: DeadLetterListener, letter: DeadLetter): Promise<void> {
    try {
      await listener(letter);
    } catch (error) {
      this.logger.error(`A dead letter listener failed: ${errorLabel(error)}; dead letter ${letter.id}`);
    }
  }
}

/** The same item and handler make the same id, so that a letter that is written twice stays one letter. */
function letterId(key: string, handler: string): string {
  return createHash('sha256')
    .update(JSON.stringify([key, handler]))
    .digest('hex')
    .slice(0, 24);
}

function toPlainError(error: unknown): DeadLetterError {
  if (error instanceof Error) {
    const { name, message, stack } = error;
    return stack === undefined ? { name, message } : { name, message, stack };
  }
  return typeof error === 'string'
    ? { name: 'string', message: error }
    : { name: error === null ? 'null' : typeof error };
}
