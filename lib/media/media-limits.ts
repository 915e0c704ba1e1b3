import type { MediaKind } from '../config/media-uploader.interface';

const KB = 1024;
const MB = 1024 * KB;

/** What Meta takes as one kind of media. */
export interface MediaLimit {
  /** Largest size, bytes. */
  readonly maxBytes: number;
  /** Largest size of stickers that do not move, bytes. */
  readonly maxStaticBytes?: number;
  /** Larger voice notes show a download button in place of the play button, bytes. */
  readonly maxPlayableVoiceBytes?: number;
  /** Extensions by MIME type, the usual one first. */
  readonly types: Readonly<Record<string, readonly [string, ...string[]]>>;
  /** Meta's page. */
  readonly see: string;
}

const DOCS = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';
const MEDIA = `${DOCS}/business-phone-numbers/media`;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/**
 * Types and sizes that Meta takes, by kind. Audio in Ogg must be Opus with one channel; video must be H.264 with one
 * stream of AAC or none.
 * @publicApi
 */
export const MEDIA_LIMITS = {
  image: {
    maxBytes: 5 * MB,
    types: { 'image/jpeg': ['jpg', 'jpeg'], 'image/png': ['png'] },
    see: MEDIA,
  },
  sticker: {
    maxBytes: 500 * KB,
    maxStaticBytes: 100 * KB,
    types: { 'image/webp': ['webp'] },
    see: MEDIA,
  },
  audio: {
    maxBytes: 16 * MB,
    maxPlayableVoiceBytes: 512 * KB,
    types: {
      'audio/aac': ['aac'],
      'audio/amr': ['amr'],
      'audio/mpeg': ['mp3'],
      'audio/mp4': ['m4a'],
      'audio/ogg': ['ogg'],
    },
    see: MEDIA,
  },
  video: {
    maxBytes: 16 * MB,
    types: { 'video/mp4': ['mp4'], 'video/3gpp': ['3gp', '3gpp'] },
    see: MEDIA,
  },
  document: {
    maxBytes: 100 * MB,
    types: {
      'text/plain': ['txt'],
      'application/pdf': ['pdf'],
      'application/msword': ['doc'],
      [`${OFFICE}.wordprocessingml.document`]: ['docx'],
      'application/vnd.ms-excel': ['xls'],
      [`${OFFICE}.spreadsheetml.sheet`]: ['xlsx'],
      'application/vnd.ms-powerpoint': ['ppt'],
      [`${OFFICE}.presentationml.presentation`]: ['pptx'],
    },
    see: MEDIA,
  },
  gif: {
    /** Larger ones are shown as plain videos. */
    maxBytes: 3.5 * MB,
    types: { 'video/mp4': ['mp4'] },
    see: `${DOCS}/templates/overview`,
  },
} as const satisfies Record<MediaKind, MediaLimit>;

/** Largest upload and largest file that users can send, bytes. */
export const MAX_MEDIA_BYTES = 100 * MB;

/** Types of files that templates and profiles show, which go through resumable uploads. */
export const HANDLE_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'video/mp4'];

/** The kind that a MIME type belongs to, and its extensions. */
export interface KnownType {
  readonly kind: MediaKind;
  readonly extensions: readonly [string, ...string[]];
}

const limits: readonly (readonly [string, MediaLimit])[] = Object.entries(MEDIA_LIMITS);

const rows = limits
  .filter(([kind]) => kind !== 'gif')
  .flatMap(([kind, { types }]) =>
    Object.entries(types).map(([type, extensions]): [string, KnownType] => [
      type,
      { kind: kind as MediaKind, extensions },
    ]),
  );

/** Every MIME type of the limits, without parameters. */
export const MEDIA_TYPES: ReadonlyMap<string, KnownType> = new Map(rows);

/** The limit of one kind. */
export function limitOf(kind: MediaKind): MediaLimit {
  return MEDIA_LIMITS[kind];
}
