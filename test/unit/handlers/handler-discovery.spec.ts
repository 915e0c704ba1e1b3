import { Controller, Injectable, Module, Scope } from '@nestjs/common';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import { naming } from '../../../lib/handlers/handler-discovery';
import type { HandlerMethod } from '../../../lib/handlers/handler-method';
import { Handle, handlersIn } from './handlers-app';

@Injectable()
class Service {
  @Handle()
  first(): void {}
  @Handle()
  second(): void {}
  other(): void {}
}
@Injectable({ scope: Scope.REQUEST })
class PerUse {
  @Handle()
  on(): void {}
}

const idsIn = async (metadata: Parameters<typeof handlersIn>[0]): Promise<string[]> =>
  (await handlersIn(metadata)).handlers.map(({ id }) => id);

describe('findHandlers', () => {
  it('finds the methods of providers and controllers, inherited ones included', async () => {
    @Controller()
    class Hooks extends Service {}
    expect(await idsIn({ providers: [Service], controllers: [Hooks] })).toEqual([
      'Service.first',
      'Service.second',
      'Hooks.first',
      'Hooks.second',
    ]);
  });

  it('finds those of one instance once, where Nest constructed it', async () => {
    const { handlers } = await handlersIn({
      providers: [
        { provide: 'again', useFactory: (service: Service) => service, inject: [Service] },
        Service,
        { provide: 'alias', useExisting: Service },
      ],
    });
    expect(handlers.map(({ wrapper }) => wrapper.token)).toEqual([Service, Service]);
  });

  it('finds those of what a factory made, and not those of what a scoped factory will make', async () => {
    expect(
      await idsIn({
        providers: [
          { provide: 'made', useFactory: () => new Service() },
          { provide: 'scoped', useFactory: () => new Service(), scope: Scope.REQUEST },
        ],
      }),
    ).toEqual(['Service.first', 'Service.second']);
  });

  it('finds a class of two modules in each of them', async () => {
    @Module({ providers: [Service, PerUse] })
    class First {}
    @Module({ providers: [Service, PerUse] })
    class Second {}
    const ids = await idsIn({ imports: [First, Second] });
    const each = ['Service.first', 'Service.second', 'PerUse.on'];
    expect(ids).toEqual([...each, ...each]);
  });

  it('calls a class without a name anonymous', async () => {
    class Unnamed {
      @Handle()
      on(): void {}
    }
    Object.defineProperty(Unnamed, 'name', { value: '' });
    expect(await idsIn({ providers: [{ provide: 'T', useClass: Unnamed }] })).toEqual(['anonymous.on']);
  });
});

describe('naming', () => {
  const handler = { id: 'Orders.on' } as HandlerMethod;
  const run = (error: Error) => () =>
    naming('@OnSomething', handler, () => {
      throw error;
    });

  it('puts decorator and handler before what is wrong with the configuration', () => {
    expect(run(new WhatsAppConfigurationError('no such thing'))).toThrow(
      new WhatsAppConfigurationError('@OnSomething on Orders.on: no such thing'),
    );
  });

  it('leaves other errors, and results, alone', () => {
    const error = new TypeError('x');
    expect(run(error)).toThrow(error);
    expect(naming('@OnSomething', handler, () => 1)).toBe(1);
  });
});
