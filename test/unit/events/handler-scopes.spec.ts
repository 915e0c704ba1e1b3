import { Controller, Inject, Injectable, Module, Scope, UseGuards } from '@nestjs/common';
import type { CanActivate } from '@nestjs/common';
import type { ContextId, ContextIdStrategy, HostComponentInfo } from '@nestjs/core';
import { ContextIdFactory } from '@nestjs/core';
import type { Envelope } from '../../../lib/events/envelope.interface';
import { WHATSAPP_EVENT } from '../../../lib/events/events.constants';
import { OnWhatsAppEvent } from '../../../lib/events/on-whatsapp-event.decorator';
import { startEvents, textEvent } from './events-app';

let built = 0;
const seen: unknown[] = [];
beforeEach(() => {
  built = 0;
  seen.length = 0;
});

@Injectable({ scope: Scope.REQUEST })
class PerEvent {
  readonly number = ++built;
  constructor(@Inject(WHATSAPP_EVENT) readonly event: Envelope) {}
}

describe('scopes', () => {
  it('share one context per event, with the event in it', async () => {
    @Injectable()
    class First {
      constructor(private readonly scoped: PerEvent) {}
      @OnWhatsAppEvent('message.text')
      on(event: Envelope): void {
        seen.push(['First', this.scoped.number, this.scoped.event === event]);
      }
    }
    @Injectable({ scope: Scope.REQUEST })
    class Second {
      constructor(private readonly scoped: PerEvent) {}
      @OnWhatsAppEvent('message.text')
      on(event: Envelope): void {
        seen.push(['Second', this.scoped.number, this.scoped.event === event]);
      }
    }
    const { dispatch } = await startEvents({ providers: [PerEvent, First, Second] });
    const event = textEvent();
    await dispatch(event);
    await dispatch(event);
    await dispatch(textEvent());
    expect(seen).toEqual([
      ['First', 1, true],
      ['Second', 1, true],
      ['First', 1, true],
      ['Second', 1, true],
      ['First', 2, true],
      ['Second', 2, true],
    ]);
  });

  it('make a transient handler anew for each event, not at boot', async () => {
    @Injectable({ scope: Scope.TRANSIENT })
    class Transient {
      readonly number = ++built;
      @OnWhatsAppEvent('message.text')
      on(): void {
        seen.push(this.number);
      }
    }
    const { dispatch } = await startEvents({ providers: [Transient] });
    await dispatch(textEvent());
    await dispatch(textEvent());
    expect(seen).toHaveLength(2);
    expect(new Set(seen).size).toBe(2);
  });

  it('resolve a class of two modules in each of them', async () => {
    @Injectable()
    class Handler {
      constructor(
        private readonly scoped: PerEvent,
        @Inject('NAME') private readonly name: string,
      ) {}
      @OnWhatsAppEvent('message.text')
      on(): void {
        seen.push([this.name, this.scoped.event.key]);
      }
    }
    @Module({ providers: [PerEvent, Handler, { provide: 'NAME', useValue: 'a' }] })
    class A {}
    @Module({ providers: [PerEvent, Handler, { provide: 'NAME', useValue: 'b' }] })
    class B {}
    const { dispatch } = await startEvents({ imports: [A, B] });
    const report = await dispatch(textEvent({ key: 'k' }));
    expect(report.settled).toEqual(['Handler.on', 'Handler.on#2']);
    expect(seen).toEqual([
      ['a', 'k'],
      ['b', 'k'],
    ]);
  });

  it('work under a token that is not the class, and in controllers', async () => {
    class Plain {
      constructor(@Inject(PerEvent) private readonly scoped: PerEvent) {}
      @OnWhatsAppEvent('message.text')
      on(): void {
        seen.push(['token', this.scoped.event.key]);
      }
    }
    @Controller()
    class Hooks {
      constructor(private readonly scoped: PerEvent) {}
      @OnWhatsAppEvent('message.text')
      on(): void {
        seen.push(['controller', this.scoped.event.key]);
      }
    }
    const { dispatch } = await startEvents({
      providers: [PerEvent, { provide: 'TOKEN', useClass: Plain }],
      controllers: [Hooks],
    });
    expect((await dispatch(textEvent({ key: 'k' }))).failures).toEqual([]);
    expect(seen).toEqual([
      ['token', 'k'],
      ['controller', 'k'],
    ]);
  });

  it('give request-scoped guards the event', async () => {
    @Injectable({ scope: Scope.REQUEST })
    class OwnGuard implements CanActivate {
      constructor(@Inject(WHATSAPP_EVENT) private readonly event: Envelope) {}
      canActivate(): boolean {
        return this.event.phoneNumberId === '100';
      }
    }
    @Injectable()
    class Guarded {
      @OnWhatsAppEvent('message.text')
      @UseGuards(OwnGuard)
      on(event: Envelope): void {
        seen.push(event.phoneNumberId);
      }
    }
    const { dispatch } = await startEvents({ providers: [Guarded] });
    await dispatch(textEvent());
    await dispatch(textEvent({ phoneNumberId: '101' }));
    expect(seen).toEqual(['100']);
  });

  it('construct again in the next pass after a construction failed', async () => {
    let broken = true;
    @Injectable({ scope: Scope.REQUEST })
    class Fragile {
      constructor() {
        if (broken) throw new Error('no connection');
      }
    }
    @Injectable()
    class Handler {
      constructor(readonly fragile: Fragile) {}
      @OnWhatsAppEvent('message.text')
      on(): void {
        seen.push('ran');
      }
    }
    const { dispatch } = await startEvents({ providers: [Fragile, Handler] });
    const event = textEvent();
    const first = await dispatch(event);
    expect(first.failures.map(({ error }) => (error as Error).message)).toEqual(['no connection']);
    broken = false;
    expect(await dispatch(event)).toEqual({ settled: ['Handler.on'], failures: [] });
    expect(seen).toEqual(['ran']);
  });

  describe('with a durable strategy', () => {
    const original = (ContextIdFactory as unknown as { strategy?: ContextIdStrategy }).strategy;
    afterEach(() => ContextIdFactory.apply(original as ContextIdStrategy));

    @Injectable({ scope: Scope.REQUEST, durable: true })
    class PerTenant {
      readonly number = ++built;
    }
    @Injectable({ scope: Scope.REQUEST })
    class Handler {
      constructor(
        private readonly tenant: PerTenant,
        @Inject(WHATSAPP_EVENT) private readonly event: Envelope,
      ) {}
      @OnWhatsAppEvent('message.text')
      on(): void {
        seen.push([this.tenant.number, this.event.key]);
      }
    }

    it('shares durable providers among the events of a tenant', async () => {
      const tenants = new Map<string, ContextId>();
      ContextIdFactory.apply({
        attach(contextId: ContextId, request: Envelope) {
          const tenant = tenants.get(request.wabaId) ?? ContextIdFactory.create();
          tenants.set(request.wabaId, tenant);
          return (info: HostComponentInfo) => (info.isTreeDurable ? tenant : contextId);
        },
      });
      const { dispatch } = await startEvents({ providers: [PerTenant, Handler] });
      await dispatch(textEvent({ key: '1' }));
      await dispatch(textEvent({ key: '2' }));
      await dispatch(textEvent({ key: '3', wabaId: '201' }));
      expect(seen).toEqual([
        [1, '1'],
        [1, '2'],
        [2, '3'],
      ]);
    });

    it('goes on when the strategy expects an HTTP request', async () => {
      ContextIdFactory.apply({
        attach(contextId: ContextId, request: { headers: Record<string, string> }) {
          const tenant = request.headers['x-tenant'];
          return () => (tenant ? { id: 1 } : contextId);
        },
      });
      const { dispatch } = await startEvents({ providers: [PerTenant, Handler] });
      expect((await dispatch(textEvent({ key: 'k' }))).failures).toEqual([]);
      expect(seen).toEqual([[1, 'k']]);
    });
  });
});
