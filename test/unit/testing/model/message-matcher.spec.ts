import { BusinessMessage } from '../../../../lib/testing/model/business-message';
import { describeMatcher, describeMessage, matches } from '../../../../lib/testing/model/message-matcher';
import type { SentPayload } from '../../../../lib/testing';

const message = (payload: SentPayload): BusinessMessage =>
  new BusinessMessage('wamid.1', '1', payload, 0, [], undefined, undefined);
const buttons = message({
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Pick' },
    action: { buttons: [{ reply: { id: 'a', title: 'A' } }] },
  },
});

describe('matches', () => {
  it('compares texts exactly, and by pattern whatever its flags and state', () => {
    const pattern = /p/gi;
    expect([matches(buttons, 'Pick'), matches(buttons, 'pick'), matches(buttons, undefined)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([matches(buttons, pattern), matches(buttons, pattern), matches(buttons, /x/)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('compares the members that are named, and arrays as a whole', () => {
    expect(matches(buttons, { interactive: { action: { buttons: [{ reply: { title: /a/i } }] } } })).toBe(
      true,
    );
    expect(matches(buttons, { interactive: { action: { buttons: [] } } })).toBe(false);
    expect(matches(buttons, { interactive: { action: [] } })).toBe(false);
    expect(matches(buttons, { interactive: 'button' })).toBe(false);
    expect(matches(buttons, { text: { body: 'Pick' } })).toBe(false);
    expect(matches(buttons, { type: /^inter/, interactive: { type: 'button' } })).toBe(true);
    expect(matches(buttons, { interactive: /x/ })).toBe(false);
  });

  it('asks a function', () => {
    expect(matches(buttons, ({ buttons: [first] }) => first?.id === 'a')).toBe(true);
  });
});

describe('descriptions', () => {
  it('say what was wanted and what was there', () => {
    expect(
      [undefined, 'a', /a/i, { type: 'text' }, () => true].map((matcher) => describeMatcher(matcher)),
    ).toEqual([
      'any message',
      'a message with the text "a"',
      'a message whose text matches /a/i',
      'a message with {"type":"text"}',
      'a message that fits the given function',
    ]);
    expect(describeMessage(buttons)).toBe('interactive "Pick" [A]');
  });
});
