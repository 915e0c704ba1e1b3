import { MEDIA_TYPES } from './media-limits';

/** Spellings that Meta does not know, and the one that it does. */
const ALIASES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
  'audio/m4a': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/3gp': 'video/3gpp',
};

/** Types that say nothing about the content. */
const VAGUE: ReadonlySet<string> = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

const MIME_TYPE = /^[a-z\d][\w.+-]*\/[a-z\d][\w.+-]*$/;

/** Extensions besides the usual ones. Ogg comes under several names, and all that Meta takes is Opus. */
const MORE_EXTENSIONS: Readonly<Record<string, string>> = { opus: 'audio/ogg', oga: 'audio/ogg' };

const byExtension = new Map<string, string>([
  ...[...MEDIA_TYPES].flatMap(([type, { extensions }]) =>
    extensions.map((extension) => [extension, type] as const),
  ),
  ...Object.entries(MORE_EXTENSIONS),
]);

/**
 * A MIME type as Meta spells it, without parameters; `undefined` when it is none or says nothing about the content.
 * @example baseType('Audio/Opus') // 'audio/ogg'
 */
export function baseType(mimeType: string | undefined): string | undefined {
  const base = (mimeType ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (VAGUE.has(base) || !MIME_TYPE.test(base)) return undefined;
  return ALIASES[base] ?? base;
}

/** The codec that a MIME type names, in lower case. */
export function codecOf(mimeType: string | undefined): string | undefined {
  return /;\s*codecs\s*=\s*"?([^";\s]+)/i.exec(mimeType ?? '')?.[1]?.toLowerCase();
}

/** The MIME type as it is sent: Ogg with the codec, without which Meta refuses it. */
export function wireType(base: string): string {
  return base === 'audio/ogg' ? 'audio/ogg; codecs=opus' : base;
}

/** The MIME type that the extension of a file name stands for. */
export function typeOfFileName(fileName: string | undefined): string | undefined {
  const extension = extensionOf(fileName ?? '');
  return extension === undefined ? undefined : byExtension.get(extension);
}

/** The extension of a file name in lower case, without the dot. */
export function extensionOf(fileName: string): string | undefined {
  return /[^/\\]\.([a-z\d]+)$/i.exec(fileName)?.[1]?.toLowerCase();
}

/** Whether an extension stands for a type of media. */
export function isMediaExtension(extension: string): boolean {
  return byExtension.has(extension);
}
