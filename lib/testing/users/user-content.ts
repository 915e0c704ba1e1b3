import { sha256 } from '../model/media-store';
import type { MediaStore } from '../model/media-store';
import type { JsonObject } from '../model/json';

/** A file that a user sends. */
export interface UserFile {
  /** The bytes, or text that stands for them. The application can download them. */
  data: Uint8Array | string;
  /** @default the usual type of the kind, e.g. `image/jpeg` */
  mimeType?: string;
  /** Images, videos and documents only. */
  caption?: string;
  /** Documents only. @default 'file.pdf' */
  filename?: string;
  /** Audio only: recorded in the chat. @default false */
  voice?: boolean;
  /** Stickers only. @default false */
  animated?: boolean;
}

/** A place that a user shares. */
export interface UserLocation {
  latitude: number;
  longitude: number;
  name?: string;
  address?: string;
}

/** What a user can send besides text. @publicApi */
export type UserContent =
  | { image: UserFile }
  | { video: UserFile }
  | { audio: UserFile }
  | { document: UserFile }
  | { sticker: UserFile }
  | { location: UserLocation }
  /** In Meta's shape: `name`, `phones`, ... */
  | { contacts: readonly JsonObject[] }
  /** In Meta's shape: `catalog_id`, `product_items`, ... */
  | { order: JsonObject };

const USUAL_TYPE = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg; codecs=opus',
  document: 'application/pdf',
  sticker: 'image/webp',
} as const;

type FileKind = keyof typeof USUAL_TYPE;

function fileMembers(kind: FileKind, file: UserFile): JsonObject {
  switch (kind) {
    case 'audio':
      return { voice: file.voice ?? false };
    case 'sticker':
      return { animated: file.animated ?? false };
    case 'document':
      return {
        ...(file.caption !== undefined && { caption: file.caption }),
        filename: file.filename ?? 'file.pdf',
      };
    default:
      return file.caption === undefined ? {} : { caption: file.caption };
  }
}

function fileContent(kind: FileKind, file: UserFile, phoneNumberId: string, store: MediaStore): JsonObject {
  const media = store.add('webhook', {
    phoneNumberId,
    mimeType: file.mimeType ?? USUAL_TYPE[kind],
    filename: file.filename,
    data: Buffer.from(file.data as Uint8Array),
  });
  return {
    ...fileMembers(kind, file),
    mime_type: media.mimeType,
    sha256: sha256(media, 'base64'),
    id: media.id,
    url: store.urlOf(media, 'webhook'),
  };
}

/** The members of a message with this content: its type, and the member of that name. Files are stored. */
export function contentOf(content: UserContent, phoneNumberId: string, store: MediaStore): JsonObject {
  const [kind, value] = Object.entries(content)[0] as [string, UserFile];
  const isFile = kind in USUAL_TYPE;
  return { type: kind, [kind]: isFile ? fileContent(kind as FileKind, value, phoneNumberId, store) : value };
}
