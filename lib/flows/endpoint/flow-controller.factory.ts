import 'reflect-metadata';
import { Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { EndpointController, EndpointRoute } from '../../http/endpoint.decorators';
import type { WebhookResponse } from '../../http/webhook-response';
import type { FlowEndpointRegistration } from './flow-endpoint-options.interface';
import { FlowEndpointController } from './flow-endpoint.controller';
import type { FlowHttpRequest } from './flow-endpoint.controller';
import { FlowSignatureGuard } from './flow-signature.guard';

/** Makes the controller of one endpoint: a class of its own, so that an application can have several. */
export function createFlowController(registration: FlowEndpointRegistration): Type<FlowEndpointController> {
  const { id, path, decorators } = registration;

  @EndpointController(path, decorators)
  class RegisteredFlowController extends FlowEndpointController {
    @Post()
    @UseGuards(FlowSignatureGuard)
    @EndpointRoute(id, decorators)
    override receive(@Req() request: FlowHttpRequest, @Res() response: WebhookResponse): Promise<void> {
      return super.receive(request, response);
    }
  }

  return RegisteredFlowController;
}
