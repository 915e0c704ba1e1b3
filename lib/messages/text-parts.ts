import { CONTENT_LIMITS } from '../validation/limits';
import { codePointLength, graphemes } from '../validation/text-length';

const ELLIPSIS = '…';

/** Where a text is best cut, best first: after a paragraph, a line, a sentence, a word. */
const CUTS: readonly RegExp[] = [
  /\n[^\S\n]*\n\s*/g,
  /\n\s*/g,
  /(?<![.!?。！？…])[.!?。！？…]+["'”’)\]]*\s+/g,
  /\s+/g,
];

/**
 * Cuts a text into parts of at most `max` code points, in order: at the end of a paragraph, line, sentence or word where
 * there is one in the second half of a part. Never cuts inside a character as readers see it, unless that character
 * alone is longer than a part. Blanks at the cuts are dropped.
 * @throws RangeError when `max` is less than 1
 * @publicApi
 */
export function splitText(text: string, max: number = CONTENT_LIMITS.textBody.max): string[] {
  assertRoom(max);
  const parts: string[] = [];
  for (let rest = text; ;) {
    if (codePointLength(rest) <= max) {
      if (rest.length > 0 || parts.length === 0) parts.push(rest);
      return parts;
    }
    const end = bestCut(rest, unitsOf(rest, max));
    const part = trimBlankEnd(rest.slice(0, end));
    if (part.length > 0) parts.push(part);
    rest = trimBlankStart(rest.slice(end));
  }
}

/**
 * Cuts a text off at `max` code points, the ellipsis included, and never inside a character as readers see it.
 * @throws RangeError when `max` is less than 1
 * @publicApi
 */
export function truncateText(text: string, max: number = CONTENT_LIMITS.textBody.max): string {
  assertRoom(max);
  if (codePointLength(text) <= max) return text;
  const end = boundaryAtOrBefore(graphemes.segment(text), unitsOf(text, max - 1));
  return trimBlankEnd(text.slice(0, end)) + ELLIPSIS;
}

function assertRoom(max: number): void {
  if (!(max >= 1)) throw new RangeError('A part of a text must have room for 1 character or more');
}

/** Number of UTF-16 units of the first `count` code points. */
function unitsOf(text: string, count: number): number {
  let units = 0;
  for (let i = 0; i < count && units < text.length; i++) units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  return units;
}

/** The best place at or before `limit`, in UTF-16 units. */
function bestCut(text: string, limit: number): number {
  // Whether a character ends somewhere shows with the code point after it.
  const segments = graphemes.segment(text.slice(0, limit + 2));
  const window = text.slice(0, limit);
  for (const pattern of CUTS) {
    const ends = Array.from(window.matchAll(pattern), (match) => match.index + match[0].length);
    const best = ends.findLast((end) => end > limit / 2 && isBoundary(segments, end));
    if (best !== undefined) return best;
  }
  return boundaryAtOrBefore(segments, limit);
}

/** The last end of a visible character at or before `index`; `index` itself when one character is longer than that. */
function boundaryAtOrBefore(segments: Intl.Segments, index: number): number {
  return segments.containing(index)?.index || index;
}

function isBoundary(segments: Intl.Segments, index: number): boolean {
  const after = segments.containing(index);
  return after === undefined || after.index === index;
}

/** Trims whole characters only: a blank that carries an accent is no blank. */
function trimBlankEnd(text: string): string {
  const end = text.trimEnd().length;
  return text.slice(0, isBoundary(graphemes.segment(text), end) ? end : end + 1);
}

function trimBlankStart(text: string): string {
  const start = text.length - text.trimStart().length;
  return text.slice(isBoundary(graphemes.segment(text), start) ? start : start - 1);
}
