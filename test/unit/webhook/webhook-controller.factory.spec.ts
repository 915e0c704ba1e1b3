import 'reflect-metadata';
import { applyDecorators, SetMetadata, UseGuards, UseInterceptors } from '@nestjs/common';
import type { CanActivate, NestInterceptor } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { WebhookDecorator } from '../../../lib/config/webhook-registration.interface';
import { createWebhookController } from '../../../lib/webhook/webhook-controller.factory';
import { WebhookSignatureGuard } from '../../../lib/http/webhook-signature.guard';
import { FASTIFY_ROUTE_CONFIG, SWAGGER_EXCLUDE_CONTROLLER } from '../../../lib/http/webhook.constants';

const methods = (controller: ReturnType<typeof createWebhookController>) => [
  controller.prototype.verify,
  controller.prototype.receive,
];

describe('createWebhookController', () => {
  it('makes a class for each registration', () => {
    const one = createWebhookController({ id: '1', path: 'one', decorators: [SetMetadata('mark', 'one')] });
    const two = createWebhookController({ id: '2', path: 'two', decorators: [SetMetadata('mark', 'two')] });
    expect([one, two].map((controller) => Reflect.getMetadata('path', controller) as string)).toEqual([
      'one',
      'two',
    ]);
    for (const target of [one, ...methods(one)]) expect(Reflect.getMetadata('mark', target)).toBe('one');
    for (const target of [two, ...methods(two)]) expect(Reflect.getMetadata('mark', target)).toBe('two');
  });

  it('puts guards of the application on the class alone, and its own on POST alone', () => {
    class Guard implements CanActivate {
      canActivate = () => true;
    }
    class Interceptor implements NestInterceptor {
      intercept = (_context: unknown, next: { handle(): never }) => next.handle();
    }
    // Compiles: what applyDecorators and Nest's own decorators give fits the option.
    const decorators: WebhookDecorator[] = [
      applyDecorators(UseGuards(Guard), SetMetadata('mark', 1)),
      UseInterceptors(Interceptor),
    ];
    const controller = createWebhookController({ id: '1', path: 'x', decorators });
    const [verify, receive] = methods(controller);
    const guards = (target: object) => Reflect.getMetadata('__guards__', target) as unknown;
    expect(guards(controller)).toEqual([Guard]);
    expect(guards(verify as object)).toBeUndefined();
    expect(guards(receive as object)).toEqual([WebhookSignatureGuard]);
    expect(Reflect.getMetadata('__interceptors__', controller)).toEqual([Interceptor]);
    expect(Reflect.getMetadata('__interceptors__', receive as object)).toBeUndefined();
    expect(Reflect.getMetadata('mark', receive as object)).toBe(1);
  });

  it('applies decorators from the last to the first, as they would be if they stood above the class', () => {
    const decorators = [SetMetadata('mark', 'upper'), SetMetadata('mark', 'lower')];
    const controller = createWebhookController({ id: '1', path: 'x', decorators });
    expect(Reflect.getMetadata('mark', controller)).toBe('upper');
    expect(Reflect.getMetadata('mark', controller.prototype.receive)).toBe('upper');
  });

  it('takes decorators that wrap the method', () => {
    const calls: string[] = [];
    const Traced = ((
      _target: object,
      key?: string | symbol,
      descriptor?: TypedPropertyDescriptor<() => unknown>,
    ) => {
      if (!descriptor?.value) return undefined;
      return { ...descriptor, value: () => calls.push(String(key)) };
    }) as WebhookDecorator;
    const controller = createWebhookController({ id: '1', path: 'x', decorators: [Traced] });
    for (const method of methods(controller)) (method as unknown as () => void)();
    expect(calls).toEqual(['verify', 'receive']);
    expect(Reflect.getMetadata('__guards__', controller.prototype.receive)).toEqual([WebhookSignatureGuard]);
  });

  it("keeps the application's own Fastify route configuration", () => {
    const decorators = [RouteConfig({ rateLimit: false }) as unknown as WebhookDecorator];
    const controller = createWebhookController({ id: '1', path: 'x', decorators });
    expect(Reflect.getMetadata(FASTIFY_ROUTE_CONFIG, controller.prototype.receive)).toEqual({
      rateLimit: false,
      'whatsapp:webhook-route': '1',
    });
  });

  it('uses the metadata keys of Nest and its Swagger module', () => {
    @ApiExcludeController()
    class Probe {
      handler(): void {}
    }
    RouteConfig({})(
      Probe.prototype,
      'handler',
      Object.getOwnPropertyDescriptor(Probe.prototype, 'handler') as never,
    );
    expect(Reflect.getMetadata(SWAGGER_EXCLUDE_CONTROLLER, Probe)).toEqual([true]);
    expect(Reflect.hasMetadata(FASTIFY_ROUTE_CONFIG, Probe.prototype.handler)).toBe(true);
  });
});
