import type { WebhookLog } from '../webhook-log.service';
import { WEBHOOK_REACHED } from '../webhook-request.interface';
import type { WebhookRequest } from '../webhook-request.interface';

/**
 * Says so when the application itself turned a request of Meta's away before this module could look at it. This is the
 * usual reason for "nothing arrives".
 */
export function reportUnreached(log: WebhookLog, request: WebhookRequest, status: number): void {
  if (request[WEBHOOK_REACHED] || (status !== 401 && status !== 403 && status !== 404 && status !== 429))
    return;
  log.warn(
    'unreached',
    `The application answered ${status} to ${request.method} on the webhook path before this module saw the request: a ` +
      'global guard or middleware turned it away. Exempt the endpoint with the option `decorators` of the module, ' +
      "e.g. `decorators: [Public()]` or `[SkipThrottle()]`. The endpoint checks Meta's signature itself.",
  );
}
