import { MEDIA_TYPES } from './media-limits';
import { extensionOf, isMediaExtension } from './mime-type';

/** Longest file name, characters. What goes beyond is cut, and the extension kept. */
const MAX_LENGTH = 240;

/**
 * A file name whose extension fits the MIME type, by which Meta classifies files. A wrong media extension is replaced,
 * any other ending is kept.
 * @param base MIME type without parameters
 * @example matchExtension('note.mp3', 'audio/ogg') // 'note.ogg'
 */
export function matchExtension(fileName: string | undefined, base: string): string {
  const name = safeFileName(fileName) ?? 'file';
  const extensions = MEDIA_TYPES.get(base)?.extensions;
  const present = extensionOf(name);
  if (!extensions || (present !== undefined && extensions.includes(present))) return name;
  const wrong = present !== undefined && isMediaExtension(present);
  const stem = wrong ? name.slice(0, -present.length - 1) : name;
  return `${stem}.${extensions[0]}`;
}

/** The last segment of a name from outside, without control characters; `undefined` when nothing is left. */
export function safeFileName(fileName: string | undefined): string | undefined {
  const last = (fileName ?? '').split(/[/\\]/).at(-1)!;
  // Control characters, and those that change the direction of writing and so hide the real extension.
  const name = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (/^\.*$/.test(name)) return undefined;
  const characters = [...name];
  if (characters.length <= MAX_LENGTH) return name;
  const extension = extensionOf(name);
  const end = extension === undefined ? [] : [...`.${extension}`];
  return [...characters.slice(0, MAX_LENGTH - end.length), ...end].join('');
}
