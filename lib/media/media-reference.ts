import { PayloadValidationError } from '../errors/payload-validation.error';
import type { MediaReference } from './media-options.interface';

/** What is known of media before it is downloaded. */
export interface KnownMedia {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly mimeType?: string | undefined;
  readonly sha256?: string | undefined;
  readonly size?: number | undefined;
  readonly fileName?: string | undefined;
}

/** Media that can be fetched. */
export type LocatedMedia = KnownMedia & { readonly url: string };

/** @throws PayloadValidationError when a reference names neither id nor URL. */
export function readReference(reference: MediaReference): KnownMedia {
  if (typeof reference === 'string') {
    if (/^https?:\/\//i.test(reference) && URL.canParse(reference)) return byUrl(new URL(reference));
    if (reference !== '') return { id: reference };
  } else if (reference instanceof URL) {
    return byUrl(reference);
  } else if (typeof reference === 'object' && reference !== null) {
    const { id, url, size, sha256, mimeType, mime_type, filename } = reference;
    const located = url ? byUrl(url) : {};
    const media = { ...located, sha256, mimeType: mimeType ?? mime_type, size, fileName: filename };
    if (id) return { ...media, id };
    if (url) return media;
  }
  throw new PayloadValidationError('media', [
    { path: 'media', message: 'must be a media id, a download URL, or an object with `id` or `url`' },
  ]);
}

/** Meta's download URLs name the media, so that a fresh one can be asked for. */
function byUrl(url: URL | string): KnownMedia {
  const text = url.toString();
  const id = URL.canParse(text) ? new URL(text).searchParams.get('mid') : null;
  return { url: text, ...(id && { id }) };
}
