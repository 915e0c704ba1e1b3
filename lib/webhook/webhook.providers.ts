import type { Provider } from '@nestjs/common';
import { AppSecretStore } from '../http/app-secret.store';
import { RawBodyInstaller } from '../http/raw-body/raw-body.installer';
import { WebhookLog } from '../http/webhook-log.service';

/**
 * What a webhook endpoint needs besides its controller. The module adds `WHATSAPP_OPTIONS`, `WHATSAPP_REGISTRATION`,
 * `Clock`, `DeliveryEngine` and, when there is one, `AccountResolver`.
 */
export const webhookProviders: Provider[] = [WebhookLog, AppSecretStore, RawBodyInstaller];
