import fc from 'fast-check';
import { codePointLength, isOneEmoji } from '../../../lib/validation/text-length';

describe('codePointLength', () => {
  it('counts what iteration over the text counts, lone surrogates included', () => {
    const unit = fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code));
    const text = fc
      .array(fc.oneof(unit, fc.string({ unit: 'binary' })), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(text, (value) => codePointLength(value) === [...value].length));
  });

  it('counts an emoji outside the basic plane once', () => {
    expect(codePointLength('a😀b')).toBe(3);
  });
});

describe('isOneEmoji', () => {
  it.each(['👍', '❤️', '❤', '👍🏽', '🇮🇱', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '#️⃣', '☺️', '🫱🏻‍🫲🏿', '©️'])(
    'takes %s',
    (emoji) => {
      expect(isOneEmoji(emoji)).toBe(true);
    },
  );

  it.each(['', 'a', '1', '#', '👍👍', '👍 ', ' 👍', 'ok', '🇮', '❤️❤️', 'é', '\u200d'])(
    'refuses %j',
    (text) => {
      expect(isOneEmoji(text)).toBe(false);
    },
  );

  it('does not look at long text', () => {
    expect(isOneEmoji('👍' + '\u0301'.repeat(100_000))).toBe(false);
  });
});
