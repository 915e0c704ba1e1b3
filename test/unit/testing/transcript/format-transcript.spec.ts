import { formatEntry, formatTranscript } from '../../../../lib/testing';
import type { SentPayload, TranscriptEntry } from '../../../../lib/testing';
import { BusinessMessage } from '../../../../lib/testing/model/business-message';
import { UserMessage } from '../../../../lib/testing/model/user-message';
import { Delivery } from '../../../../lib/testing/webhooks/delivery';

const at = Date.UTC(2026, 0, 10, 9, 5, 7);
const ann = { name: 'Ann', userId: 'US.1' };
const business = (payload: SentPayload): BusinessMessage =>
  new BusinessMessage('wamid.1', '1', payload, at, [ann], undefined, undefined);
const sent = (message: BusinessMessage, group?: string): TranscriptEntry => ({
  kind: 'business-message',
  at,
  to: 'Ann',
  message,
  ...(group !== undefined && { group }),
});
const text = (body: string): BusinessMessage => business({ type: 'text', text: { body } });
const user = new UserMessage(
  'wamid.2',
  '1',
  { type: 'text', text: { body: 'hi' } },
  at,
  ann,
  new Delivery(1, () => ({})),
);
const print = (message: BusinessMessage): string | undefined => formatEntry(sent(message))?.slice(22);

describe('formatTranscript', () => {
  it('shows the ticks that a message has now', () => {
    const message = text('hello');
    const line = (ticks: string): string => `09:05:07  Business    ${'hello'.padEnd(50)} ${ticks}`;
    expect(formatTranscript([sent(message)])).toBe('09:05:07  Business    hello');
    for (const [status, ticks] of [
      ['sent', '✓'],
      ['delivered', '✓✓'],
      ['read', '✓✓ read'],
      ['played', '✓✓ played'],
    ] as const) {
      message.mark(status);
      expect(formatTranscript([sent(message)])).toBe(line(ticks));
    }
    message.mark('failed');
    expect(formatTranscript([sent(message)])).toBe(line('✗ failed'));
  });

  it('shows each kind in a way that can be read', () => {
    expect(print(business({ type: 'reaction', reaction: { emoji: '👍' } }))).toBe('reacts 👍');
    expect(print(business({ type: 'reaction', reaction: { emoji: '' } }))).toBe('(reaction removed)');
    expect(print(business({ type: 'image', image: { id: '1' } }))).toBe('(image)');
    expect(print(business({ type: 'image', image: { id: '1', caption: 'cap' } }))).toBe('(image) cap');
    const rows = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', description: 'more' },
    ];
    const list = business({
      type: 'interactive',
      interactive: { body: { text: 'Pick' }, action: { sections: [{ rows }] } },
    });
    expect(print(list)).toBe(`Pick\n${' '.repeat(22)}• A\n${' '.repeat(22)}• B – more`);
  });

  it('names the group', () => {
    expect(formatEntry(sent(text('x'), 'Trip'))).toContain('Business (in Trip)');
  });
});

describe('formatEntry', () => {
  const events: TranscriptEntry[] = [
    { kind: 'user-message', at, who: 'Ann', message: user },
    { kind: 'read', at, message: user },
    { kind: 'typing', at, to: 'Ann' },
    { kind: 'status', at, message: text('x'), status: 'sent' },
    { kind: 'refused', at, request: 'POST /1/messages', code: 100, reason: 'because' },
  ];

  it('prints events as lines of their own only when they are asked for', () => {
    expect(
      events.map((entry) => formatEntry(entry, { events: true, business: 'Shop', nameWidth: 4 })),
    ).toEqual([
      '09:05:07  Ann   hi',
      '09:05:07        Shop has read it ✓✓',
      '09:05:07        Shop is typing …',
      '09:05:07        ✓',
      '09:05:07  Meta  refused POST /1/messages: 100 because',
    ]);
    expect(formatTranscript(events.slice(1))).toBe(
      '09:05:07  Meta        refused POST /1/messages: 100 because',
    );
  });
});
