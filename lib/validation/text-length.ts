/** Number of Unicode code points, the unit in which Meta's length limits are read. */
export function codePointLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      length--;
      i++;
    }
  }
  return length;
}

/** Splits text into what readers see as single characters. One instance: it is costly to make and holds no state. */
export const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const EMOJI =
  /^(?:\p{Regional_Indicator}{2}|(?!\p{Regional_Indicator})(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})|[0-9#*]\uFE0F?\u20E3)/u;

/** Whether the text is exactly one emoji as readers see it: flags, skin tones and joined families count as one. */
export function isOneEmoji(text: string): boolean {
  if (text.length === 0 || text.length > 64 || !EMOJI.test(text)) return false;
  return graphemes.segment(text).containing(0)?.segment.length === text.length;
}
