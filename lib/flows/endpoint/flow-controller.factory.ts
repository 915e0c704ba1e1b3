import 'reflect-metadata';
import {
  Controller,
  Post,
  Req,
  Res,
  SetMetadata,
  UseFilters,
  UseGuards,
  VERSION_NEUTRAL,
} from '@nestjs/common';
import type { Type } from '@nestjs/common';
import type { WebhookDecorator } from '../../config/webhook-registration.interface';
import { WebhookExceptionFilter } from '../../http/webhook-exception.filter';
import type { WebhookRequest } from '../../http/webhook-request.interface';
import type { WebhookResponse } from '../../http/webhook-response';
import {
  ENHANCER_METADATA,
  FASTIFY_ROUTE_CONFIG,
  SWAGGER_EXCLUDE_CONTROLLER,
  WEBHOOK_ROUTE,
} from '../../http/webhook.constants';
import type { FlowEndpointRegistration } from './flow-endpoint-options.interface';
import { FlowEndpointController } from './flow-endpoint.controller';
import { FlowSignatureGuard } from './flow-signature.guard';

/** Makes the controller of one endpoint: a class of its own, so that an application can have several. */
export function createFlowController(registration: FlowEndpointRegistration): Type<FlowEndpointController> {
  const { id, path, decorators } = registration;

  @Controller({ path, version: VERSION_NEUTRAL })
  @UseFilters(WebhookExceptionFilter)
  @SetMetadata(SWAGGER_EXCLUDE_CONTROLLER, [true])
  @OnClass(decorators)
  class RegisteredFlowController extends FlowEndpointController {
    @Post()
    @UseGuards(FlowSignatureGuard)
    @MarkRoute(id)
    @OnMethod(decorators)
    override receive(@Req() request: WebhookRequest, @Res() response: WebhookResponse): Promise<void> {
      return super.receive(request, response);
    }
  }

  return RegisteredFlowController;
}

/** Names the registration on the route, for the step that keeps the bytes of its requests. */
function MarkRoute(id: string): MethodDecorator {
  return (_target, _key, descriptor) => {
    const handler = descriptor.value as object;
    const config = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG, handler) as object | undefined;
    Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG, { ...config, [WEBHOOK_ROUTE]: id }, handler);
    Reflect.defineMetadata(WEBHOOK_ROUTE, id, handler);
  };
}

function OnClass(decorators: readonly WebhookDecorator[]): ClassDecorator {
  return (target) => Reflect.decorate([...decorators], target) as typeof target;
}

/** Guards and the like are on the class already; once more on the method would run them twice. */
function OnMethod(decorators: readonly WebhookDecorator[]): MethodDecorator {
  return (target, key, descriptor) => {
    const decorated = Reflect.decorate([...decorators], target, key, descriptor) as typeof descriptor;
    for (const name of ENHANCER_METADATA) Reflect.deleteMetadata(name, decorated.value as object);
    return decorated;
  };
}
