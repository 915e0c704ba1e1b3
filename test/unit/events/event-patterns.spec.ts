import * as fc from 'fast-check';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import { WHATSAPP_EVENT_NAMES } from '../../../lib/events/event-names';
import { expandPattern } from '../../../lib/events/event-patterns';

describe('expandPattern', () => {
  it('keeps an exact name', () => {
    expect(expandPattern('message.text')).toEqual(['message.text']);
    expect(expandPattern('unknown')).toEqual(['unknown']);
  });

  it('resolves wildcards to the names below, at any depth, and never the prefix itself', () => {
    const names = ['a', 'a.b', 'a.b.c', 'a.bc', 'ab.c'];
    expect(expandPattern('a.*', names)).toEqual(['a.b', 'a.b.c', 'a.bc']);
    expect(expandPattern('a.b.*', names)).toEqual(['a.b.c']);
    expect(expandPattern('*', names)).toEqual(names);
  });

  it('gives for every wildcard exactly the names with its prefix', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WHATSAPP_EVENT_NAMES.filter((name) => name.includes('.'))), (name) => {
        const prefix = name.slice(0, name.lastIndexOf('.') + 1);
        expect(expandPattern(`${prefix}*`)).toEqual(WHATSAPP_EVENT_NAMES.filter((n) => n.startsWith(prefix)));
      }),
    );
  });

  it.each([
    ['message.txt', 'message.text'],
    ['mesage.*', 'message.*'],
    ['status.fail', 'status.failed'],
    ['Message.Text', 'message.text'],
  ])('refuses %s and suggests %s first', (pattern, nearest) => {
    expect(() => expandPattern(pattern)).toThrow(WhatsAppConfigurationError);
    expect(() => expandPattern(pattern)).toThrow(
      `Unknown event pattern "${pattern}". Did you mean "${nearest}"?`,
    );
    expect(() => expandPattern(pattern)).toThrow(`nearest first: ${nearest}, `);
  });

  it('lists every name and every wildcard', () => {
    let message = '';
    try {
      expandPattern('nothing.like.it');
    } catch (error) {
      message = (error as Error).message;
    }
    const listed = message.slice(message.indexOf('first: ') + 7).split(', ');
    expect(new Set(listed)).toEqual(
      new Set([
        ...WHATSAPP_EVENT_NAMES,
        '*',
        ...WHATSAPP_EVENT_NAMES.flatMap((name) => {
          const parts = name.split('.');
          return parts.slice(1).map((_, i) => `${parts.slice(0, i + 1).join('.')}.*`);
        }),
      ]),
    );
  });

  it.each(['', '.', '.*', 'message', 'message.', '**', 'message.text.*', 'unknown.*', '*.text'])(
    'refuses %j',
    (pattern) => {
      expect(() => expandPattern(pattern)).toThrow(WhatsAppConfigurationError);
    },
  );
});
