import fc from 'fast-check';
import { splitText, truncateText } from '../../../lib/messages/text-parts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemesOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
const visible = (text: string): string[] => graphemesOf(text).filter((grapheme) => !/^\s+$/.test(grapheme));
const length = (text: string): number => [...text].length;

const PIECES = [
  'a',
  'word',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '. ',
  '👍🏽',
  '👨‍👩‍👧‍👦',
  '🇮🇱',
  '🇩🇪',
  'e\u0301',
  ' \u0301',
  '\u0301',
  'ก็',
  'க்ஷி',
  '한',
  '\u1100\u1161',
  '1️⃣',
  '\u200d',
  '\ufe0f',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('splitText', () => {
  it('loses no visible character and cuts none, whatever the text', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (body, max) => {
        const parts = splitText(body, max);
        for (const part of parts) expect(length(part)).toBeLessThanOrEqual(max);
        fc.pre(graphemesOf(body).every((grapheme) => length(grapheme) <= max));
        expect(parts.flatMap(visible)).toEqual(visible(body));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every code point of characters that are longer than a part', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 6 }), (body, max) => {
        const parts = splitText(body, max);
        for (const part of parts) expect(length(part)).toBeLessThanOrEqual(max);
        expect(parts.join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a text that fits back as it is', () => {
    expect(splitText(' as it is \n', 20)).toEqual([' as it is \n']);
    expect(splitText('', 20)).toEqual(['']);
    expect(splitText('😀'.repeat(4096))).toHaveLength(1);
  });

  it.each([
    [
      'sentence when the paragraph ends early',
      'One. Two.\n\nThree four. Five six seven',
      30,
      ['One. Two.\n\nThree four.', 'Five six seven'],
    ],
    ['paragraph', 'One two three four.\n\nFive. Six seven', 30, ['One two three four.', 'Five. Six seven']],
    ['line', 'One two three.\nFour. five six seven', 25, ['One two three.', 'Four. five six seven']],
    ['sentence', 'One two three. Four five six seven', 25, ['One two three.', 'Four five six seven']],
    ['word', 'One two three four five', 12, ['One two', 'three four', 'five']],
    ['character', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ])('cuts at the end of a %s', (_name, body, max, expected) => {
    expect(splitText(body, max)).toEqual(expected);
  });

  it('handles long texts and hostile ones in passing', () => {
    const sentence = 'lorem ipsum dolor. ';
    const perPart = Math.floor(4096 / sentence.length);
    expect(splitText(sentence.repeat(20_000))).toHaveLength(Math.ceil(20_000 / perPart));
    expect(splitText('.'.repeat(100_000))).toHaveLength(Math.ceil(100_000 / 4096));
    expect(splitText('a' + '\u0301'.repeat(100_000)).join('')).toHaveLength(100_001);
    expect(splitText('\n'.repeat(100_000)).join('')).toBe('');
  });
});

describe.each([splitText, truncateText])('%p', (cut) => {
  it.each([0, -1, NaN])('needs room for a character, not %d', (max) => {
    expect(() => cut('text', max)).toThrow(RangeError);
  });
});

describe('truncateText', () => {
  it('stays within the limit, ends with an ellipsis and cuts no character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (body, max) => {
        const cut = truncateText(body, max);
        if (length(body) <= max) return expect(cut).toBe(body);
        expect(length(cut)).toBeLessThanOrEqual(max);
        expect(cut.endsWith('…')).toBe(true);
        fc.pre(graphemesOf(body).every((grapheme) => length(grapheme) < max));
        const kept = graphemesOf(cut.slice(0, -1));
        expect(kept).toEqual(graphemesOf(body).slice(0, kept.length));
      }),
      { numRuns: 1000 },
    );
  });
});
