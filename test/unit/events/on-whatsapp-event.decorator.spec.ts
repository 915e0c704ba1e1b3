import { EventMetadataAccessor } from '../../../lib/events/event-metadata.accessor';
import type { WhatsAppEvent } from '../../../lib/events/event-patterns';
import { OnWhatsAppEvent } from '../../../lib/events/on-whatsapp-event.decorator';

/** As a JavaScript user, or a cast, would call it. */
const untyped = OnWhatsAppEvent as unknown as (...args: unknown[]) => (...target: unknown[]) => void;

describe('OnWhatsAppEvent', () => {
  const accessor = new EventMetadataAccessor();

  it('keeps patterns and options apart', () => {
    const where = (event: WhatsAppEvent<'message.text' | 'message.image'>): boolean =>
      event.name === 'message.text';
    class Handlers {
      @OnWhatsAppEvent('message.text', 'message.image', { where, priority: 3, accounts: ['1'] })
      on(): void {}
    }
    expect(accessor.read(Handlers.prototype.on)).toEqual([
      { patterns: ['message.text', 'message.image'], options: { where, priority: 3, accounts: ['1'] } },
    ]);
  });

  it('stacks in the order of the source', () => {
    class Handlers {
      @OnWhatsAppEvent('message.text', { priority: 1 })
      @OnWhatsAppEvent('status.*')
      on(): void {}
    }
    expect(accessor.read(Handlers.prototype.on)).toEqual([
      { patterns: ['message.text'], options: { priority: 1 } },
      { patterns: ['status.*'], options: {} },
    ]);
  });

  it('is inherited with the method and lost with an override', () => {
    class Parent {
      @OnWhatsAppEvent('message.text')
      on(): void {}
    }
    class Same extends Parent {}
    class Other extends Parent {
      override on(): void {}
    }
    expect(accessor.read(Same.prototype.on)).toHaveLength(1);
    expect(accessor.read(Other.prototype.on)).toEqual([]);
  });

  it.each<[string, () => void, string]>([
    [
      'a static method',
      () => {
        class Wrong {
          static on(): void {}
        }
        untyped('message.text')(Wrong, 'on', Object.getOwnPropertyDescriptor(Wrong, 'on'));
      },
      "@OnWhatsAppEvent('message.text') stands on the static member Wrong.on",
    ],
    [
      'a property',
      () => {
        class Wrong {}
        untyped('message.text')(Wrong.prototype, 'on', undefined);
      },
      'the member Wrong.on',
    ],
    [
      'an accessor',
      () => {
        class Wrong {
          get on(): number {
            return 1;
          }
        }
        untyped('message.text')(
          Wrong.prototype,
          'on',
          Object.getOwnPropertyDescriptor(Wrong.prototype, 'on'),
        );
      },
      'the member Wrong.on',
    ],
    [
      'a class',
      () => {
        class Wrong {}
        untyped('message.text', 'status.*')(Wrong);
      },
      "@OnWhatsAppEvent('message.text', 'status.*') stands on the class Wrong",
    ],
  ])('refuses %s at once', (_, decorate, message) => {
    expect(decorate).toThrow(message);
    expect(decorate).toThrow('instance methods of providers and controllers only');
  });

  it('refuses a method under a symbol, which Nest does not find', () => {
    const key = Symbol('on');
    expect(() => {
      class Wrong {
        @OnWhatsAppEvent('message.text')
        [key](): void {}
      }
      return Wrong;
    }).toThrow('the member Wrong.Symbol(on)');
  });

  it.each([[[]], [[{ priority: 1 }]], [[['message.text']]]])('refuses no pattern (%j)', (args) => {
    expect(() => untyped(...args)).toThrow('@OnWhatsAppEvent needs a pattern');
  });

  it('reads nothing from what is no method', () => {
    expect(accessor.read(undefined)).toEqual([]);
    expect(accessor.read({})).toEqual([]);
    expect(accessor.read(() => undefined)).toEqual([]);
  });
});
