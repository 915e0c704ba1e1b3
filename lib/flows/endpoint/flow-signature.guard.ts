import { Injectable } from '@nestjs/common';
import { WebhookRejection } from '../../http/webhook-rejection.error';
import { WebhookSignatureGuard } from '../../http/webhook-signature.guard';

/**
 * Lets a flow request in when Meta signed it, like a webhook; refuses with 432, which the WhatsApp client understands.
 * @publicApi
 */
@Injectable()
export class FlowSignatureGuard extends WebhookSignatureGuard {
  protected override refuse(status: number, reason: string): never {
    throw new WebhookRejection(status === 401 ? 432 : status, reason);
  }
}
