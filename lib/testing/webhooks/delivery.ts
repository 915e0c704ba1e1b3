import type { JsonObject } from '../model/json';

/** One POST of a webhook. */
export interface DeliveryAttempt {
  /** When it began, milliseconds since the Unix epoch by the emulator's clock. */
  readonly at: number;
  /** Where it went: the callback override of the number, else of its account, else the URL of the app. */
  readonly url: string;
  /** HTTP status of the answer; absent when there was none. */
  readonly status?: number;
  /** Why there was no answer. */
  readonly error?: string;
  /** Real time until the answer, milliseconds. */
  readonly durationMs: number;
}

/**
 * - `held`: waits for `release()`
 * - `posting`: under way
 * - `accepted`: answered with 200
 * - `waiting`: refused or not answered; will be repeated when its time comes
 * - `given-up`: not accepted within 7 days, or the emulator was stopped
 */
export type DeliveryState = 'held' | 'posting' | 'accepted' | 'waiting' | 'given-up';

/** A webhook on its way to the application. The record stays up to date while the emulator repeats it. @publicApi */
export class Delivery {
  private readonly done: DeliveryAttempt[] = [];
  private content: { bytes: Buffer; body: JsonObject | undefined } | undefined;
  /** @internal */
  current: DeliveryState = 'held';
  /** When it is repeated, milliseconds since the Unix epoch; absent when it is not going to be. */
  retryAt: number | undefined;

  constructor(
    /** Counts from 1. */
    readonly number: number,
    /** @internal */ readonly headers: (bytes: Buffer) => Record<string, string>,
  ) {}

  get state(): DeliveryState {
    return this.current;
  }

  get attempts(): readonly DeliveryAttempt[] {
    return this.done;
  }

  /** HTTP status of the last answer; undefined when there was none. */
  get status(): number | undefined {
    return this.done.at(-1)?.status;
  }

  /** Real time until the last answer, milliseconds. */
  get durationMs(): number | undefined {
    return this.done.at(-1)?.durationMs;
  }

  /** Whether the application accepted it. */
  get ok(): boolean {
    return this.current === 'accepted';
  }

  /** The body before it was serialised; undefined while it is held, and for bytes that are not a JSON object. */
  get body(): JsonObject | undefined {
    return this.content?.body;
  }

  /** The exact bytes of the body. */
  get bytes(): Buffer {
    return this.content?.bytes ?? Buffer.alloc(0);
  }

  /** @internal */
  fill(bytes: Buffer, body: JsonObject | undefined): void {
    this.content = { bytes, body };
  }

  /** @internal */
  record(attempt: DeliveryAttempt): void {
    this.done.push(attempt);
  }
}
