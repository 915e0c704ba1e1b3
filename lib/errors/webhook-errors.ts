import type { WebhookError } from '../wire/error';
import type { GraphApiError } from './graph-api.error';
import { build, judge, waitOf } from './graph-error.mapper';
import { readError } from './reported-error';

/**
 * The `errors` of a webhook (status, message, call, group, ...) as the classes that describe answers, so that one
 * `instanceof` serves both. Entries that are no objects are left out.
 * @example errorsOf(event.payload.errors).some((error) => error instanceof ReEngagementMessageError)
 * @publicApi
 */
export function errorsOf(
  errors: readonly WebhookError[] | null | undefined,
  options: { readonly now?: number } = {},
): GraphApiError[] {
  const now = options.now ?? Date.now();
  return (errors ?? [])
    .filter((error) => typeof error === 'object' && error !== null)
    .map((error) => {
      const reported = readError(error);
      const verdict = judge(reported, undefined, undefined);
      return build(verdict, reported, { raw: error, ...waitOf(verdict, reported.details, {}, 0, now) });
    });
}
