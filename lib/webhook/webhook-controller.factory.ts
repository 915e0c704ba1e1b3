import 'reflect-metadata';
import { Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import type { MaybePromise } from '../config/maybe-promise';
import type { WebhookRegistration } from '../config/webhook-registration.interface';
import { EndpointController, EndpointRoute } from '../http/endpoint.decorators';
import type { WebhookRequest } from '../http/webhook-request.interface';
import type { WebhookResponse } from '../http/webhook-response';
import { WebhookSignatureGuard } from '../http/webhook-signature.guard';
import { WebhookController } from './webhook.controller';

/**
 * Makes the controller of one registration. Each is a class of its own, so that two registrations with two paths and two
 * secrets live in one application.
 */
export function createWebhookController(registration: WebhookRegistration): Type<WebhookController> {
  const { id, path, decorators, guard = WebhookSignatureGuard } = registration;

  @EndpointController(path, decorators)
  class RegisteredWebhookController extends WebhookController {
    @Get()
    @EndpointRoute(id, decorators)
    override verify(@Req() request: WebhookRequest, @Res() response: WebhookResponse): void {
      super.verify(request, response);
    }

    @Post()
    @UseGuards(guard)
    @EndpointRoute(id, decorators)
    override receive(@Req() request: WebhookRequest, @Res() response: WebhookResponse): MaybePromise<void> {
      return super.receive(request, response);
    }
  }

  return RegisteredWebhookController;
}
