import { ticksOf } from '../model/business-message';
import type { BusinessMessage } from '../model/business-message';
import type { UserMessage } from '../model/user-message';
import type { TranscriptEntry } from './transcript';

/** How a transcript is printed. @publicApi */
export interface TranscriptFormat {
  /** Name of the business. @default 'Business' */
  business?: string;
  /** Width of the column of names. @default 10 */
  nameWidth?: number;
  /**
   * Print statuses, read marks and typing as lines of their own, for live printing. Without it the messages show their
   * present ticks.
   * @default false
   */
  events?: boolean;
}

const TEXT_COLUMN = 50;

function wording(message: BusinessMessage | UserMessage): string {
  const { type, text } = message;
  if (type === 'text' || type === 'interactive' || type === 'button') return text;
  if (type === 'reaction') return text === '' ? '(reaction removed)' : `reacts ${text}`;
  return text === '' ? `(${type})` : `(${type}) ${text}`;
}

function choiceLines(message: BusinessMessage): string[] {
  const rows = message.rows.map((row) => `• ${row.title}${row.description ? ` – ${row.description}` : ''}`);
  const buttons = message.buttons.map((button) => `[${button.title}]`).join(' ');
  return buttons ? [...rows, buttons] : rows;
}

function messageLines(head: string, lines: readonly string[], ticks: string): string {
  const [first = '', ...rest] = lines;
  const top = ticks ? `${head}${first.padEnd(TEXT_COLUMN)} ${ticks}` : `${head}${first}`;
  return [top, ...rest.map((line) => `${' '.repeat(head.length)}${line}`)].join('\n').trimEnd();
}

/**
 * One entry of a transcript as text, possibly of several lines; undefined for what is not printed.
 * @publicApi
 */
export function formatEntry(entry: TranscriptEntry, format: TranscriptFormat = {}): string | undefined {
  const business = format.business ?? 'Business';
  const head = (who: string): string =>
    `${new Date(entry.at).toISOString().slice(11, 19)}  ${who.padEnd(format.nameWidth ?? 10)}  `;
  const inGroup = 'group' in entry && entry.group !== undefined ? ` (in ${entry.group})` : '';
  switch (entry.kind) {
    case 'user-message':
      return messageLines(
        head(entry.who + inGroup),
        wording(entry.message).split('\n'),
        format.events ? '' : entry.message.ticks,
      );
    case 'business-message':
      return messageLines(
        head(business + inGroup),
        [...wording(entry.message).split('\n'), ...choiceLines(entry.message)],
        format.events ? '' : entry.message.ticks,
      );
    case 'call':
      return `${head(entry.who ?? business)}☎ ${entry.text}`;
    case 'refused':
      return `${head('Meta')}refused ${entry.request}: ${entry.code} ${entry.reason}`;
    case 'status':
      return format.events ? `${head('')}${ticksOf(entry.status, entry.message.errorCode)}` : undefined;
    case 'read':
      return format.events ? `${head('')}${business} has read it ✓✓` : undefined;
    case 'typing':
      return format.events ? `${head('')}${business} is typing …` : undefined;
  }
}

/**
 * A whole transcript as a readable chat, one line a message with its delivery ticks.
 * @publicApi
 */
export function formatTranscript(entries: readonly TranscriptEntry[], format: TranscriptFormat = {}): string {
  return entries
    .map((entry) => formatEntry(entry, format))
    .filter((text) => text !== undefined)
    .join('\n');
}
