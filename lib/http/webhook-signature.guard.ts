import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { AppSecretStore } from './app-secret.store';
import type { AppSecrets } from './app-secret.store';
import { decodeSignature, findSigningKey, SIGNATURE_HEADER } from './signature';
import { WebhookLog } from './webhook-log.service';
import { WebhookRejection } from './webhook-rejection.error';
import { WEBHOOK_APP_ID, WEBHOOK_REACHED } from './webhook-request.interface';
import type { WebhookRequest } from './webhook-request.interface';

/**
 * Lets a webhook in when Meta signed it: HMAC-SHA256 over the bytes as received, compared in constant time with every
 * app secret. The steps are `protected`, so that a subclass can replace one.
 *
 * - no signature, several, a malformed or a wrong one: 401
 * - no match while `AccountResolver.appSecrets()` fails: 503, because the right secret may be the one that is missing
 * - the bytes are gone: `WhatsAppConfigurationError`, which says what to change
 *
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 * @publicApi
 */
@Injectable()
export class WebhookSignatureGuard implements CanActivate {
  constructor(
    @Inject(WHATSAPP_OPTIONS) protected readonly options: WhatsAppModuleOptions,
    @Inject(AppSecretStore) private readonly secrets: AppSecretStore,
    @Inject(WebhookLog) private readonly log: WebhookLog,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<WebhookRequest>();
    request[WEBHOOK_REACHED] = true;
    if (this.options.insecureSkipSignatureVerification) return true;
    const digest = decodeSignature(this.getSignature(request));
    if (!digest) return this.refuse(401, 'missing or malformed signature');
    const body = this.getRawBody(request);
    const secrets = this.getSecrets(request);
    return secrets instanceof Promise
      ? secrets.then((known) => this.check(request, body, digest, known))
      : this.check(request, body, digest, secrets);
  }

  /** The signature header as received. */
  protected getSignature(request: WebhookRequest): unknown {
    return request.headers[SIGNATURE_HEADER];
  }

  /**
   * The bytes as received.
   * @throws WhatsAppConfigurationError when something else has consumed them
   */
  protected getRawBody(request: WebhookRequest): Uint8Array {
    if (request.rawBody instanceof Uint8Array) return request.rawBody;
    if (request.body instanceof Uint8Array) return request.body;
    throw new WhatsAppConfigurationError(
      'The bytes of the webhook request are gone, so its signature cannot be checked: something read the body before ' +
        'this module could. Change main.ts to `NestFactory.create(AppModule, { rawBody: true })`; a body parser of your ' +
        'own must keep the bytes itself: `express.json({ verify: (req, res, bytes) => { req.rawBody = bytes; } })`.',
    );
  }

  /** The secrets to try. */
  protected getSecrets(_request: WebhookRequest): AppSecrets | Promise<AppSecrets> {
    return this.secrets.get();
  }

  /** Ends the request with a status. */
  protected refuse(status: number, reason: string): never {
    throw new WebhookRejection(status, reason);
  }

  private check(request: WebhookRequest, body: Uint8Array, digest: Uint8Array, secrets: AppSecrets): boolean {
    const key = findSigningKey(secrets.keys, body, digest);
    if (!key) {
      if (!secrets.complete) return this.refuse(503, 'app secrets are not available');
      this.log.warn(
        'signature',
        secrets.keys.length === 0
          ? 'Refused a webhook: no app secret is configured. Set `appSecret` (App dashboard, App settings, Basic, App secret).'
          : 'Refused a webhook whose signature matches none of the configured app secrets. If Meta sent it, check ' +
              '`appSecret` (App dashboard, App settings, Basic, App secret).',
      );
      return this.refuse(401, 'invalid signature');
    }
    if (key.appId !== undefined) request[WEBHOOK_APP_ID] = key.appId;
    return true;
  }
}
