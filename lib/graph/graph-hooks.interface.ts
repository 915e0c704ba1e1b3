import type { WhatsAppError } from '../errors/whatsapp.error';

/** One attempt of a request, without anything secret or personal. */
export interface GraphCall {
  /** Method and path without ids, e.g. `POST /{id}/messages`: fit for metric labels. */
  readonly operation: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly kind: 'safe' | 'unsafe' | 'send';
  readonly phoneNumberId: string | undefined;
  readonly wabaId: string | undefined;
  readonly tenant: string | undefined;
}

/**
 * Called around each attempt, for logs, metrics and traces. Hooks are synchronous; one that throws is logged and
 * changes nothing.
 * @publicApi
 */
export interface GraphHooks {
  before?(call: GraphCall): void;
  /** An answer came and is no error. `durationMs`: from the start of the attempt to its whole answer. */
  after?(call: GraphCall, outcome: { readonly status: number; readonly durationMs: number }): void;
  /** The attempt failed. `retryInMs` is absent when it was the last one. */
  failed?(
    call: GraphCall,
    error: WhatsAppError,
    outcome: { readonly durationMs: number; readonly retryInMs?: number | undefined },
  ): void;
}

/** Injection token of the hooks; provide it in a global module. @publicApi */
export const GraphHooks = Symbol.for('nestjs-whatsapp-cloud:graph-hooks');
