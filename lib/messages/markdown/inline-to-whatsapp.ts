/** WhatsApp's marks. */
export interface InlineMarks {
  readonly bold: string;
  readonly italic: string;
  readonly strike: string;
}

export const WHATSAPP_MARKS: InlineMarks = { bold: '*', italic: '_', strike: '~' };

interface Piece {
  readonly text: string;
  /** Where the text after the piece begins. */
  readonly end: number;
}

/** Deeper emphasis is left as it is; it bounds the work on hostile input. */
const MAX_DEPTH = 8;

const ESCAPABLE = /[\\`*_{}[\]()#+\-.!~>|]/;
const WORD = /[\p{L}\p{N}_]/u;
const AUTOLINK = /<(https?:\/\/[^\s<>]+|mailto:[^\s<>]+)>/y;

/** Turns the inline markup of one line of Markdown into that of WhatsApp. */
export function inlineToWhatsApp(text: string, marks: InlineMarks = WHATSAPP_MARKS, depth = 0): string {
  return new InlineText(text, marks, depth).convert();
}

class InlineText {
  /** Marks that have no counterpart further on; later ones of their kind have none either. */
  private readonly unclosed = new Set<string>();
  private readonly brackets: ReadonlyMap<number, number>;

  constructor(
    private readonly text: string,
    private readonly marks: InlineMarks,
    private readonly depth: number,
  ) {
    this.brackets = matchBrackets(text);
  }

  convert(): string {
    let out = '';
    for (let i = 0; i < this.text.length;) {
      const char = this.text[i]!;
      const piece = this.escape(i) ??
        this.code(i) ??
        this.link(i) ??
        this.autolink(i) ??
        this.emphasis(i) ?? { text: char, end: i + 1 };
      out += piece.text;
      i = piece.end;
    }
    return out;
  }

  private escape(start: number): Piece | undefined {
    const next = this.text[start + 1] ?? '';
    return this.text[start] === '\\' && ESCAPABLE.test(next) ? { text: next, end: start + 2 } : undefined;
  }

  /** Code is copied as it is. */
  private code(start: number): Piece | undefined {
    if (this.text[start] !== '`') return undefined;
    const fence = '`'.repeat(this.runLength(start));
    const content = start + fence.length;
    const close = this.unclosed.has(fence) ? -1 : this.text.indexOf(fence, content);
    if (close < 0) {
      this.unclosed.add(fence);
      return { text: fence, end: content };
    }
    const mark = fence.length === 3 ? fence : '`';
    return { text: mark + this.text.slice(content, close) + mark, end: close + fence.length };
  }

  /** `[label](url "title")` and `![alt](url)`. */
  private link(start: number): Piece | undefined {
    const open = this.text[start] === '!' ? start + 1 : start;
    const labelEnd = this.text[open] === '[' ? this.brackets.get(open) : undefined;
    if (labelEnd === undefined || this.text[labelEnd + 1] !== '(') return undefined;
    const end = this.brackets.get(labelEnd + 1);
    if (end === undefined) return undefined;
    const url = linkTarget(this.text.slice(labelEnd + 2, end).trim());
    if (url === undefined) return undefined;
    const label = this.within(this.text.slice(open + 1, labelEnd));
    const same = label === '' || label === url || `mailto:${label}` === url;
    return { text: same ? url : `${label} (${url})`, end: end + 1 };
  }

  private autolink(start: number): Piece | undefined {
    if (this.text[start] !== '<') return undefined;
    AUTOLINK.lastIndex = start;
    const url = AUTOLINK.exec(this.text)?.[1];
    return url === undefined ? undefined : { text: url.replace(/^mailto:/, ''), end: AUTOLINK.lastIndex };
  }

  /** `**bold**`, `__bold__`, `*italic*`, `_italic_`, `***both***`, `~~struck out~~`. */
  private emphasis(start: number): Piece | undefined {
    const char = this.text[start]!;
    if (char !== '*' && char !== '_' && char !== '~') return undefined;
    const run = this.runLength(start);
    const content = start + run;
    const close = this.opens(start, run) ? this.closing(content, char, run) : undefined;
    if (close === undefined) return { text: char.repeat(run), end: content };
    return { text: this.marked(this.within(this.text.slice(content, close)), char, run), end: close + run };
  }

  private marked(content: string, char: string, run: number): string {
    const { bold, italic, strike } = this.marks;
    if (char === '~') return strike + content + strike;
    if (run === 1) return italic + content + italic;
    return run === 2 ? bold + content + bold : bold + italic + content + italic + bold;
  }

  /** A mark opens before something visible; underscores do not open inside words. */
  private opens(start: number, run: number): boolean {
    const char = this.text[start];
    const next = this.text[start + run];
    if (this.depth >= MAX_DEPTH || run > 3 || (char === '~' && run !== 2)) return false;
    if (next === undefined || /\s/.test(next)) return false;
    return char !== '_' || !WORD.test(this.text[start - 1] ?? '');
  }

  /** Where the marks that close begin, past code and escapes. */
  private closing(from: number, char: string, run: number): number | undefined {
    const mark = char.repeat(run);
    if (this.unclosed.has(mark)) return undefined;
    for (let i = from; i < this.text.length;) {
      const skipped = this.escape(i) ?? this.code(i);
      if (skipped || this.text[i] !== char) {
        i = skipped?.end ?? i + 1;
        continue;
      }
      const length = this.runLength(i);
      const closes =
        !/\s/.test(this.text[i - 1]!) && (char !== '_' || !WORD.test(this.text[i + length] ?? ''));
      if (closes && length === run) return i;
      // The inner marks of a longer run close first: in `*a **b***` the last one belongs to the outer pair.
      if (closes && length === 3) return i + length - run;
      i += length;
    }
    this.unclosed.add(mark);
    return undefined;
  }

  private runLength(start: number): number {
    let end = start + 1;
    while (this.text[end] === this.text[start]) end++;
    return end - start;
  }

  private within(content: string): string {
    return inlineToWhatsApp(content, this.marks, this.depth + 1);
  }
}

/** The address in the round brackets of a link, without its title. */
function linkTarget(inside: string): string | undefined {
  const blank = inside.search(/\s/);
  if (blank >= 0 && !/^["'(]/.test(inside.slice(blank).trimStart())) return undefined;
  const target = blank < 0 ? inside : inside.slice(0, blank);
  const url = target.startsWith('<') && target.endsWith('>') ? target.slice(1, -1) : target;
  return url === '' ? undefined : url;
}

/** Where each bracket that is closed is closed. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: Record<string, number[]> = { ']': [], ')': [] };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\\') i++;
    else if (char === '[') open[']']!.push(i);
    else if (char === '(') open[')']!.push(i);
    else if (char === ']' || char === ')') {
      const start = open[char]!.pop();
      if (start !== undefined) pairs.set(start, i);
    }
  }
  return pairs;
}
