import 'reflect-metadata';
import { applyDecorators, Controller, SetMetadata, UseFilters, VERSION_NEUTRAL } from '@nestjs/common';
import type { WebhookDecorator } from '../config/webhook-registration.interface';
import { WebhookExceptionFilter } from './webhook-exception.filter';
import {
  ENHANCER_METADATA,
  FASTIFY_ROUTE_CONFIG,
  SWAGGER_EXCLUDE_CONTROLLER,
  WEBHOOK_ROUTE,
} from './webhook.constants';

/**
 * Makes a class the controller of an endpoint that Meta calls: of no version, hidden from Swagger documents, with exact
 * statuses whatever global filters there are, and with the application's own decorators.
 */
export function EndpointController(path: string, decorators: readonly WebhookDecorator[]): ClassDecorator {
  return applyDecorators(
    Controller({ path, version: VERSION_NEUTRAL }),
    UseFilters(WebhookExceptionFilter),
    SetMetadata(SWAGGER_EXCLUDE_CONTROLLER, [true]),
    (target: object) => Reflect.decorate([...decorators], target as never) as never,
  );
}

/** Makes a method a route of a registered endpoint. Goes below the decorator that names the HTTP method. */
export function EndpointRoute(
  registrationId: string,
  decorators: readonly WebhookDecorator[],
): MethodDecorator {
  return (target, key, descriptor) => {
    const decorated = Reflect.decorate([...decorators], target, key, descriptor) as typeof descriptor;
    const handler = decorated.value as object;
    // Guards and the like are on the class already; once more on the method would run them twice.
    for (const name of ENHANCER_METADATA) Reflect.deleteMetadata(name, handler);
    // Names the registration on the route, for the step that keeps the bytes of its requests.
    const config = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG, handler) as object | undefined;
    Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG, { ...config, [WEBHOOK_ROUTE]: registrationId }, handler);
    Reflect.defineMetadata(WEBHOOK_ROUTE, registrationId, handler);
    return decorated;
  };
}
