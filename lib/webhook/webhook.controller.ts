import { Inject } from '@nestjs/common';
import { Clock } from '../config/clock';
import type { MaybePromise } from '../config/maybe-promise';
import { attempt, whenDone } from '../config/maybe-promise';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { DeliveryEngine } from '../delivery/delivery-engine.interface';
import type { DeliveryVerdict } from '../delivery/delivery-engine.interface';
import { readChallenge } from './handshake';
import { readJson } from '../http/json-body';
import { WebhookLog } from '../http/webhook-log.service';
import { WEBHOOK_APP_ID, WEBHOOK_REACHED } from '../http/webhook-request.interface';
import type { WebhookRequest } from '../http/webhook-request.interface';
import { answer } from '../http/webhook-response';
import type { WebhookResponse } from '../http/webhook-response';
import { parseWebhook } from './webhook.parser';

const STATUS: Readonly<Record<DeliveryVerdict, number>> = {
  settled: 200,
  deadline: 503,
  draining: 503,
  redeliver: 500,
};

const RETRY_LATER = { 'Retry-After': '5' };

/**
 * What the webhook endpoint does. The class that Nest serves is made by `createWebhookController`. Answers go to the
 * response directly: Meta needs the exact status and challenge, past whatever the application does to its own answers.
 */
export abstract class WebhookController {
  constructor(
    @Inject(WHATSAPP_OPTIONS) private readonly options: WhatsAppModuleOptions,
    @Inject(DeliveryEngine) private readonly engine: DeliveryEngine,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(WebhookLog) private readonly log: WebhookLog,
  ) {}

  /** Answers Meta's request for the challenge. */
  verify(request: WebhookRequest, response: WebhookResponse): void {
    request[WEBHOOK_REACHED] = true;
    const verifyToken = this.options.verifyToken ?? '';
    const challenge = readChallenge(request.url, verifyToken);
    if (challenge !== undefined) return answer(response, 200, challenge);
    this.log.warn(
      'handshake',
      verifyToken === ''
        ? 'Refused the webhook handshake: set the option `verifyToken` to the text that you type into the App dashboard ' +
            '(WhatsApp, Configuration, Webhook, Verify token).'
        : 'Refused a webhook handshake. If Meta sent it, the verify token in the App dashboard (WhatsApp, ' +
            'Configuration, Webhook) differs from the option `verifyToken`.',
    );
    return answer(response, 403, 'verification failed');
  }

  /** Takes in a webhook that the guard has let through, and answers when its items are safe. */
  receive(request: WebhookRequest, response: WebhookResponse): MaybePromise<void> {
    const body = readJson(request);
    if (body === undefined) {
      const type = request.headers['content-type'] ?? 'none';
      const encoding = request.headers['content-encoding'] ?? 'none';
      this.log.warn(
        'json',
        `Refused a webhook that is signed but not JSON (content type: ${type}, content encoding: ${encoding}).`,
      );
      return answer(response, 400, 'the body is not JSON');
    }
    const verdict = attempt(
      () => this.deliver(body, request[WEBHOOK_APP_ID]),
      (error) => this.fail(error),
    );
    return whenDone(verdict, (known) => {
      const status = STATUS[known];
      return status === 503 ? answer(response, status, '', RETRY_LATER) : answer(response, status);
    });
  }

  private deliver(body: unknown, appId: string | undefined): MaybePromise<DeliveryVerdict> {
    const envelopes = parseWebhook(body, { receivedAt: this.clock.now(), appId });
    // Meta posts the updates of an app's other products to the same URL; there is nothing in them for us.
    return envelopes.length === 0 ? 'settled' : this.engine.accept(envelopes);
  }

  private fail(error: unknown): DeliveryVerdict {
    this.log.error('delivery', 'A webhook could not be taken in; Meta will deliver it again.', error);
    return 'redeliver';
  }
}
