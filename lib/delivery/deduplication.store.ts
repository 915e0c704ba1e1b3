import type { MaybePromise } from '../config/maybe-promise';

/** What a claim on an item gave. */
export interface Claim {
  /**
   * - `claimed`: the item is the caller's until the lease ends; it is to be handled now.
   * - `busy`: another owner holds it.
   * - `done`: it was handled before.
   */
  readonly state: 'claimed' | 'busy' | 'done';
  /** Ids of the handlers that an earlier owner has finished with; empty unless `claimed`. */
  readonly settled: readonly string[];
}

/**
 * Remembers which items are being handled and which are done, so that Meta's repeats do not run a handler twice.
 *
 * An item is first claimed for the time of a lease, then completed. A claim whose lease ran out (its worker died) can be
 * taken by anybody. Handlers that have finished are recorded beside the claim and outlive it, so that whoever takes the
 * item next runs only the others. All arguments are strings and numbers: a Redis key with an expiry for the claim and a
 * set for the handlers are enough.
 *
 * When `claim` fails, the webhook answers 500 and Meta delivers again: nothing is lost, nothing runs unprotected. (With
 * `ack: 'immediate'` Meta has its answer already, so the item is handled without a claim.) Failures of the other
 * methods are logged: the handlers have run then, and a repeat would only run them again.
 * @publicApi
 */
export interface DeduplicationStore {
  /**
   * Takes an item that is new, released, or held under a lease that ran out. Must be atomic. An owner that holds the
   * item already gets it again.
   * @param owner the claiming engine, unique among all processes
   */
  claim(key: string, owner: string, leaseMs: number): MaybePromise<Claim>;
  /** Extends the claim to `leaseMs` from now. False when the item is no longer this owner's. */
  renew(key: string, owner: string, leaseMs: number): MaybePromise<boolean>;
  /** Adds handlers that need not run again for this item, to be kept for `ttlMs`, whether it is claimed or not. */
  record(key: string, handlers: readonly string[], ttlMs: number): MaybePromise<void>;
  /** Marks the item as done for `ttlMs`, whoever holds it. Its handlers need not be kept. */
  complete(key: string, ttlMs: number): MaybePromise<void>;
  /** Gives the claim up, if it is this owner's. Recorded handlers are kept. */
  release(key: string, owner: string): MaybePromise<void>;
}

/** Injection token of the deduplication store. @publicApi */
export const DeduplicationStore = Symbol.for('nestjs-whatsapp-cloud:deduplication-store');
