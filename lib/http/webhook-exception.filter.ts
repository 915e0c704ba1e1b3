import { Catch, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { WebhookLog } from './webhook-log.service';
import { WebhookRejection } from './webhook-rejection.error';
import { answer } from './webhook-response';
import type { WebhookResponse } from './webhook-response';

/**
 * Gives refused webhooks their exact status, whatever global filters the application has. What the application's own
 * guards throw is left to the application's filters.
 */
@Catch(WebhookRejection, WhatsAppConfigurationError)
export class WebhookExceptionFilter implements ExceptionFilter<
  WebhookRejection | WhatsAppConfigurationError
> {
  constructor(@Inject(WebhookLog) private readonly log: WebhookLog) {}

  catch(error: WebhookRejection | WhatsAppConfigurationError, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<WebhookResponse>();
    if (error instanceof WebhookRejection) {
      answer(response, error.getStatus(), error.message);
      return;
    }
    this.log.error('configuration', error.message);
    answer(response, 500, 'the webhook endpoint is not configured');
  }
}
