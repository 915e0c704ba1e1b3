import { inlineToWhatsApp, WHATSAPP_MARKS } from './inline-to-whatsapp';

/** Backticks in the rest of the line would make it inline code. */
const FENCE = /^\s*(`{3,}(?!.*`)|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const BULLET = /^(\s*)[*+-][ \t]+(?:\[([ xX])\][ \t]+)?(.*)$/;
const QUOTE = /^ {0,3}>[ \t]?(.*)$/;

/**
 * Turns Markdown, as language models and editors write it, into the markup that WhatsApp shows: bold, italic, struck
 * out, code, quotes and lists carry over; headings become bold lines, links `text (url)`, images their address, tasks
 * and rules plain characters. Tables and HTML stay as they are. The result may be longer than the input.
 * @example markdownToWhatsApp('# Hi\nThis is **bold**') // '*Hi*\nThis is *bold*'
 * @publicApi
 */
export function markdownToWhatsApp(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .split(/\r?\n/)
    .map((line) => {
      if (fence === undefined) {
        fence = FENCE.exec(line)?.[1];
        return fence === undefined ? convertLine(line) : '```';
      }
      if (!closesFence(line.trim(), fence)) return line;
      fence = undefined;
      return '```';
    })
    .join('\n');
}

/** Nothing but the same marks, at least as many. */
function closesFence(line: string, fence: string): boolean {
  return line.startsWith(fence) && line === fence.charAt(0).repeat(line.length);
}

function convertLine(line: string): string {
  if (HEADING.test(line)) return convertHeading(line);
  if (RULE.test(line)) return '———';
  const bullet = BULLET.exec(line);
  if (bullet) {
    const [, indent = '', task, text = ''] = bullet;
    const box = task === undefined ? '' : task === ' ' ? '☐ ' : '☑ ';
    return `${indent}- ${box}${inlineToWhatsApp(text)}`;
  }
  const quote = QUOTE.exec(line);
  return quote ? `> ${inlineToWhatsApp(quote[1] ?? '')}` : inlineToWhatsApp(line);
}

/** A heading is bold as a whole, so bold words inside it need no marks of their own. */
function convertHeading(line: string): string {
  let text = line.trim();
  while (text.startsWith('#')) text = text.slice(1);
  text = text.trim();
  const last = text.lastIndexOf(' ');
  if (/^#+$/.test(text.slice(last + 1))) text = text.slice(0, last + 1).trimEnd();
  const plain = inlineToWhatsApp(text, { ...WHATSAPP_MARKS, bold: '' });
  return plain === '' ? '' : `*${plain}*`;
}
