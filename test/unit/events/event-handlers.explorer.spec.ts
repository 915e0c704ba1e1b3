import { Controller, Injectable, Module, Scope } from '@nestjs/common';
import type { Envelope } from '../../../lib/events/envelope.interface';
import type { WhatsAppEvent } from '../../../lib/events/event-patterns';
import { OnWhatsAppEvent } from '../../../lib/events/on-whatsapp-event.decorator';
import { startEvents, textEvent } from './events-app';

/** Runs in the order in which they happened: `Class.method`, of the class that was constructed. */
const ran: string[] = [];
beforeEach(() => void (ran.length = 0));

@Injectable()
class Parent {
  @OnWhatsAppEvent('message.text')
  onText(): void {
    ran.push(`${this.constructor.name}.onText`);
  }
}
@Injectable()
class Child extends Parent {
  @OnWhatsAppEvent('message.*', { priority: 2 })
  onMessage(): void {
    ran.push(`${this.constructor.name}.onMessage`);
  }
}

const idsFor = (
  registry: { chainFor(name: string): readonly { handler: { id: string } }[] },
  name = 'message.text',
) => registry.chainFor(name).map(({ handler }) => handler.id);

describe('EventHandlersExplorer', () => {
  it('finds handlers of providers and controllers, with the instance that Nest holds', async () => {
    @Controller()
    class Hooks {
      private readonly own = 'Hooks.onText';
      @OnWhatsAppEvent('message.text')
      onText(event: WhatsAppEvent<'message.text'>): void {
        ran.push(`${this.own} ${event.payload.text.body}`);
      }
    }
    const { dispatch } = await startEvents({ providers: [Parent], controllers: [Hooks] });
    const report = await dispatch(textEvent());
    expect(ran).toEqual(['Parent.onText', 'Hooks.onText hello']);
    expect(report.settled).toEqual(['Parent.onText', 'Hooks.onText']);
  });

  it('finds what factories and values hold, once, and aliases not at all', async () => {
    class Made {
      constructor(readonly label: string) {}
      @OnWhatsAppEvent('message.text')
      onText(): void {
        ran.push(this.label);
      }
    }
    const { dispatch, registry } = await startEvents({
      providers: [
        { provide: 'early alias by factory', useFactory: (parent: Parent) => parent, inject: [Parent] },
        Parent,
        { provide: 'alias', useExisting: Parent },
        { provide: 'factory', useFactory: () => new Made('factory') },
        { provide: 'later', useFactory: async () => Promise.resolve(new Made('async factory')) },
        { provide: 'value', useValue: new Made('value') },
        { provide: 'class', useClass: Child },
        { provide: 'value alias', useFactory: (made: Made) => made, inject: ['value'] },
      ],
    });
    await dispatch(textEvent());
    expect(ran).toEqual([
      'Child.onMessage',
      'Parent.onText',
      'factory',
      'async factory',
      'value',
      'Child.onText',
    ]);
    expect(idsFor(registry)).toEqual([
      'Child.onMessage',
      'Parent.onText',
      'Made.onText',
      'Made.onText#2',
      'Made.onText#3',
      'Child.onText',
    ]);
  });

  it('fires parent and child once each when both are provided', async () => {
    const { dispatch } = await startEvents({ providers: [Parent, Child] });
    await dispatch(textEvent());
    expect(ran).toEqual(['Child.onMessage', 'Parent.onText', 'Child.onText']);
  });

  it('numbers a class that two modules provide', async () => {
    @Module({ providers: [Parent] })
    class First {}
    @Module({ providers: [Parent] })
    class Second {}
    const { dispatch } = await startEvents({ imports: [First, Second] });
    expect((await dispatch(textEvent())).settled).toEqual(['Parent.onText', 'Parent.onText#2']);
    expect(ran).toEqual(['Parent.onText', 'Parent.onText']);
  });

  it('reads no getter and survives whatever else an application provides', async () => {
    class Nasty {
      get boom(): never {
        throw new Error('read');
      }
      field = undefined;
    }
    const { registry } = await startEvents({
      providers: [
        Nasty,
        { provide: 'null', useValue: null },
        { provide: 'undefined', useFactory: () => undefined },
        { provide: 'bare', useValue: Object.create(null) },
        { provide: 'plain', useValue: { onText: Parent.prototype.onText } },
        { provide: 'of bare', useValue: Object.create(Object.create(null)) },
        { provide: 'function', useValue: Parent },
        { provide: 'number', useValue: 1 },
        { provide: 'proxy', useValue: new Proxy({}, { get: () => () => undefined }) },
        Parent,
      ],
    });
    expect(idsFor(registry)).toEqual(['Parent.onText']);
  });

  it('calls the method that the instance has at the time, so that it can be spied on', async () => {
    const { app, dispatch } = await startEvents({ providers: [Parent] });
    const spy = jest.spyOn(app.get(Parent), 'onText').mockImplementation(() => undefined);
    const event = textEvent();
    await dispatch(event);
    expect(spy).toHaveBeenCalledWith(event);
    expect(ran).toEqual([]);
  });

  it('stacked declarations that fit one event run the method once', async () => {
    @Injectable()
    class Stacked {
      @OnWhatsAppEvent('message.text')
      @OnWhatsAppEvent('message.*', { where: () => false })
      @OnWhatsAppEvent('status.failed')
      on(event: WhatsAppEvent<'message.*' | 'status.failed'>): void {
        ran.push(event.name);
      }
    }
    const { dispatch } = await startEvents({ providers: [Stacked] });
    await dispatch(textEvent());
    await dispatch(textEvent({ name: 'message.image' }));
    await dispatch(textEvent({ name: 'status.failed' }));
    expect(ran).toEqual(['message.text', 'status.failed']);
  });

  it('narrows by where and accounts', async () => {
    @Injectable()
    class Narrow {
      @OnWhatsAppEvent('message.text', {
        where: (event) => event.payload.text.body === 'hello',
        accounts: ['100'],
      })
      on(event: Envelope): void {
        ran.push(event.key);
      }
    }
    const { dispatch } = await startEvents({ providers: [Narrow] });
    const report = await dispatch(textEvent({ key: 'both' }));
    await dispatch(textEvent({ key: 'other account', phoneNumberId: '101' }));
    await dispatch(textEvent({ key: 'other text', payload: { text: { body: 'bye' } } }));
    expect(ran).toEqual(['both']);
    expect(report.settled).toEqual(['Narrow.on']);
  });

  it.each<[string, unknown, unknown]>([
    ['promise', () => Promise.reject(new Error('late')), 'Returns.on'],
    [
      'synchronous error',
      () => {
        throw new Error('now');
      },
      'Returns.on',
    ],
  ])('counts a %s as a failure', async (_, body, id) => {
    @Injectable()
    class Returns {
      @OnWhatsAppEvent('message.text')
      on(): unknown {
        return (body as () => unknown)();
      }
    }
    const { dispatch } = await startEvents({ providers: [Returns] });
    expect((await dispatch(textEvent())).failures.map(({ handler }) => handler)).toEqual([id]);
  });

  describe('boot', () => {
    it('stops at a pattern that does not exist, and names the handler', async () => {
      const untyped = OnWhatsAppEvent as unknown as (pattern: string) => MethodDecorator;
      @Injectable()
      class Misspelt {
        @untyped('mesage.text')
        on(): void {}
      }
      await expect(startEvents({ providers: [Misspelt] })).rejects.toThrow(
        '@OnWhatsAppEvent on Misspelt.on: Unknown event pattern "mesage.text". Did you mean "message.text"?',
      );
    });

    it('logs one table of the handlers', async () => {
      const { logger } = await startEvents({ providers: [Child, Parent] });
      const tables = logger.at('log').filter((line) => line.includes('event handlers'));
      expect(tables).toHaveLength(1);
      expect(tables[0]).toMatch(
        /^3 event handlers:\n {2}message\.\* {5}Child\.onMessage \(priority 2\)\n {2}message\.text {2}Child\.onText\n {2}message\.text {2}Parent\.onText/,
      );
    });

    it('warns when there is no handler at all', async () => {
      const { logger } = await startEvents({});
      expect(logger.at('warn').filter((line) => line.includes('No handler'))).toHaveLength(1);
      const other = await startEvents({ providers: [Parent] });
      expect(other.logger.at('warn')).toEqual([]);
    });

    it('finds handlers of request-scoped controllers', async () => {
      @Controller({ scope: Scope.REQUEST })
      class Scoped {
        @OnWhatsAppEvent('message.text')
        on(event: Envelope): void {
          ran.push(event.key);
        }
      }
      const { dispatch } = await startEvents({ controllers: [Scoped] });
      expect(await dispatch(textEvent({ key: 'k' }))).toEqual({ settled: ['Scoped.on'], failures: [] });
      expect(ran).toEqual(['k']);
    });
  });
});
