import type { WhatsAppAccount } from '../config/account.interface';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error';
import type { GraphApiError } from '../errors/graph-api.error';
import type { CallOptions, GraphRequest } from './graph-request.interface';
import { pathOf, phoneNumberPath, wabaPath } from './graph-url';

/** The members of a request that say where it goes and what the caller's options ask for. */
export type AddressedRequest = Pick<GraphRequest, 'path' | 'account' | 'signal' | 'timeoutMs'>;

/** A reading call that may choose its fields. @publicApi */
export interface FieldOptions<Field extends string> extends CallOptions {
  /** The fields to read, in Meta's names. @default all that are documented */
  readonly fields?: readonly Field[] | undefined;
}

/** A request to the phone number that the options name, or to what `segments` name below it. */
export function onNumber(options: CallOptions | undefined, ...segments: readonly string[]): AddressedRequest {
  return addressed(phoneNumberPath, options, segments);
}

/** A request to the WABA that the options name, or to what `segments` name below it. */
export function onWaba(options: CallOptions | undefined, ...segments: readonly string[]): AddressedRequest {
  return addressed(wabaPath, options, segments);
}

/** A request to the node or path that `segments` name. */
export function onNode(options: CallOptions | undefined, ...segments: readonly string[]): AddressedRequest {
  return {
    path: pathOf(...segments),
    account: options,
    signal: options?.signal,
    timeoutMs: options?.timeoutMs,
  };
}

/**
 * Reads the answer of a call that only says yes or no.
 * @throws UnexpectedAnswerError when Meta says no without an error
 */
export function assertSuccess(answer: unknown, operation: string): void {
  // A text in some answers.
  if (String((answer as { success?: unknown } | null | undefined)?.success) !== 'false') return;
  throw incomplete('Meta answered success: false', operation, answer);
}

/** The error for an answer that lacks what it is for. */
export function incomplete(text: string, operation: string, raw: unknown): GraphApiError {
  return new UnexpectedAnswerError({ text, category: 'unknown', retryable: false, operation, raw });
}

/** The first object of an answer that wraps one in a list (`data`); of an answer without the list, the answer itself. */
export function firstOf<T>(answer: { readonly data?: unknown } | T | null | undefined): T | undefined {
  const data = (answer as { readonly data?: unknown } | null | undefined)?.data;
  if (data === undefined) return (answer ?? undefined) as T | undefined;
  return (Array.isArray(data) ? data[0] : data) as T | undefined;
}

function addressed(
  node: (account: WhatsAppAccount) => string,
  options: CallOptions | undefined,
  segments: readonly string[],
): AddressedRequest {
  const below = segments.length === 0 ? '' : `/${pathOf(...segments)}`;
  return {
    path: (account) => node(account) + below,
    account: options,
    signal: options?.signal,
    timeoutMs: options?.timeoutMs,
  };
}
