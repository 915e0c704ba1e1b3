import * as fc from 'fast-check';
import { EventHandlersRegistry } from '../../../lib/events/event-handlers.registry';
import { WHATSAPP_EVENT_NAMES } from '../../../lib/events/event-names';
import type { WhatsAppEventHandlerOptions } from '../../../lib/events/event-handler-options.interface';
import type { HandlerRecord } from '../../../lib/events/handler-record.interface';
import { textEvent } from './events-app';

const run: HandlerRecord['run'] = () => Promise.resolve('completed');

function handler(
  registry: EventHandlersRegistry,
  id: string,
  ...declarations: [patterns: string[], options?: WhatsAppEventHandlerOptions][]
): HandlerRecord {
  const bindings = declarations.map(([patterns, options]) => registry.bind(patterns, options ?? {}));
  return { id, patterns: bindings.flatMap((binding) => binding.patterns), bindings, run };
}

const ids = (registry: EventHandlersRegistry, name: string): string[] =>
  registry.chainFor(name).map((link) => link.handler.id);

describe('EventHandlersRegistry', () => {
  it('orders by priority, then by declaration', () => {
    const registry = new EventHandlersRegistry({});
    registry.add([
      handler(registry, 'a', [['message.text']]),
      handler(registry, 'b', [['message.*'], { priority: 5 }]),
      handler(registry, 'c', [['*'], { priority: -1 }]),
      handler(registry, 'd', [['message.text']]),
    ]);
    registry.add([handler(registry, 'e', [['message.text'], { priority: 5 }])]);
    expect(ids(registry, 'message.text')).toEqual(['b', 'e', 'a', 'd', 'c']);
    expect(ids(registry, 'message.image')).toEqual(['b', 'c']);
    expect(ids(registry, 'status.sent')).toEqual(['c']);
  });

  it('runs a handler of several fitting declarations once, at the highest priority, when any takes the event', () => {
    const registry = new EventHandlersRegistry({});
    registry.add([
      handler(registry, 'plain', [['message.text'], { priority: 1 }]),
      handler(
        registry,
        'stacked',
        [['message.text'], { priority: 0, accounts: ['1'] }],
        [['message.*'], { priority: 9, accounts: ['2'] }],
      ),
      handler(registry, 'open', [['message.text'], { accounts: ['1'] }], [['message.*']]),
    ]);
    expect(ids(registry, 'message.text')).toEqual(['stacked', 'plain', 'open']);
    const [stacked, , open] = registry.chainFor('message.text');
    expect(stacked!.accepts!(textEvent({ phoneNumberId: '1' }))).toBe(true);
    expect(stacked!.accepts!(textEvent({ phoneNumberId: '2' }))).toBe(true);
    expect(stacked!.accepts!(textEvent({ phoneNumberId: '3' }))).toBe(false);
    expect(open!.accepts).toBeUndefined();
    const [image] = registry.chainFor('message.image');
    expect(image!.accepts!(textEvent({ phoneNumberId: '1' }))).toBe(false);
  });

  it('takes accounts by phone number id and by WABA id, and where besides', () => {
    const registry = new EventHandlersRegistry({});
    registry.add([
      handler(registry, 'a', [['*'], { accounts: ['100', '999'], where: (event) => event.receivedAt > 5 }]),
    ]);
    const accepts = registry.chainFor('message.text')[0]!.accepts!;
    expect(accepts(textEvent({ phoneNumberId: '100', wabaId: 'x', receivedAt: 6 }))).toBe(true);
    expect(accepts(textEvent({ phoneNumberId: 'y', wabaId: '999', receivedAt: 6 }))).toBe(true);
    expect(accepts(textEvent({ phoneNumberId: 'y', wabaId: 'x', receivedAt: 6 }))).toBe(false);
    expect(accepts(textEvent({ phoneNumberId: '100', wabaId: 'x', receivedAt: 5 }))).toBe(false);
  });

  it('replaces only the chains that a change touches, and never changes one in use', () => {
    const registry = new EventHandlersRegistry({});
    registry.add([handler(registry, 'a', [['*']])]);
    const text = registry.chainFor('message.text');
    const sent = registry.chainFor('status.sent');
    const listener = handler(registry, 'listener#1', [['status.*']]);
    registry.add([listener]);
    expect(registry.chainFor('message.text')).toBe(text);
    expect(sent.map((link) => link.handler.id)).toEqual(['a']);
    expect(ids(registry, 'status.sent')).toEqual(['a', 'listener#1']);
    registry.remove(listener);
    expect(ids(registry, 'status.sent')).toEqual(['a']);
    expect(registry.chainFor('message.text')).toBe(text);
  });

  it('gives names that no release knew to the handlers of every event', () => {
    const registry = new EventHandlersRegistry({});
    expect(registry.chainFor('message.hologram')).toEqual([]);
    registry.add([handler(registry, 'all', [['*']]), handler(registry, 'messages', [['message.*']])]);
    expect(ids(registry, 'message.hologram')).toEqual(['all']);
  });

  it('knows the events of the application', () => {
    const registry = new EventHandlersRegistry({ customEvents: ['order.paid', 'order.sent'] });
    expect(registry.knows('order.paid')).toBe(true);
    expect(registry.knows('order.lost')).toBe(false);
    expect(registry.knows('message.text')).toBe(true);
    registry.add([handler(registry, 'orders', [['order.*']])]);
    expect(ids(registry, 'order.sent')).toEqual(['orders']);
    expect(() => new EventHandlersRegistry({}).bind(['order.*'], {})).toThrow('customEvents');
  });

  it('agrees with a plain filter and sort after any sequence of additions and removals', () => {
    const patterns = [
      '*',
      'message.*',
      'message.interactive.*',
      'message.text',
      'status.*',
      'status.failed',
      'unknown',
    ];
    const declared = fc.record({
      patterns: fc.uniqueArray(fc.constantFrom(...patterns), { minLength: 1, maxLength: 3 }),
      priority: fc.integer({ min: -2, max: 2 }),
      removes: fc.option(fc.nat(20), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(declared, { maxLength: 20 }), (steps) => {
        const registry = new EventHandlersRegistry({});
        let model: { record: HandlerRecord; priority: number }[] = [];
        for (const [index, step] of steps.entries()) {
          const record = handler(registry, `h${index}`, [step.patterns, { priority: step.priority }]);
          registry.add([record]);
          model.push({ record, priority: step.priority });
          const victim = step.removes === undefined ? undefined : model[step.removes];
          if (victim) {
            registry.remove(victim.record);
            model = model.filter((entry) => entry !== victim);
          }
        }
        for (const name of [...WHATSAPP_EVENT_NAMES, 'not.known']) {
          const expected = model
            .filter(
              ({ record }) =>
                record.bindings[0]!.names.includes(name) ||
                (name === 'not.known' && record.patterns.includes('*')),
            )
            .sort((a, b) => b.priority - a.priority)
            .map(({ record }) => record.id);
          expect(ids(registry, name)).toEqual(expected);
        }
      }),
      { numRuns: 50 },
    );
  });
});
