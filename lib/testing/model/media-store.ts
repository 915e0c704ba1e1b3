import { createHash } from 'node:crypto';
import type { Identifiers } from './identifiers';

const DAY_MS = 24 * 60 * 60 * 1000;
const URL_LIFETIME_MS = 5 * 60 * 1000;
const LIFETIME_MS = { upload: 30 * DAY_MS, webhook: 7 * DAY_MS };
const CDN_LIFETIME_MS = 20 * DAY_MS;

/** Path of downloads; Meta serves them from a host of its own. */
export const DOWNLOAD_PATH = '/whatsapp_business/attachments';

/** Path of encrypted files of flows; WhatsApp serves them from its CDN. */
export const CDN_PATH = '/v/t62.7118-24';

/** Bytes that the application uploaded or a virtual user sent. @publicApi */
export interface StoredMedia {
  readonly id: string;
  /** Business phone number that uploaded or received it. */
  readonly phoneNumberId: string;
  readonly mimeType: string;
  readonly filename?: string | undefined;
  readonly data: Buffer;
  /** When the id stops working, milliseconds since the Unix epoch. */
  readonly expiresAt: number;
}

/** Hash of the bytes: hex in the answers of the API, base64 in webhooks. */
export function sha256(media: StoredMedia, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(media.data).digest(encoding);
}

/** Media by id, with the lifetimes of ids and download URLs. */
export class MediaStore {
  private readonly media = new Map<string, StoredMedia>();
  /** Encrypted files of flows, by their hash. */
  private readonly cdn = new Map<string, { readonly file: Buffer; readonly expiresAt: number }>();
  /** Base URL of the server, set when it listens. */
  baseUrl = '';

  constructor(
    private readonly ids: Identifiers,
    private readonly now: () => number,
  ) {}

  add(source: 'upload' | 'webhook', media: Omit<StoredMedia, 'id' | 'expiresAt'>): StoredMedia {
    const stored = { ...media, id: this.ids.media(), expiresAt: this.now() + LIFETIME_MS[source] };
    this.media.set(stored.id, stored);
    return stored;
  }

  get(id: string): StoredMedia | undefined {
    const found = this.media.get(id);
    return found && found.expiresAt > this.now() ? found : undefined;
  }

  delete(id: string): void {
    this.media.delete(id);
  }

  clear(): void {
    this.media.clear();
    this.cdn.clear();
  }

  /** A download URL that works for 5 minutes. */
  urlOf(media: StoredMedia, source: 'api' | 'webhook'): string {
    const expires = String(this.now() + URL_LIFETIME_MS);
    const query = new URLSearchParams({
      mid: media.id,
      source,
      ext: expires,
      hash: urlHash(media.id, expires),
    });
    return `${this.baseUrl}${DOWNLOAD_PATH}/?${query.toString()}`;
  }

  /** Puts an encrypted file of a flow on the CDN, where anybody can fetch it for 20 days. Gives its URL. */
  publish(file: Buffer): string {
    const expiresAt = this.now() + CDN_LIFETIME_MS;
    const id = createHash('sha256').update(file).digest('hex').slice(0, 40);
    this.cdn.set(id, { file, expiresAt });
    const query = new URLSearchParams({ ccb: '11-4', oh: id, oe: Math.floor(expiresAt / 1000).toString(16) });
    return `${this.baseUrl}${CDN_PATH}/?${query.toString()}`;
  }

  /** What a URL of the CDN leads to. */
  published(query: URLSearchParams): Buffer | undefined {
    const found = this.cdn.get(query.get('oh') ?? '');
    return found && found.expiresAt > this.now() ? found.file : undefined;
  }

  /** What a download URL leads to; undefined when it was made up, has expired or the media is gone. */
  fromUrl(query: URLSearchParams): StoredMedia | undefined {
    const id = query.get('mid') ?? '';
    const expires = query.get('ext') ?? '';
    if (query.get('hash') !== urlHash(id, expires) || Number(expires) <= this.now()) return undefined;
    return this.get(id);
  }
}

function urlHash(id: string, expires: string): string {
  return `AR${createHash('sha256').update(`${id}:${expires}`).digest('hex').slice(0, 26)}`;
}
